import type { SuspectCard } from "../../engine/answers.js";
import { FORM_WORDS, formBeside, growthForm } from "../../leaks/growth-form.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { decidedBy } from "../../leaks/verdict.js";
import { errorText } from "../../profile/error-text.js";
import { shortName } from "../../profile/function-name.js";
import { useAnswer, useStore } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { AdviceList } from "../controls/AdviceList.js";
import { Copy } from "../controls/CopyButton.js";
import { formatDelta, formatShare, formatValue } from "../controls/page-format.js";
import { stageLabel } from "../kubernetes/stage-columns.js";
import { Course, PathList } from "./card-parts.js";
import { Forecast } from "./Forecast.js";
import { FormGlyph } from "./FormGlyph.js";
import { Holder } from "./Holder.js";

/** Id of the list of what can be done. */
export const WHAT_TO_DO = "what-to-do";

/** The paths that explain the growth, or what holds the memory, with what to do. */
export function SuspectsTab() {
  const answer = useAnswer("suspects");
  const finding = useAnswer("finding");
  const failure = useStore((s) => s.failures.suspects?.failure);
  const session = useSession();
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!answer) return <div className="suspects" />;
  return (
    <div className="suspects">
      <div className="kubernetes-head">
        <p className="dim">
          {answer.about === "growth"
            ? `Paths that explain ${formatShare(answer.explained)} of the significant growth, largest first.`
            : answer.about === "holders"
              ? "Who holds the memory, by chains of references, largest first."
              : "What holds the memory, largest first. A single snapshot cannot show growth."}
        </p>
        <Copy
          className="button small"
          text={() => session.once("report", { link: location.href })}
          label="Copy report as Markdown"
        />
      </div>
      {answer.restarted ? (
        <p className="card note">
          The process restarted between the snapshots: growth is of two lives.
        </p>
      ) : null}
      {answer.about === "holders" ? null : <Forecast />}
      {answer.suspects.length === 0 ? (
        <p className="empty">
          {answer.about === "growth"
            ? "Nothing grew beyond sampling noise between these snapshots. Take them further apart, or under load."
            : "Nothing is held."}
        </p>
      ) : null}
      {answer.suspects.map((suspect, i) =>
        answer.about === "holders" ? (
          <Holder key={suspect.path} holder={suspect} rank={i + 1} unit={answer.unit} />
        ) : (
          <Suspect
            key={suspect.path}
            suspect={suspect}
            rank={i + 1}
            about={answer.about}
            unit={answer.unit}
          />
        ),
      )}
      {answer.cleared.length > 0 ? (
        <section className="card note">
          <h2 className="overline">Not the cause</h2>
          <ul>
            {answer.cleared.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {finding && finding.advice.length > 0 ? (
        <section className="card note" id={WHAT_TO_DO} tabIndex={-1}>
          <h2 className="overline">What to do</h2>
          <AdviceList advice={finding.advice} />
        </section>
      ) : null}
    </div>
  );
}

/** The form of the growth: a small drawing of it, and its words. */
function GrowthForm(props: {
  readonly suspect: SuspectCard;
  readonly order: readonly number[];
  readonly isOneLife: boolean;
}) {
  const { suspect, order, isOneLife } = props;
  const form = isOneLife
    ? growthForm(
        order.map((i) => suspect.series[i] ?? 0),
        suspect.error / Math.SQRT2,
      )
    : undefined;
  const shown = formBeside(form, suspect.class === "growing");
  return shown === undefined ? null : (
    <p className="dim">
      <FormGlyph form={shown} /> {FORM_WORDS[shown]}
    </p>
  );
}

function Suspect(props: {
  suspect: SuspectCard;
  rank: number;
  about: "growth" | "held";
  unit: string;
}) {
  const { suspect, rank, about, unit } = props;
  const session = useSession();
  const set = useAnswer("set");
  const picture = useAnswer("picture");
  return (
    <article className="card suspect" aria-label={`Suspect ${rank}: ${shortName(suspect.name)}`}>
      <header>
        <span className="rank">{rank}</span>
        <button
          type="button"
          className="link bare strong mono"
          title={suspect.name}
          onClick={() => session.change({ tab: "graph", inverted: false, selection: suspect.path })}
        >
          {shortName(suspect.name)}
        </button>
        <span className="grow" />
        <strong className={about === "growth" ? "more" : ""}>
          {about === "growth"
            ? formatDelta(suspect.growth, unit)
            : formatValue(suspect.after, unit)}
        </strong>
        {picture ? (
          <span className="dim">
            {errorText(
              suspect.error,
              unit,
              about === "growth" ? picture.sampling.change : picture.sampling.basis,
            )}
          </span>
        ) : null}
      </header>
      <p className="suspect-line">
        {suspect.kind ? (
          <>
            <strong>{suspect.kind}</strong> <span className="dim">{suspect.evidence}</span> ·{" "}
          </>
        ) : null}
        {stageLabel(suspect.stage)}
        {about === "growth" ? (
          <>
            {" "}
            · {suspect.class ? `${classWords(suspect.class)} · ` : ""}
            {formatValue(suspect.before, unit)} → {formatValue(suspect.after, unit)}
          </>
        ) : null}{" "}
        · {formatShare(suspect.share)} {about === "growth" ? "of the growth" : "of the total"}
        {suspect.survival !== null ? ` · survival ${formatShare(suspect.survival)}` : ""}
        {suspect.meanObjectBytes !== null
          ? ` · mean object ${formatValue(suspect.meanObjectBytes, "bytes")}`
          : ""}
      </p>
      {suspect.otherPaths && suspect.otherPaths.length > 0 ? (
        <p className="dim">
          {suspect.otherPaths.length + 1} paths lead to it; these figures are of all of them:{" "}
          {[suspect.path, ...suspect.otherPaths].slice(0, 12).map((path, i) => (
            <button
              key={path}
              type="button"
              className="link"
              onClick={() => session.change({ tab: "graph", inverted: false, selection: path })}
            >
              {i + 1}
            </button>
          ))}
        </p>
      ) : null}
      {suspect.forecast ? <p className="dim">{suspect.forecast}</p> : null}
      {suspect.class === "undecided" ? (
        <p className="dim">{decidedBy(suspect.stage, suspect.series.length)}</p>
      ) : null}
      {set ? (
        <GrowthForm
          suspect={suspect}
          order={set.order}
          isOneLife={set.kind === "series" && set.restarts.length === 0}
        />
      ) : null}
      <Course series={suspect.series} unit={unit} />
      <PathList stack={suspect.stack} summary={`path, ${suspect.stack.length} frames`} />
      {suspect.advice.length > 0 ? (
        <details>
          <summary>what to do, {suspect.advice.length}</summary>
          <AdviceList advice={suspect.advice} />
        </details>
      ) : null}
    </article>
  );
}
