/** What a box's width stands for when two profiles are compared. */
export type WidthMode = "larger" | "before" | "after" | "delta";

/**
 * The width of each node's own part: |self| of one profile, or what `mode` makes of two. Summed
 * over a subtree it is the width of a box, so children never are wider than their parent.
 * @returns length self.length
 */
export function ownWidths(
  self: Float64Array,
  baseSelf: Float64Array | undefined,
  mode: WidthMode,
): Float64Array {
  const own = new Float64Array(self.length);
  for (let i = 0; i < own.length; i++) {
    const after = Math.abs(self[i]);
    if (!baseSelf) {
      own[i] = after;
      continue;
    }
    const before = Math.abs(baseSelf[i]);
    own[i] =
      mode === "after"
        ? after
        : mode === "before"
          ? before
          : mode === "delta"
            ? Math.abs(self[i] - baseSelf[i])
            : Math.max(after, before);
  }
  return own;
}
