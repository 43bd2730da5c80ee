import type { Picture } from "../../engine/answers.js";
import { BASE_MEDIAN } from "../../engine/question.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { AdviceList } from "../controls/AdviceList.js";
import { formatDelta, formatExact, formatFactor, formatValue } from "../controls/page-format.js";
import { viewTitle } from "../controls/view-title.js";
import { AboutFile } from "./AboutFile.js";
import { KnownIssues } from "./KnownIssues.js";
import { Labels } from "./Labels.js";

const WORDS = PANEL_WORDS.overview;

/** The panel while nothing is selected: the file, and what can be done. */
export function Overview() {
  const view = useView();
  const files = useStore((s) => s.files);
  const picture = useAnswer("picture");
  const finding = useAnswer("finding");
  const file = view.files[view.shown];
  const facts = file && files.get(file.hash)?.facts;
  return (
    <div className="panel-body">
      <h2 className="panel-name">{view.sum ? viewTitle(view) : (file?.name ?? "")}</h2>
      {picture ? <Total picture={picture} /> : null}
      {picture?.isDelta ? <p className="dim">{WORDS.isDelta}</p> : null}
      {view.base === BASE_MEDIAN && !view.sum ? <p className="dim">{WORDS.againstMedian}</p> : null}
      <p className="dim screen-only">{WORDS.select(<kbd key="?">?</kbd>)}</p>
      <KnownIssues />
      {facts && !view.sum ? <AboutFile facts={facts} /> : null}
      <Labels />
      {finding && finding.advice.length > 0 ? (
        <>
          <h3 className="overline">{PANEL_WORDS.whatToDo}</h3>
          <AdviceList advice={finding.advice} />
        </>
      ) : null}
    </div>
  );
}

/** All that the graph shows, and how it differs from the base. */
function Total({ picture }: { readonly picture: Picture }) {
  const view = useView();
  const set = useAnswer("set");
  const { total, unit, hasBase, isDelta } = picture;
  const before = view.base === BASE_MEDIAN && set ? set.median : picture.baseTotal;
  return (
    <p className="figure">
      <span className="large" title={formatExact(total, unit)}>
        {isDelta ? formatDelta(total, unit) : formatValue(total, unit)}
      </span>
      {hasBase && !isDelta ? (
        <>
          <span className={total >= before ? "more" : "less"}>
            {formatDelta(total - before, unit)}
          </span>
          <span className="dim">{formatFactor(total, before)}</span>
        </>
      ) : null}
    </p>
  );
}
