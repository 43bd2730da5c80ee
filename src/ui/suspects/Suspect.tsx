import type { SuspectCard } from "../../engine/answers.js";
import { FORM_WORDS, formBeside, growthForm } from "../../leaks/growth-form.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { decidedBy } from "../../leaks/verdict.js";
import { shortName } from "../../profile/function-name.js";
import { errorText } from "../../profile/sampling/error-text.js";
import { useAnswer } from "../../session/store.js";
import { evidenceLabel, stageLabel } from "../../words/page/kubernetes-words.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";
import { useSession } from "../app/session-context.js";
import { AdviceList } from "../controls/AdviceList.js";
import { formatDelta, formatShare, formatValue } from "../controls/page-format.js";
import { Course, PathList } from "./card-parts.js";
import { FormGlyph } from "./FormGlyph.js";

const WORDS = SUSPECTS_WORDS.card;
/** More paths than this are not offered one by one. */
const MOST_PATHS = 12;

interface SuspectProps {
  readonly suspect: SuspectCard;
  readonly about: "growth" | "held";
  readonly unit: string;
}

/** One suspect: what it is, how much, how it came about, and what to do. */
export function Suspect(props: SuspectProps & { readonly rank: number }) {
  const { suspect, rank, unit } = props;
  return (
    <article className="card suspect" aria-label={WORDS.label(rank, shortName(suspect.name))}>
      <Head {...props} />
      <div className="suspect-body">
        <div>
          <Line {...props} />
          <OtherPaths suspect={suspect} />
          {suspect.forecast ? <p className="dim">{suspect.forecast}</p> : null}
          {suspect.class === "undecided" ? (
            <p className="dim">{decidedBy(suspect.stage, suspect.series.length)}</p>
          ) : null}
          <GrowthForm suspect={suspect} />
        </div>
        <Course series={suspect.series} unit={unit} />
      </div>
      <PathList stack={suspect.stack} summary={WORDS.path(suspect.stack.length)} />
      {suspect.advice.length > 0 ? (
        <details>
          <summary>{WORDS.advice(suspect.advice.length)}</summary>
          <AdviceList advice={suspect.advice} />
        </details>
      ) : null}
    </article>
  );
}

/** Its rank and name, which lead into the graph, and how much it is. */
function Head({ suspect, rank, about, unit }: SuspectProps & { readonly rank: number }) {
  const session = useSession();
  const picture = useAnswer("picture");
  const grew = about === "growth";
  const { sampling } = picture ?? {};
  return (
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
      <strong className={grew ? "more" : ""}>
        {grew ? formatDelta(suspect.growth, unit) : formatValue(suspect.after, unit)}
      </strong>
      {sampling ? (
        <span className="dim">
          {errorText(suspect.error, unit, grew ? sampling.change : sampling.basis)}
        </span>
      ) : null}
    </header>
  );
}

/** Kind, stage and class, and what share of the whole it has. */
function Line({ suspect, about, unit }: SuspectProps) {
  const { kind, evidence, stage, survival, meanObjectBytes } = suspect;
  const share = formatShare(suspect.share);
  const change = WORDS.change(formatValue(suspect.before, unit), formatValue(suspect.after, unit));
  const facts = [
    stageLabel(stage),
    ...(about === "growth" ? [suspect.class ? classWords(suspect.class) : "", change] : []),
    about === "growth" ? WORDS.ofGrowth(share) : WORDS.ofTotal(share),
    survival === null ? "" : WORDS.survival(formatShare(survival)),
    meanObjectBytes === null ? "" : WORDS.meanObject(formatValue(meanObjectBytes, "bytes")),
  ];
  return (
    <p className="suspect-line">
      {kind ? (
        <>
          <strong>{kind}</strong> <span className="dim">{evidenceLabel(evidence)}</span> ·{" "}
        </>
      ) : null}
      {facts.filter(Boolean).join(" · ")}
    </p>
  );
}

/** Other paths to the same function, whose figures are in its own. */
function OtherPaths({ suspect }: { readonly suspect: SuspectCard }) {
  const session = useSession();
  const { path, otherPaths = [] } = suspect;
  if (otherPaths.length === 0) return null;
  return (
    <p className="dim">
      {WORDS.otherPaths(otherPaths.length + 1)}{" "}
      {[path, ...otherPaths].slice(0, MOST_PATHS).map((each, i) => (
        <button
          key={each}
          type="button"
          className="link"
          onClick={() => session.change({ tab: "graph", inverted: false, selection: each })}
        >
          {i + 1}
        </button>
      ))}
    </p>
  );
}

/** The form of the growth: a small drawing of it, and its words. */
function GrowthForm({ suspect }: { readonly suspect: SuspectCard }) {
  const set = useAnswer("set");
  if (!set) return null;
  const values = set.order.map((i) => suspect.series[i] ?? 0);
  const isOneLife = set.kind === "series" && set.restarts.length === 0;
  const form = isOneLife ? growthForm(values, suspect.error / Math.SQRT2) : undefined;
  const shown = formBeside(form, suspect.class === "growing");
  return shown === undefined ? null : (
    <p className="dim">
      <FormGlyph form={shown} /> {FORM_WORDS[shown]}
    </p>
  );
}
