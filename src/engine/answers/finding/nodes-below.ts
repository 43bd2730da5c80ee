import { functionNames } from "../../../calltree/frame-table.js";
import { frameNames, type PatternIndex } from "../../../kubernetes/frames/frame-pattern.js";
import type { Prepared } from "../../prepared-tree.js";

/** For each node 1 where a function that matches is there, or above it. */
export function nodesBelow(
  { nodeCount, frame, parent, frames }: Prepared["tree"],
  patterns: PatternIndex,
): Uint8Array {
  const found = frameNames(functionNames(frames)).map((name) => patterns.match(name).length > 0);
  const below = new Uint8Array(nodeCount);
  for (let n = 1; n < nodeCount; n++) below[n] = found[frame[n]] || below[parent[n]] ? 1 : 0;
  return below;
}
