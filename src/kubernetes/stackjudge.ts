import type { AddedFrames } from "../calltree/calltree.js";
import type { Profile } from "../profile/profile.js";
import { Automaton } from "./automaton.js";
import type { Judge } from "./judge.js";
import { sampleBytes } from "./samplesizes.js";
import type { StackReader } from "./stacks.js";
import { packVerdict } from "./verdict.js";

/** Judges the stacks of one profile. */
export class StackJudge {
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
  ) {}

  /** The packed verdict of a sample. */
  verdict(sample: number): number {
    const state = this.reader.mayBeDeep(sample) ? Automaton.FULL : this.walk(sample);
    if (state === Automaton.FULL) return this.judged(sample);
    const asks = this.automaton.asksSize(state);
    return this.automaton.verdict(state, asks ? sampleBytes(this.profile, sample) : 0);
  }

  /** The state in which a stack ends, or FULL. */
  private walk(sample: number): number {
    const { automaton, added, rowOf, symbolOf } = this;
    const { stackOffsets, stackLocations } = this.profile.samples;
    let { steps } = automaton;
    let state = 0;
    if (added) {
      const first = added.offsets[sample]!;
      for (let i = added.offsets[sample + 1]! - 1; i >= first; i--) {
        const symbol = rowOf[added.frames[i]!]!;
        let next = steps[state + symbol]!;
        if (next < 0) {
          next = automaton.learn(state, symbol);
          if (next < 0) return next;
          steps = automaton.steps;
        }
        state = next;
      }
    }
    const from = stackOffsets[sample]!;
    for (let i = stackOffsets[sample + 1]! - 1; i >= from; i--) {
      const symbol = symbolOf[stackLocations[i]!]!;
      let next = steps[state + symbol]!;
      if (next < 0) {
        next = automaton.learn(state, symbol);
        if (next < 0) return next;
        steps = automaton.steps;
      }
      state = next;
    }
    return state;
  }

  /** By the judge itself, frame by frame. */
  private judged(sample: number): number {
    const { judge, reader, rowOf } = this;
    const length = reader.read(sample);
    judge.start();
    for (let i = 0; i < length; i++) judge.frame(rowOf[reader.frames[i]!]!);
    judge.finish(sampleBytes(this.profile, sample));
    return packVerdict(judge);
  }
}
