import { widened } from "../lib/growable.js";
import type { Exclusions } from "./go-exclusions.js";
import { LONGEST } from "./index-range.js";
import type { Callers } from "./only-caller.js";
import type { Pool } from "./stack-pool.js";
import { END, WINDOWS, type WindowsOfStacks } from "./windows.js";

/** A continuation is taken when it is at least this sure. See docs/joining.md. */
export const SURE_ENOUGH = 0.92;

/**
 * How sure a continuation is that nothing speaks for or against: one stack alone is then enough, and
 * stays so however the sums are rounded.
 */
export const UNTOLD = 2 * SURE_ENOUGH - 1 + 1e-9;

/** Locations added to a stack: `path[from .. to]` of the walker. */
export interface Walk {
  readonly from: number;
  readonly to: number;
}

/** What is said on each window, counted when it is first asked for: stacks is -1 until then. */
interface Said {
  stacks: Int32Array<ArrayBuffer>;
  weight: Float64Array<ArrayBuffer>;
  /** the vote that holds most */
  best: Int32Array<ArrayBuffer>;
}

/**
 * Follows cut stacks rootward through windows of other stacks.
 *
 * At each step the stacks that have the chain's last 32, 24, 16, 12, 8 or 6 locations are asked what
 * follows. The longest window that is known proposes: of what follows there the continuation that
 * holds most, if it is also that of most stacks. How sure it is, is worked out from the shortest
 * window to the longest: of n stacks that have a window and a share s of their bytes for the
 * continuation, the estimate becomes (n s + e) / (n + 1), e the estimate of the next shorter window.
 * (Interpolated back-off, as for n-grams of words: Witten and Bell 1991; a long window that only
 * one stack has says less than a shorter one that many have.) A longer window that the same stacks
 * have as the shorter one is no further evidence and is passed over.
 *
 * Where not even the shortest window is known, the last location may still be one that is called
 * from one place only in all stacks; that is then what follows.
 */
export class Walker {
  /** pooled locations of all walks, one walk after the other */
  path = new Int32Array(1 << 12);
  /** how sure each is: the least of the estimates up to it */
  sureness = new Float64Array(1 << 12);
  private used = 0;
  private readonly locationBegins: Uint8Array;
  private readonly locationForbidden: Uint8Array;
  private readonly chain: Int32Array;
  private readonly found = new Int32Array(WINDOWS.length);
  /** for each window the walk that came by last */
  private walked: Int32Array<ArrayBuffer>;
  /** for each location the walk that came by last with nothing else to go by */
  private readonly passed: Int32Array;
  private walks = 0;
  private next = END;
  /** for each set of rules what is said on each window */
  private readonly said = new Map<number, Said>();

  constructor(
    private readonly pool: Pool,
    private windows: WindowsOfStacks,
    private readonly callers: Callers,
    exclusions: Exclusions,
    private readonly mostAdded: number,
  ) {
    this.chain = new Int32Array(LONGEST + mostAdded);
    this.locationBegins = ofLocations(pool, exclusions.begins);
    this.locationForbidden = ofLocations(pool, exclusions.forbidden);
    this.walked = new Int32Array(1 << 12);
    this.passed = new Int32Array(pool.locationCount);
  }

  /** The rules that the frames of a stack set off, as bits; see `Exclusions`. */
  rules(stack: number): number {
    const { stackOffsets, stackLocations } = this.pool;
    let bits = 0;
    for (let i = stackOffsets[stack]; i < stackOffsets[stack + 1]; i++) {
      bits |= this.locationBegins[stackLocations[i]];
    }
    return bits;
  }

  /**
   * Walks rootward from the root-most locations of a cut stack.
   * @param rules bits of `rules(stack)`
   */
  walk(stack: number, rules: number): Walk {
    const { chain } = this;
    const { stackOffsets, stackLocations } = this.pool;
    const end = stackOffsets[stack + 1];
    let size = 0;
    for (let i = Math.max(stackOffsets[stack], end - LONGEST); i < end; i++) {
      chain[size++] = stackLocations[i];
    }
    const start = size;
    const from = this.used;
    const stamp = ++this.walks;
    let sure = 1;
    while (size - start < this.mostAdded) {
      const length = this.look(size);
      const estimate =
        length > 0
          ? this.byWindow(length, rules, stamp)
          : this.byCaller(chain[size - 1], rules, stamp);
      if (estimate < SURE_ENOUGH) break;
      sure = Math.min(sure, estimate);
      if (this.next === END) break;
      chain[size++] = this.next;
      rules |= this.locationBegins[this.next];
      this.push(this.next, sure);
    }
    return { from, to: this.used };
  }

  /** Goes on with other windows, or with the same, of which all have other numbers now. */
  use(windows: WindowsOfStacks): void {
    this.windows = windows;
    this.said.clear();
    this.walked.fill(0);
  }

