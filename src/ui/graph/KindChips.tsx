import { useRef } from "react";
import type { KindsAnswer, LitPath } from "../../engine/answers.js";
import { evidenceOfKinds, shareOfKinds } from "../../engine/whole-of-kinds.js";
import { useAnswer, useView } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { evidenceLabel } from "../../words/page/kubernetes-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { shadowEdges, useHiddenSides } from "../controls/hidden-sides.js";
import { formatExact, formatShare } from "../controls/page-format.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { toNextLitPath } from "./next-lit-path.js";

const WORDS = GRAPH_WORDS.kinds;
const SHOWN = 6;

/** The kinds below the graph: a press lights the paths of one. */
export function Chips() {
  const kinds = useAnswer("kinds");
  const lit = useAnswer("lit");
  const view = useView();
  const session = useSession();
  const theme = useTheme();
  const row = useRef<HTMLDivElement>(null);
  const sides = useHiddenSides(row, kinds !== undefined);
  if (!kinds) return <div className="chips" />;
  const entries = chipEntries(kinds);
  const part = (v: number) => {
    const share = shareOfKinds(v, kinds);
    return share === undefined ? "" : formatShare(share);
  };
  const exact = (v: number) => {
    const value = formatExact(v, kinds.unit);
    return kinds.isDifference ? WORDS.change(value) : value;
  };
  return (
    <div className="chips" ref={row} {...shadowEdges(sides)}>
      {kinds.isDifference ? (
        <span className="dim chips-note">{WORDS.ofChange}</span>
      ) : Math.abs(kinds.total) < kinds.of * 0.9995 ? (
        <span className="dim chips-note">{WORDS.ofShown}</span>
      ) : null}
      {entries.map((entry) => (
        <button
          key={entry.key}
          type="button"
          className="chip"
          aria-pressed={view.lit === entry.key}
          title={exact(entry.value)}
          onClick={() =>
            session.change({ lit: view.lit === entry.key ? "" : entry.key, litStage: "" })
          }
        >
          <span className="dot" style={{ background: bandColour(entry.key, theme) }} />
          {entry.label} {part(entry.value)}
        </button>
      ))}
      {view.lit && lit && lit.length > 0 ? <LitWalk lit={lit} /> : null}
      <span className="grow" />
      <EvidenceSum kinds={kinds} />
    </div>
  );
}

/** On what evidence the kinds are known; its title has all of it where there is no room. */
function EvidenceSum({ kinds }: { readonly kinds: KindsAnswer }) {
  const text = evidenceOfKinds(kinds.kinds)
    .map(({ name, share }) => `${evidenceLabel(name)} ${formatShare(share)}`)
    .join(" · ");
  return (
    <span className="dim evidence-sum" title={`${text}\n${WORDS.evidenceTitle}`}>
      {text}
    </span>
  );
}

/** Which of the lit paths is selected, and the way to the next. */
function LitWalk({ lit }: { readonly lit: readonly LitPath[] }) {
  const view = useView();
  const session = useSession();
  const at = lit.findIndex((p) => p.path === view.selection);
  return (
    <span className="lit-walk">
      <button
        type="button"
        className="button quiet small"
        {...withShortcut(WORDS.previous, "previous")}
        onClick={() => toNextLitPath(session, -1)}
      >
        ‹
      </button>
      <span aria-live="polite">
        {at >= 0 ? WORDS.pathAt(at + 1, lit.length) : WORDS.paths(lit.length)}
      </span>
      <button
        type="button"
        className="button quiet small"
        {...withShortcut(WORDS.next, "next")}
        onClick={() => toNextLitPath(session, 1)}
      >
        ›
      </button>
    </span>
  );
}

/** The largest kinds, then what is no kind, then what is not known. */
function chipEntries(kinds: KindsAnswer): { key: string; label: string; value: number }[] {
  const rows = kinds.kinds
    .slice(0, SHOWN)
    .map((k) => ({ key: k.key, label: k.kind, value: k.total }));
  return [
    ...rows,
    { key: "other", label: WORDS.other, value: kinds.other },
    { key: "unknown", label: WORDS.unknown, value: kinds.unknown },
  ];
}
