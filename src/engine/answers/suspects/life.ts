import { sameMoment } from "../../../leaks/same-moment.js";
import type { FileSet, SampleTypeOfSet } from "../../file-set.js";
import type { SetChoice } from "../../question.js";

/**
 * The snapshots of the process that a file is of, in time, the file among them: from the restart
 * before it to the one after it. Of a snapshot that only repeats the one before (no collection
 * ended in between) the first stays. The file alone where the set is no series.
 */
export function lifeOf(
  set: FileSet,
  choice: SetChoice,
  file: number,
  type: SampleTypeOfSet,
): number[] {
  const { kind, order, restarts } = set.class(choice);
  if (kind !== "series") return [file];
  const at = order.indexOf(file);
  let from = at;
  while (from > 0 && !restarts.includes(order[from])) from--;
  let to = at;
  while (to + 1 < order.length && !restarts.includes(order[to + 1])) to++;
  const out: number[] = [];
  for (const p of order.slice(from, to + 1)) {
    if (type.index[p] < 0) continue;
    const last = out.at(-1);
    if (last === undefined || !sameMoment(set.profiles[last], set.profiles[p])) out.push(p);
  }
  return out;
}
