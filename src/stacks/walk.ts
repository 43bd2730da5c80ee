import type { Exclusions } from "./knowledge.js";
import { doubled, type Pool } from "./pool.js";
import { END, LONGEST, WINDOWS, type Windows, windowHashes } from "./windows.js";

/** A continuation is taken when it is at least this sure. See docs/joining.md. */
export const SURE_ENOUGH = 0.92;

/** How sure a continuation is that nothing speaks for or against: one stack alone is then enough. */
const UNTOLD = 2 * SURE_ENOUGH - 1;

/** Locations added to a stack: `path[from .. to]` of the walker. */
export interface Walk {
  readonly from: number;
  readonly to: number;
}

/**
 * Follows cut stacks rootward through windows of other stacks.
 *
 * At each step the stacks that have the chain's last 32, 24, 16, 12, 8 or 6 locations are asked what
 * follows. The longest window that is known proposes: of what follows there the continuation that
 * holds most. How sure it is, is worked out from the shortest window to the longest: of n stacks
 * that have a window and a share s of their bytes for the continuation, the estimate becomes
 * (n s + e) / (n + 1), e the estimate of the next shorter window. (Interpolated back-off, as for
 * n-grams of words: Witten and Bell 1991; a long window that only one stack has says less than a
 * shorter one that many have.)
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
  private readonly hashes = new Int32Array(WINDOWS.length);
  private readonly found = new Int32Array(WINDOWS.length);
  /** for each window the walk that came by last */
  private readonly walked: Int32Array;
  private walks = 0;

  constructor(
    private readonly pool: Pool,
    private readonly windows: Windows,
    exclusions: Exclusions,
    private readonly mostAdded: number,
  ) {
    this.chain = new Int32Array(LONGEST + mostAdded);
    this.locationBegins = ofLocations(pool, exclusions.begins);
    this.locationForbidden = ofLocations(pool, exclusions.forbidden);
    this.walked = new Int32Array(windows.windowCount);
  }

  /** The rules that the frames of a stack set off, as bits; see `Exclusions`. */
  rules(stack: number): number {
    const { stackOffsets, stackLocations } = this.pool;
    let bits = 0;
    for (let i = stackOffsets[stack]!; i < stackOffsets[stack + 1]!; i++) {
      bits |= this.locationBegins[stackLocations[i]!]!;
    }
    return bits;
  }

  /**
   * Walks rootward from the root-most locations of a cut stack.
   * @param node the tree's node at the stack's LONGEST root-most locations
   * @param rules bits of `rules(stack)`
   */
  walk(node: number, rules: number): Walk {
    const { windows, chain } = this;
    let size = 0;
    for (let at = node; at > 1; at = windows.parent[at]!) chain[size++] = windows.location[at]!;
    const start = size;
    const from = this.used;
    const stamp = ++this.walks;
    let sure = 1;
    while (size - start < this.mostAdded) {
      const longest = this.look(size);
      if (longest < 0) break;
      const next = this.proposed(longest, rules);
      if (next === undefined) break;
      const estimate = this.estimate(longest, next, rules);
      if (estimate < SURE_ENOUGH) break;
      // A window walked before would be walked for ever.
      const window = this.found[longest]!;
      if (this.walked[window] === stamp) break;
      this.walked[window] = stamp;
      sure = Math.min(sure, estimate);
      if (next === END) break;
      chain[size++] = next;
      rules |= this.locationBegins[next]!;
      this.push(next, sure);
    }
    return { from, to: this.used };
  }

  /** Finds the windows that end the chain; gives the index of the longest that is known, or -1. */
  private look(size: number): number {
    const { windows, chain, hashes, found } = this;
    const count = windowHashes(chain, size, hashes);
    for (let w = 0; w < count; w++) {
      const window = windows.find(chain, size, WINDOWS[w]!, hashes[w]!);
      if (window === 0) return w - 1;
      found[w] = window;
    }
    return count - 1;
  }

  /** What holds most among what follows on a window; undefined where all of it is ruled out. */
  private proposed(longest: number, rules: number): number | undefined {
    const { votes } = this.windows;
    for (let w = longest; w >= 0; w--) {
      let best: number | undefined;
      let most = -1;
      for (let v = this.windows.firstVote(this.found[w]!); v !== 0; v = votes.next[v]!) {
        const next = votes.location[v]!;
        if (votes.weight[v]! <= most || this.ruledOut(next, rules)) continue;
        most = votes.weight[v]!;
        best = next;
      }
      if (best !== undefined) return best;
    }
    return undefined;
  }

  private estimate(longest: number, wanted: number, rules: number): number {
    const { votes } = this.windows;
    let estimate = UNTOLD;
    for (let w = 0; w <= longest; w++) {
      let stacks = 0;
      let all = 0;
      let ours = 0;
      for (let v = this.windows.firstVote(this.found[w]!); v !== 0; v = votes.next[v]!) {
        const next = votes.location[v]!;
        if (this.ruledOut(next, rules)) continue;
        stacks += votes.stacks[v]!;
        all += votes.weight[v]!;
        if (next === wanted) ours = votes.weight[v]!;
      }
      if (stacks === 0) break;
      estimate = ((stacks * ours) / all + estimate) / (stacks + 1);
    }
    return estimate;
  }

  private ruledOut(next: number, rules: number): boolean {
    return next >= 0 && (this.locationForbidden[next]! & rules) !== 0;
  }

  private push(location: number, sure: number): void {
    if (this.used === this.path.length) {
      this.path = doubled(this.path, Int32Array);
      this.sureness = doubled(this.sureness, Float64Array);
    }
    this.path[this.used] = location;
    this.sureness[this.used++] = sure;
  }
}

function ofLocations(pool: Pool, bits: Uint8Array): Uint8Array {
  const out = new Uint8Array(pool.locationCount);
  for (let l = 0; l < out.length; l++) {
    for (let k = pool.frameOffsets[l]!; k < pool.frameOffsets[l + 1]!; k++) {
      out[l] = out[l]! | bits[pool.frames[k]!]!;
    }
  }
  return out;
}
