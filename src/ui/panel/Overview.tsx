import { BASE_MEDIAN } from "../../engine/question.js";
import { sampleTypeName } from "../../profile/profile.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { FromMetrics } from "../beyond/FromMetrics.js";
import { HeldBy } from "../beyond/HeldBy.js";
import { AdviceList } from "../controls/AdviceList.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatFactor,
  formatValue,
} from "../controls/page-format.js";
import { viewTitle } from "../controls/view-title.js";
import { KnownIssues } from "./KnownIssues.js";
import { Labels } from "./Labels.js";

/** The panel while nothing is selected: the file, and what can be done. */
export function Overview() {
  const view = useView();
  const session = useSession();
  const files = useStore((s) => s.files);
  const picture = useAnswer("picture");
  const finding = useAnswer("finding");
  const set = useAnswer("set");
  const file = view.files[view.shown];
  const facts = file && files.get(file.hash)?.facts;
  const before = view.base === BASE_MEDIAN && set ? set.median : (picture?.baseTotal ?? 0);
  return (
    <div className="panel-body">
      <h2 className="panel-name">{view.sum ? viewTitle(view) : (file?.name ?? "")}</h2>
      {picture ? (
        <p className="figure">
          <span className="large" title={formatExact(picture.total, picture.unit)}>
            {picture.isDelta
              ? formatDelta(picture.total, picture.unit)
              : formatValue(picture.total, picture.unit)}
          </span>
          {picture.hasBase && !picture.isDelta ? (
            <>
              <span className={picture.total >= before ? "more" : "less"}>
                {formatDelta(picture.total - before, picture.unit)}
              </span>
              <span className="dim">{formatFactor(picture.total, before)}</span>
            </>
          ) : null}
        </p>
      ) : null}
      {picture?.isDelta ? (
        <p className="dim">
          This file is itself a difference of two profiles (it has values below zero): all figures
          are changes, and shares are of the sum of what grew and what shrank.
        </p>
      ) : null}
      {view.base === BASE_MEDIAN && !view.sum ? (
        <p className="dim">
          Against the median of the files&rsquo; totals. In the graph each path is compared with its
          own median.
        </p>
      ) : null}
      <p className="dim screen-only">
        Select a frame to see its figures, its kind and what to do about it. Press <kbd>?</kbd> for
        all keys.
      </p>
      <KnownIssues />
      {facts && !view.sum ? (
        <>
          <h3 className="overline">This file</h3>
          <dl className="figures">
            {facts.sampleTypes.map((t, i) => (
              <div key={sampleTypeName(facts.sampleTypes, i)}>
                <dt>{sampleTypeName(facts.sampleTypes, i)}</dt>
                <dd title={formatExact(facts.totals[i]!, t.unit)}>
                  {formatValue(facts.totals[i]!, t.unit)}
                </dd>
              </div>
            ))}
            <div>
              <dt>samples</dt>
              <dd>{formatCount(facts.samples)}</dd>
            </div>
          </dl>
          <HeldBy />
          {facts.features.subject === "heap" ? <FromMetrics /> : null}
          {facts.features.subject === "heap" ? (
            <p>
              <button
                type="button"
                className="button small"
                title="The process has more memory than its heap: where it can be"
                onClick={() => session.store.setState({ dialog: "beyond" })}
              >
                Beyond the heap
              </button>
            </p>
          ) : null}
          {view.files.length > 1 && !view.sum ? (
            <p className="panel-close">
              <button
                type="button"
                className="link dim"
                onClick={() => session.closeFile(view.shown)}
              >
                close this file
              </button>
            </p>
          ) : null}
          {facts.comments.map((comment, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: comments may be alike
            <p className="wrap comment" key={i}>
              {comment}
            </p>
          ))}
          {facts.docUrl ? <DocUrl address={facts.docUrl} /> : null}
          {facts.notes.map((note) => (
            <p className="dim" key={note}>
              {note}
            </p>
          ))}
        </>
      ) : null}
      <Labels />
      {finding && finding.advice.length > 0 ? (
        <>
          <h3 className="overline">What to do</h3>
          <AdviceList advice={finding.advice} />
        </>
      ) : null}
    </div>
  );
}

/** Where the profile says it is described; a link only where it leads to the web. */
function DocUrl({ address }: { address: string }) {
  return (
    <p className="wrap">
      described at{" "}
      {/^https?:\/\//i.test(address) ? (
        <a href={address} target="_blank" rel="noreferrer noopener">
          {address}
        </a>
      ) : (
        <span className="mono">{address}</span>
      )}
    </p>
  );
}
