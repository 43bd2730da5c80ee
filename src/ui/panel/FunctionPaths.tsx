import type { Detail } from "../../engine/path-answers.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { useSession } from "../app/session-context.js";
import { formatDelta, formatValue } from "../controls/page-format.js";

const WORDS = PANEL_WORDS.functionPaths;

/**
 * That the panel is of one path, and what its function holds over all of them, as in the table:
 * with a walk through the paths.
 */
export function FunctionPaths({ detail }: { detail: Detail }) {
  const session = useSession();
  const { ofFunction, unit, isDifference, isDelta } = detail;
  if (!ofFunction || ofFunction.count < 2) return null;
  const { cum, baseCum, paths, count } = ofFunction;
  const at = paths.indexOf(detail.path);
  const select = (by: number) => {
    const next = at < 0 ? 0 : (at + by + paths.length) % paths.length;
    const selection = paths[next];
    if (selection !== undefined) session.change({ selection }, "replace");
  };
  const change = isDifference && !isDelta ? formatDelta(cum - baseCum, unit) : "";
  const held = isDelta ? formatDelta(cum, unit) : formatValue(cum, unit);
  return (
    <p className="dim lit-walk">
      <button
        type="button"
        className="button quiet small"
        title={WORDS.previous}
        onClick={() => select(-1)}
      >
        ‹
      </button>
      <span aria-live="polite">{at >= 0 ? WORDS.at(at + 1, count) : WORDS.below(count)}</span>
      <button
        type="button"
        className="button quiet small"
        title={WORDS.next}
        onClick={() => select(1)}
      >
        ›
      </button>
      <span>{WORDS.overAll(held, change)}</span>
    </p>
  );
}
