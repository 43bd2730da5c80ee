import type { FlameLayout } from "./flame-layout.js";

/** Looking this often costs about what a table of all paths does. */
const SCANS = 64;

interface Looked {
  times: number;
  table: PathTable | undefined;
}

const looked = new WeakMap<FlameLayout, Looked>();

/**
 * The box of a path: the box itself, or the folded run that holds it; -1 where there is none. A
 * layout that is asked often, as by a hover that is linked, gets a table: then it is one look-up.
 */
export function boxOfPath(layout: FlameLayout, low: number, high: number): number {
  let seen = looked.get(layout);
  if (!seen) {
    seen = { times: 0, table: undefined };
    looked.set(layout, seen);
  }
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

/** The paths of all boxes, and then of all members of runs, in an open-addressed hash table. */
class PathTable {
  /** one more than the box, or than the member from `count` on; 0 where free */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly boxOfMember: Int32Array;

  constructor(private readonly layout: FlameLayout) {
    const { count, folds, pathLow } = layout;
    const members = folds.memberLow.length;
    let room = 16;
    while (room < (count + members) * 2) room *= 2;
    this.slots = new Int32Array(room);
    this.mask = room - 1;
    this.boxOfMember = new Int32Array(members);
    for (let box = 0; box < count; box++) this.put(pathLow[box], box);
    for (let r = 0; r < folds.count; r++) {
      for (let m = folds.offsets[r]; m < folds.offsets[r + 1]; m++) {
        this.boxOfMember[m] = folds.box[r];
        this.put(folds.memberLow[m], count + m);
      }
    }
  }

  find(low: number, high: number): number {
    const { slots, mask, layout } = this;
    const { count, folds, pathLow, pathHigh } = layout;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = slots[slot] - 1;
      if (at < 0) return -1;
      if (at < count) {
        if (pathLow[at] === low && pathHigh[at] === high) return at;
      } else if (folds.memberLow[at - count] === low && folds.memberHigh[at - count] === high) {
        return this.boxOfMember[at - count];
      }
    }
  }

  private put(low: number, at: number): void {
    const { slots, mask } = this;
    let slot = low & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = at + 1;
  }
}
