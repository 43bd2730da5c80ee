import type { KindsAnswer } from "../../engine/answers.js";
import { evidenceOfKinds, shareOfKinds } from "../../engine/whole-of-kinds.js";
import { useAnswer, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { formatExact, formatShare } from "../controls/page-format.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { walkPaths } from "./walk-paths.js";

const SHOWN = 6;

/** The kinds below the graph: a press lights the paths of one. */
export function Chips() {
  const kinds = useAnswer("kinds");
  const lit = useAnswer("lit");
  const view = useView();
  const session = useSession();
  const theme = useTheme();
  if (!kinds) return <div className="chips" />;
  const entries = chipEntries(kinds);
  const at = lit?.findIndex((p) => p.path === view.selection) ?? -1;
  const part = (v: number) => {
    const share = shareOfKinds(v, kinds);
    return share === undefined ? "" : formatShare(share);
  };
  const walk = (by: 1 | -1) => walkPaths(session, by);
  return (
    <div className="chips">
      {kinds.isDifference ? (
        <span className="dim chips-note">share of the change</span>
      ) : Math.abs(kinds.total) < kinds.of * 0.9995 ? (
        <span className="dim chips-note">of what is shown</span>
      ) : null}
      {entries.map((entry) => (
        <button
          key={entry.key}
          type="button"
          className="chip"
          aria-pressed={view.lit === entry.key}
          title={`${formatExact(entry.value, kinds.unit)}${kinds.isDifference ? " of change" : ""}`}
          onClick={() =>
            session.change({ lit: view.lit === entry.key ? "" : entry.key, litStage: "" })
          }
        >
          <span className="dot" style={{ background: bandColour(entry.key, theme) }} />
          {entry.label} {part(entry.value)}
        </button>
      ))}
      {view.lit && lit && lit.length > 0 ? (
        <span className="lit-walk">
          <button
            type="button"
            className="button quiet small"
            {...withShortcut("Previous path", "previous")}
            onClick={() => walk(-1)}
          >
            ‹
          </button>
          <span aria-live="polite">
            {at >= 0
              ? `path ${at + 1} of ${lit.length}`
              : lit.length === 1
                ? "1 path"
                : `${lit.length} paths`}
          </span>
          <button
            type="button"
            className="button quiet small"
            {...withShortcut("Next path", "next")}
            onClick={() => walk(1)}
          >
            ›
          </button>
        </span>
      ) : null}
      <span className="grow" />
      <span
        className="dim evidence-sum"
        title="How the kinds are known: by a typed frame, by the shape of the encoder's stack, by growing together with typed frames"
      >
        {evidenceOfKinds(kinds.kinds)
          .map(({ name, share }) => `${name} ${formatShare(share)}`)
          .join(" · ")}
      </span>
    </div>
  );
}

/** The largest kinds, then what is no kind, then what is not known. */
function chipEntries(kinds: KindsAnswer): { key: string; label: string; value: number }[] {
  const rows = kinds.kinds
    .slice(0, SHOWN)
    .map((k) => ({ key: k.key, label: k.kind, value: k.total }));
  return [
    ...rows,
    { key: "other", label: "other", value: kinds.other },
    { key: "unknown", label: "unknown", value: kinds.unknown },
  ];
}