  /** Finds the windows that end the chain; gives how many lengths of them are known. */
  private look(size: number): number {
    const { windows, chain, found } = this;
    let length = 0;
    while (length < WINDOWS.length) {
      const window = windows.find(chain, size, length, length > 0 ? found[length - 1] : 0);
      if (window === 0) break;
      found[length++] = window;
    }
    return length;
  }

  /** Sets `next` to what the windows found tell; gives how sure it is, 0 where the walk must end. */
  private byWindow(length: number, rules: number, stamp: number): number {
    const vote = this.proposed(length, rules);
    if (vote === 0) return 0;
    // A window walked before would be walked for ever.
    const window = this.found[length - 1];
    if (window >= this.walked.length) this.walked = widened(this.walked, window + 1);
    if (this.walked[window] === stamp) return 0;
    this.walked[window] = stamp;
    this.next = this.windows.votes.location[vote];
    return this.estimate(vote, rules);
  }

  /** As byWindow, where no window is known: the only caller that the last location ever has. */
  private byCaller(last: number, rules: number, stamp: number): number {
    const next = this.callers.only[last];
    if (next < END || this.passed[last] === stamp) return 0;
    if (next >= 0 && (this.locationForbidden[next] & rules) !== 0) return 0;
    this.passed[last] = stamp;
    this.next = next;
    const seen = this.callers.seen[last];
    return (seen + UNTOLD) / (seen + 1);
  }

  /** The best vote on the longest of the found windows on which not all is ruled out; 0 for none. */
  private proposed(length: number, rules: number): number {
    for (let w = length - 1; w >= 0; w--) {
      const window = this.found[w];
      const said = this.saidOn(window, rules);
      const vote = said.best[window];
      if (vote === 0) continue;
      return this.windows.votes.stacks[vote] * 2 > said.stacks[window] ? vote : 0;
    }
    return 0;
  }

  private estimate(vote: number, rules: number): number {
    const { votes } = this.windows;
    // From the longest window down: the estimate is a sum whose terms shrink.
    let estimate = 0;
    let share = 1;
    for (let v = vote; v !== 0; ) {
      const window = votes.window[v];
      const said = this.saidOn(window, rules);
      const stacks = said.stacks[window];
      const shorter = votes.shorter[v];
      if (
        shorter === 0 ||
        this.saidOn(votes.window[shorter], rules).stacks[votes.window[shorter]] !== stacks
      ) {
        const ours = votes.weight[v] / said.weight[window];
        estimate += (share * stacks * ours) / (stacks + 1);
        share /= stacks + 1;
      }
      v = shorter;
    }
    return estimate + share * UNTOLD;
  }

  /** What is said on a window by all that the rules do not rule out. */
  private saidOn(window: number, rules: number): Said {
    let said = this.said.get(rules);
    if (!said) {
      said = {
        stacks: new Int32Array(1 << 12).fill(-1),
        weight: new Float64Array(1 << 12),
        best: new Int32Array(1 << 12),
      };
      this.said.set(rules, said);
    }
    const room = said.stacks.length;
    if (window >= room) {
      said.stacks = widened(said.stacks, window + 1).fill(-1, room);
      said.weight = widened(said.weight, window + 1);
      said.best = widened(said.best, window + 1);
    }
    if (said.stacks[window] < 0) this.count(said, window, rules);
    return said;
  }

  private count(said: Said, window: number, rules: number): void {
    const { votes } = this.windows;
    let stacks = 0;
    let weight = 0;
    let best = 0;
    for (let v = votes.first(window); v !== 0; v = votes.next[v]) {
      const next = votes.location[v];
      if (next >= 0 && (this.locationForbidden[next] & rules) !== 0) continue;
      stacks += votes.stacks[v];
      weight += votes.weight[v];
      if (best === 0 || this.isBetter(v, best)) best = v;
    }
    said.stacks[window] = stacks;
    said.weight[window] = weight;
    said.best[window] = best;
  }

  /** Whether a vote holds more than another; the same in whatever order they were counted. */
  private isBetter(a: number, b: number): boolean {
    const { weight, stacks, location } = this.windows.votes;
    if (weight[a] !== weight[b]) return weight[a] > weight[b];
    if (stacks[a] !== stacks[b]) return stacks[a] > stacks[b];
    return location[a] < location[b];
  }

  private push(location: number, sure: number): void {
    if (this.used === this.path.length) {
      this.path = widened(this.path);
      this.sureness = widened(this.sureness);
    }
    this.path[this.used] = location;
    this.sureness[this.used++] = sure;
  }
}

function ofLocations(pool: Pool, bits: Uint8Array): Uint8Array {
  const out = new Uint8Array(pool.locationCount);
  for (let l = 0; l < out.length; l++) {
    for (let k = pool.frameOffsets[l]; k < pool.frameOffsets[l + 1]; k++) {
      out[l] = out[l] | bits[pool.frames[k]];
    }
  }
  return out;
}
