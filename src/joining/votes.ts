import { widened } from "../lib/growable.js";

const ROOM = 1 << 12;

/** What stacks say that follows on windows, as columns by the number of a vote; number 0 is none. */
export class Votes {
  /** location that follows, or END */
  location = new Int32Array(ROOM);
  stacks = new Int32Array(ROOM);
  weight = new Float64Array(ROOM);
  window = new Int32Array(ROOM);
  /** the same that follows on the next shorter window, 0 for none */
  shorter = new Int32Array(ROOM);
  /** another vote on the same window, 0 for none */
  next = new Int32Array(ROOM);
  private firsts = new Int32Array(ROOM);

  /** First vote on a window, 0 for none; go on with `next`. */
  first(window: number): number {
    return this.firsts[window];
  }

  /** The vote on a window for what follows, 0 for none. */
  of(window: number, follows: number): number {
    let vote = this.firsts[window];
    while (vote !== 0 && this.location[vote] !== follows) vote = this.next[vote];
    return vote;
  }

  /** Makes vote `v`, of which nothing is counted yet. */
  put(v: number, window: number, shorter: number, follows: number): void {
    if (v === this.next.length) {
      this.location = widened(this.location);
      this.stacks = widened(this.stacks);
      this.weight = widened(this.weight);
      this.window = widened(this.window);
      this.shorter = widened(this.shorter);
      this.next = widened(this.next);
    }
    if (window >= this.firsts.length) this.firsts = widened(this.firsts, window + 1);
    this.location[v] = follows;
    this.window[v] = window;
    this.shorter[v] = shorter;
    this.next[v] = this.firsts[window];
    this.firsts[window] = v;
  }

  /** Counts stacks for vote `v`, and what they hold. */
  count(v: number, stacks: number, weight: number): void {
    this.stacks[v] = this.stacks[v] + stacks;
    this.weight[v] = this.weight[v] + weight;
  }
}
