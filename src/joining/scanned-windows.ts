import type { Pool } from "./stack-pool.js";
import { Votes } from "./votes.js";
import { END, MORE, WINDOWS, type WindowsOfStacks } from "./windows.js";

/** All stacks may be looked through so many times before an index costs less. */
const PATIENCE = 64;

/** Where a run of locations is in the stacks. */
interface Places {
  /** the first place beyond it, in `Pool.stackLocations` */
  readonly ends: number[];
  readonly stacks: number[];
}

/**
 * What follows on windows, by looking through all stacks when they are asked for: where few stacks
 * are cut nothing need be indexed. A longer window is where the next shorter one is.
 */
export class ScannedWindows implements WindowsOfStacks {
  readonly votes = new Votes();
  /** numbers of the windows asked for, by their locations; 0 for one that no stack has */
  private readonly known = new Map<string, number>();
  private windowCount = 0;
  private voteCount = 0;
  private scans = 0;
  /** where window `windowCount` is, which was counted last */
  private found: Places = { ends: [], stacks: [] };

  /** @param often how often each location stands in the stacks, about */
  constructor(
    private readonly pool: Pool,
    private readonly held: Float64Array,
    private readonly cut: Uint8Array,
    private readonly often: Int32Array,
  ) {}

  /** Whether so much was asked that an index costs less from here on. */
  get isExpensive(): boolean {
    return this.scans > PATIENCE;
  }

  find(chain: Int32Array, size: number, length: number, shorter: number): number {
    const from = size - WINDOWS[length];
    if (from < 0) return 0;
    const wanted = chain.subarray(from, size);
    const key = wanted.join();
    let window = this.known.get(key);
    if (window === undefined) {
      window = this.counted(wanted, length, shorter);
      this.known.set(key, window);
    }
    return window;
  }

  private counted(wanted: Int32Array, length: number, shorter: number): number {
    const { pool, held, votes } = this;
    const { stackOffsets, stackLocations } = pool;
    const window = this.windowCount + 1;
    const size = wanted.length;
    const goesOn = shorter > 0 && shorter === this.windowCount;
    const { ends, stacks } = goesOn ? this.found : this.placesOf(wanted);
    const unknown = goesOn ? MORE[length] : size;
    const found: Places = { ends: [], stacks: [] };
    for (let n = 0; n < ends.length; n++) {
      const end = ends[n];
      const stack = stacks[n];
      const from = end - size;
      if (from < stackOffsets[stack]) continue;
      let i = 0;
      while (i < unknown && stackLocations[from + i] === wanted[i]) i++;
      if (i < unknown) continue;
      found.ends.push(end);
      found.stacks.push(stack);
      const next = end === stackOffsets[stack + 1] ? END : stackLocations[end];
      let vote = votes.of(window, next);
      if (vote === 0) {
        vote = ++this.voteCount;
        votes.put(vote, window, shorter === 0 ? 0 : votes.of(shorter, next), next);
      }
      votes.count(vote, 1, held[stack]);
    }
    if (found.ends.length === 0) return 0;
    this.found = found;
    this.windowCount = window;
    return window;
  }

  /** Where a window may be, by its rarest location. The end of a cut stack says nothing. */
  private placesOf(wanted: Int32Array): Places {
    const { pool, cut } = this;
    const { stackOffsets, stackLocations } = pool;
    const often = wanted.map((l) => this.often[l]);
    const rarest = often.indexOf(often.reduce((least, n) => Math.min(least, n)));
    const places: Places = { ends: [], stacks: [] };
    const location = wanted[rarest];
    for (let at = stackLocations.indexOf(location); at >= 0; ) {
      const stack = stackAt(pool, at);
      const end = at - rarest + wanted.length;
      const last = stackOffsets[stack + 1];
      if (end < last || (end === last && cut[stack] === 0)) {
        places.ends.push(end);
        places.stacks.push(stack);
      }
      at = stackLocations.indexOf(location, at + 1);
    }
    this.scans++;
    return places;
  }
}

/** The stack that a place of `stackLocations` belongs to. */
function stackAt({ stackOffsets, stackCount }: Pool, place: number): number {
  let low = 0;
  let high = stackCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stackOffsets[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
