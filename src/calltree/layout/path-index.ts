import { memo } from "../../lib/memo.js";
import { PairIndex } from "../../lib/pair-index.js";
import type { FlameLayout } from "./flame-layout.js";

/** Looking this often costs about what a table of all paths does. */
const SCANS = 64;

interface Looked {
  times: number;
  table: PathTable | undefined;
}

const lookedAt = memo((_: FlameLayout): Looked => ({ times: 0, table: undefined }));

/**
 * The box of a path: the box itself, or the folded run that holds it; -1 where there is none. A
 * layout that is asked often, as by a hover that is linked, gets a table: then it is one look-up.
 */
export function boxOfPath(layout: FlameLayout, low: number, high: number): number {
  const seen = lookedAt(layout);
  if (seen.times++ < SCANS) return scanned(layout, low, high);
  seen.table ??= new PathTable(layout);
  return seen.table.find(low, high);
}

function scanned(layout: FlameLayout, low: number, high: number): number {
  let at = layout.pathLow.indexOf(low);
  while (at >= 0 && layout.pathHigh[at] !== high) at = layout.pathLow.indexOf(low, at + 1);
  if (at >= 0) return at;
  const { folds } = layout;
  let m = folds.memberLow.indexOf(low);
  while (m >= 0 && folds.memberHigh[m] !== high) m = folds.memberLow.indexOf(low, m + 1);
  if (m < 0) return -1;
  for (let r = 0; r < folds.count; r++) if (m < folds.offsets[r + 1]) return folds.box[r];
  return -1;
}

/** The paths of all boxes, and then of all members of runs. */
class PathTable {
  private readonly index: PairIndex;
  private readonly boxOf: number[] = [];

  constructor(layout: FlameLayout) {
    const { count, folds, pathLow, pathHigh } = layout;
    this.index = new PairIndex(count + folds.memberLow.length);
    for (let box = 0; box < count; box++) this.put(pathLow[box], pathHigh[box], box);
    for (let r = 0; r < folds.count; r++) {
      for (let m = folds.offsets[r]; m < folds.offsets[r + 1]; m++) {
        this.put(folds.memberLow[m], folds.memberHigh[m], folds.box[r]);
      }
    }
  }

  find(low: number, high: number): number {
    const at = this.index.find(low | 0, high | 0);
    return at < 0 ? -1 : this.boxOf[at];
  }

  /** Where two have one path the first stays: a box rather than a member. */
  private put(low: number, high: number, box: number): void {
    const { count } = this.index;
    const at = this.index.add(low | 0, high | 0);
    if (at === count) this.boxOf.push(box);
  }
}
