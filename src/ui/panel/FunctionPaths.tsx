import type { Detail } from "../../engine/answers.js";
import { useSession } from "../app/session-context.js";
import { formatDelta, formatValue } from "../controls/page-format.js";

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
    session.change({ selection: paths[next]! }, "replace");
  };
  const change = isDifference && !isDelta ? `, ${formatDelta(cum - baseCum, unit)}` : "";
  return (
    <p className="dim lit-walk">
      <button
        type="button"
        className="button quiet small"
        title="Previous path to this function"
        onClick={() => select(-1)}
      >
        ‹
      </button>
      <span aria-live="polite">
        {at >= 0 ? `path ${at + 1} of ${count}` : `below one of its ${count} paths`}
      </span>
      <button
        type="button"
        className="button quiet small"
        title="Next path to this function"
        onClick={() => select(1)}
      >
        ›
      </button>
      <span>
        over all of them {isDelta ? formatDelta(cum, unit) : formatValue(cum, unit)}
        {change}
      </span>
    </p>
  );
}
