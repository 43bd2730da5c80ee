import { type CSSProperties, useRef } from "react";
import type { KindRow, KindsAnswer } from "../../engine/answers.js";
import { evidenceOfKinds, shareOfKinds } from "../../engine/whole-of-kinds.js";
import { useView } from "../../session/store.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import {
  categoryLabel,
  evidenceLabel,
  KUBERNETES_WORDS,
  stageLabel,
} from "../../words/page/kubernetes-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { shadowEdges, useHiddenSides } from "../controls/hidden-sides.js";
import { MoreColumns } from "../controls/MoreColumns.js";
import { fitOnPaper } from "../controls/on-paper.js";
import { formatExact, formatShare, formatValue } from "../controls/page-format.js";
import { share, show } from "./kind-figures.js";

const WORDS = KUBERNETES_WORDS.matrix;

/** About how wide the columns in front of the stages are, and that of a stage, in CSS pixels. */
const BEFORE_STAGES = 560;
const STAGE = 95;

interface MatrixProps {
  readonly kinds: KindsAnswer;
  readonly stages: readonly string[];
}

/** Kinds down, stages across; a press on a figure lights its paths. */
export function KindMatrix({ kinds, stages }: MatrixProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const sides = useHiddenSides(scroller, true);
  const rest = { kinds, span: stages.length + 2 };
  return (
    <div className="matrix-frame" {...shadowEdges(sides)}>
      <MoreColumns hidden={sides} scroller={scroller} />
      <section
        className="matrix-scroll"
        ref={scroller}
        style={{ "--fit": fitOnPaper(BEFORE_STAGES + STAGE * stages.length) } as CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
        tabIndex={0}
        aria-label={WORDS.label}
      >
        <table className="matrix">
          <Head kinds={kinds} stages={stages} />
          <tbody>
            {kinds.kinds.map((row) => (
              <Kind key={row.key} row={row} kinds={kinds} stages={stages} />
            ))}
            <Rest label={WORDS.other} value={kinds.other} note={otherNote(kinds)} {...rest} />
            <Rest label={WORDS.unknown} value={kinds.unknown} note={WORDS.unknownNote} {...rest} />
            <Rest label={WORDS.total} value={kinds.total} note={WORDS.totalNote} {...rest} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Head({ kinds, stages }: MatrixProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{WORDS.kind}</th>
        <th scope="col">{kinds.isDifference ? WORDS.change : WORDS.held}</th>
        <th scope="col">{WORDS.evidence}</th>
        <th scope="col" title={WORDS.objectTitle}>
          {WORDS.object}
        </th>
        {stages.map((stage) => (
          <th scope="col" key={stage}>
            {stageLabel(stage)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A kind: what it holds, on what evidence, and at which stages. */
function Kind({ row, kinds, stages }: MatrixProps & { readonly row: KindRow }) {
  const view = useView();
  const session = useSession();
  const theme = useTheme();
  const light = (stage: string) => session.change({ lit: row.key, litStage: stage, tab: "graph" });
  return (
    <tr data-on={view.lit === row.key || undefined}>
      <th scope="row">
        <button type="button" className="link bare" onClick={() => light("")}>
          <span className="dot" style={{ background: bandColour(row.key, theme) }} />
          {row.kind}
          {row.group ? <span className="dim"> {row.group}</span> : null}
        </button>
      </th>
      <td title={formatExact(row.total, kinds.unit)}>
        <strong>{show(row.total, kinds)}</strong>{" "}
        <span className="dim">{share(row.total, kinds)}</span>
      </td>
      <td>
        <EvidenceBar row={row} />
      </td>
      <td className="dim">
        {row.meanObjectBytes === null ? "–" : formatValue(row.meanObjectBytes, "bytes")}
      </td>
      {stages.map((stage) => (
        <Cell key={stage} row={row} kinds={kinds} stage={stage} onLight={() => light(stage)} />
      ))}
    </tr>
  );
}

/** What a kind holds at a stage; a press lights its paths. */
function Cell(props: {
  readonly row: KindRow;
  readonly kinds: KindsAnswer;
  readonly stage: string;
  readonly onLight: () => void;
}) {
  const { row, kinds, stage, onLight } = props;
  const view = useView();
  const value = row.stages[stage] ?? 0;
  return (
    <td className="matrix-cell" style={heat(value, kinds)}>
      {value === 0 ? (
        ""
      ) : (
        <button
          type="button"
          aria-pressed={view.lit === row.key && view.litStage === stage}
          title={WORDS.cell(row.kind, stageLabel(stage), formatExact(value, kinds.unit))}
          onClick={onLight}
        >
          {show(value, kinds)}
        </button>
      )}
    </td>
  );
}

function heat(value: number, kinds: KindsAnswer) {
  const part = Math.min(1, Math.abs(shareOfKinds(value, kinds) ?? 0));
  return {
    background: `color-mix(in srgb, var(--accent) ${Math.round(part * 42)}%, transparent)`,
  };
}

function otherNote(kinds: KindsAnswer): string {
  const largest = Object.entries(kinds.otherCategories)
    .filter(([, v]) => v !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, 6)
    .map(([name, v]) => `${categoryLabel(name)} ${show(v, kinds)}`);
  return CONTROLS_WORDS.inRow(largest);
}

function Rest(props: {
  label: string;
  value: number;
  kinds: KindsAnswer;
  span: number;
  note: string;
}) {
  return (
    <tr className="matrix-rest">
      <th scope="row">{props.label}</th>
      <td title={formatExact(props.value, props.kinds.unit)}>
        {show(props.value, props.kinds)}{" "}
        <span className="dim">{share(props.value, props.kinds)}</span>
      </td>
      <td colSpan={props.span} className="dim">
        {props.note}
      </td>
    </tr>
  );
}

/** What the figure rests on: named solid, shaped hatched, co-growth dotted. */
function EvidenceBar({ row }: { row: KindRow }) {
  const parts = evidenceOfKinds([row]);
  const said = parts.map(({ name, share }) => `${evidenceLabel(name)} ${formatShare(share)}`);
  const text = CONTROLS_WORDS.inRow(said);
  return (
    <span className="evidence" title={text}>
      <span className="evidence-bar" aria-hidden="true">
        {parts.map(({ name, share }) => (
          <i key={name} data-evidence={name} style={{ width: `${share * 100}%` }} />
        ))}
      </span>
      <span className="dim">{text}</span>
    </span>
  );
}
