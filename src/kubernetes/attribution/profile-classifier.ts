import type { AddedFrames } from "../../calltree/call-tree.js";
import { type AlikeStacks, alikeStacks } from "../../calltree/same-stack.js";
import type { Profile } from "../../profile/profile.js";
import { sampleBytes } from "../../profile/sampling/allocation-size.js";
import { Automaton } from "./automaton.js";
import type { Judge } from "./stack-classifier.js";
import type { StackReader } from "./stack-reader.js";
import {
  carriesOf,
  categoryOf,
  evidenceOf,
  kindOf,
  packVerdict,
  stageOf,
  type VerdictColumns,
} from "./verdict.js";

const UNKNOWN = -2_000_000_000;

/** Judges the stacks of one profile, each different one once. */
export class StackJudge {
  /** the profile's stackLocations, which are below 2^31, as numbers of the sort that frames are */
  private readonly locations: Int32Array;
  private readonly alike: AlikeStacks;
  /** for each of the stacks the state it ends in, once known */
  private readonly states: Int32Array;

  /**
   * @param judge what the automaton was made of
   * @param symbolOf of each location
   * @param rowOf of each frame of the table, see FrameClasses
   */
  constructor(
    private readonly profile: Profile,
    private readonly added: AddedFrames | undefined,
    private readonly reader: StackReader,
    private readonly automaton: Automaton,
    private readonly judge: Judge,
    private readonly symbolOf: Int32Array,
    private readonly rowOf: Int32Array,
  ) {
    const { buffer, byteOffset, length } = profile.samples.stackLocations;
    this.locations = new Int32Array(buffer, byteOffset, length);
    this.alike = alikeStacks(profile, added);
    this.states = new Int32Array(this.alike.first.length).fill(UNKNOWN);
  }

  /** Judges some samples in a row, from `from` to before `to`. */
  judgeAll(from: number, to: number, out: VerdictColumns): void {
    const { kind, evidence, stage, category, carries, stack } = out;
    for (let s = from; s < to; s++) {
      const verdict = this.verdict(s);
      kind[s] = kindOf(verdict);
      evidence[s] = evidenceOf(verdict);
      stage[s] = stageOf(verdict);
      category[s] = categoryOf(verdict);
      carries[s] = carriesOf(verdict);
      stack[s] = carries[s] || kind[s] >= 0 ? this.alike.of[s] : -1;
    }
  }

  /** The state in which the stack of a sample ends, or FULL. */
  private state(sample: number): number {
    const stack = this.alike.of[sample];
    if (this.states[stack] === UNKNOWN) {
      const isDeep = this.reader.mayBeDeep(sample);
      this.states[stack] = isDeep ? Automaton.FULL : this.end(sample);
    }
    return this.states[stack];
  }

  /** The packed verdict of a sample. */
  private verdict(sample: number): number {
    const { automaton } = this;
    const state = this.state(sample);
    if (state < 0) return this.judged(sample);
    const verdict = automaton.steps[state + automaton.verdict];
    if (verdict !== Automaton.ASKS_SIZE) return verdict;
    return automaton.verdictOfSize(state, sampleBytes(this.profile, sample));
  }

  /** The state in which a stack ends, or FULL. */
  private end(sample: number): number {
    const { added, rowOf, symbolOf, locations } = this;
    const { steps } = this.automaton;
    const { stackOf, stackOffsets } = this.profile.samples;
    const number = stackOf[sample];
    let state = 0;
    if (added) {
      const { frames, offsets } = added;
      state = walk(steps, state, rowOf, frames, offsets[sample], offsets[sample + 1]);
    }
    if (state >= 0) {
      const from = stackOffsets[number];
      state = walk(steps, state, symbolOf, locations, from, stackOffsets[number + 1]);
    }
    return state >= 0 ? state : this.explore(sample);
  }

  /** As `end`, where steps are to be learnt. */
  private explore(sample: number): number {
    const { automaton, added, rowOf, symbolOf, locations } = this;
    let state = 0;
    if (added) {
      const first = added.offsets[sample];
      for (let i = added.offsets[sample + 1] - 1; i >= first && state >= 0; i--) {
        state = automaton.step(state, rowOf[added.frames[i]]);
      }
    }
    const { stackOf, stackOffsets } = this.profile.samples;
    const first = stackOffsets[stackOf[sample]];
    for (let i = stackOffsets[stackOf[sample] + 1] - 1; i >= first && state >= 0; i--) {
      state = automaton.step(state, symbolOf[locations[i]]);
    }
    return state;
  }

  /** By the judge itself, frame by frame. */
  private judged(sample: number): number {
    const { judge, reader, rowOf } = this;
    const length = reader.read(sample);
    judge.start();
    for (let i = 0; i < length; i++) judge.frame(rowOf[reader.frames[i]]);
    judge.finish(sampleBytes(this.profile, sample));
    return packVerdict(judge);
  }
}

/**
 * Where the symbols of a part of a list lead from a state, from its end to its beginning; below 0
 * where a step was not taken yet. On its own and without a call, so that it is compiled at once.
 */
function walk(
  steps: Int32Array,
  state: number,
  symbolOf: Int32Array,
  list: Int32Array,
  from: number,
  to: number,
): number {
  let at = state;
  for (let i = to - 1; i >= from && at >= 0; i--) at = steps[at + symbolOf[list[i]]];
  return at;
}
