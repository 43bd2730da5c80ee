import type { FrameTable } from "../../calltree/frame-table.js";
import type { Profile } from "../../profile/profile.js";

/**
 * What locations say: the rows (see FrameClasses) of a location's frames, taken together, so that
 * a stack is walked a location at a time. A row by itself is the symbol of the same number.
 */
export class Symbols {
  /** rows of each symbol, root first */
  readonly rows: (readonly number[])[];
  private readonly known = new Map<string, number>();

  constructor(private readonly rowOf: Int32Array) {
    let rows = 0;
    for (let f = 0; f < rowOf.length; f++) rows = Math.max(rows, rowOf[f] + 1);
    this.rows = Array.from({ length: rows }, (_, row) => [row]);
  }

  /** The symbol of each location of one of the table's profiles. */
  ofLocations(profile: Profile, frames: FrameTable, index: number): Int32Array {
    const { count, lineOffsets } = profile.locations;
    const lineFrame = frames.ofLine[index];
    const bareFrame = frames.ofBareLocation[index];
    const symbols = new Int32Array(count);
    for (let l = 0; l < count; l++) {
      const first = lineOffsets[l];
      const last = lineOffsets[l + 1];
      if (last - first > 1) symbols[l] = this.several(lineFrame, first, last);
      else symbols[l] = this.rowOf[first === last ? bareFrame[l] : lineFrame[first]];
    }
    return symbols;
  }

  private several(lineFrame: Int32Array, first: number, last: number): number {
    const rows: number[] = [];
    for (let k = last - 1; k >= first; k--) rows.push(this.rowOf[lineFrame[k]]);
    const key = rows.join();
    let symbol = this.known.get(key);
    if (symbol === undefined) {
      symbol = this.rows.length;
      this.known.set(key, symbol);
      this.rows.push(rows);
    }
    return symbol;
  }
}
