import type { Detail } from "../../engine/path-answers.js";
import { packageOf, shortName } from "../../profile/function-name.js";
import { intervalOf } from "../../profile/sampling/sampling-error.js";
import { useAnswer, useView } from "../../session/store.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { AdviceList } from "../controls/AdviceList.js";
import {
  formatDelta,
  formatExact,
  formatFactor,
  formatShare,
  formatValue,
} from "../controls/page-format.js";
import { Sparkline } from "../controls/Sparkline.js";
import { Actions } from "./Actions.js";
import { DetailFigures } from "./DetailFigures.js";
import { DetailKind } from "./DetailKind.js";
import { FunctionPaths } from "./FunctionPaths.js";
import { KnownIssues } from "./KnownIssues.js";
import { Labels } from "./Labels.js";
import { Overview } from "./Overview.js";
import { PathFrames } from "./PathFrames.js";

/** All about what is selected, as text that can be selected and copied. */
export function DetailPanel() {
  const detail = useAnswer("detail");
  const view = useView();
  if (!view.selection) return <Overview />;
  if (detail === null) {
    return (
      <div className="panel-body">
        <p className="dim">{PANEL_WORDS.notInView}</p>
      </div>
    );
  }
  if (!detail) return <div className="panel-body" />;
  return (
    <div className="panel-body" key={detail.path}>
      <h2 className="panel-name">{shortName(detail.name)}</h2>
      <p className="mono dim wrap" title={detail.name}>
        {packageOf(detail.name)}
      </p>
      {detail.file ? <p className="mono dim wrap">{detail.file}</p> : null}
      <Amount detail={detail} />
      <FunctionPaths detail={detail} />
      <Actions />
      <DetailFigures detail={detail} />
      <Course detail={detail} />
      <DetailKind detail={detail} />
      <KnownIssues />
      {detail.advice.length > 0 ? (
        <>
          <h3 className="overline">{PANEL_WORDS.whatToDo}</h3>
          <AdviceList advice={detail.advice} />
        </>
      ) : null}
      <Labels />
      <PathFrames detail={detail} />
    </div>
  );
}

/** What the path holds, what that is of the whole, and how sure it is. */
function Amount({ detail }: { readonly detail: Detail }) {
  const { unit, of, isDelta, isDifference } = detail;
  const delta = detail.cum - detail.baseCum;
  const noise = isDifference && detail.noise;
  const interval = intervalOf(detail.cum, detail.cumError, detail.sampling);
  const share = of > 0 ? formatShare(Math.abs(detail.cum) / of) : "";
  return (
    <>
      <p className="figure">
        <span className="large" title={formatExact(detail.cum, unit)}>
          {isDelta ? formatDelta(detail.cum, unit) : formatValue(detail.cum, unit)}
        </span>
        {isDifference && !isDelta ? (
          <>
            <span
              className={noise ? "dim" : delta > 0 ? "more" : "less"}
              title={formatExact(delta, unit)}
            >
              {formatDelta(delta, unit)}
            </span>
            <span className="dim">{formatFactor(detail.cum, detail.baseCum)}</span>
          </>
        ) : null}
      </p>
      <p className="dim">
        {PANEL_WORDS.shareOf(share, formatValue(of, unit), isDelta)}
        {interval ? (
          <span title={PANEL_WORDS.intervalTitle}>
            {PANEL_WORDS.interval(
              formatValue(interval.low, unit),
              formatValue(interval.high, unit),
            )}
          </span>
        ) : null}
      </p>
      {noise && delta !== 0 ? <p className="dim">{PANEL_WORDS.changeIsNoise}</p> : null}
    </>
  );
}

/** The path in each file of the set, where there are several. */
function Course({ detail }: { readonly detail: Detail }) {
  const view = useView();
  const set = useAnswer("set");
  if (detail.series.length < 2 || !set) return null;
  return (
    <>
      <h3 className="overline">{PANEL_WORDS.overSet(set.kind === "series")}</h3>
      <Sparkline
        series={set.order.map((i) => detail.series[i] ?? 0)}
        times={set.order.map((i) => set.times[i])}
        unit={detail.unit}
        trend={detail.trend}
        marked={set.order.indexOf(view.shown)}
      />
    </>
  );
}
