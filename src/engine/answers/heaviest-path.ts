import { comparisonOf } from "../comparison.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";

/**
 * The path of the heaviest node of each of some frames, for selecting it in the graph; both lanes
 * are 0 where the graph has no node of that frame.
 */
export function heaviestPaths(
  prepared: Prepared,
  question: Question,
  frames: Int32Array,
): { pathLow: Uint32Array; pathHigh: Uint32Array } {
  const { tree, paths } = prepared;
  const { width } = comparisonOf(prepared, question);
  const best = new Int32Array(tree.frames.names.length).fill(-1);
  for (let node = 1; node < tree.nodeCount; node++) {
    const frame = tree.frame[node];
    const known = best[frame];
    if (known < 0 || width[node] > width[known]) best[frame] = node;
  }
  const pathLow = new Uint32Array(frames.length);
  const pathHigh = new Uint32Array(frames.length);
  for (let i = 0; i < frames.length; i++) {
    const node = best[frames[i]] ?? -1;
    if (node < 0) continue;
    pathLow[i] = paths.low[node];
    pathHigh[i] = paths.high[node];
  }
  return { pathLow, pathHigh };
}
