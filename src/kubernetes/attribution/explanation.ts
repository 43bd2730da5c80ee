import type { AddedFrames } from "../../calltree/call-tree.js";
import type { FrameTable } from "../../calltree/frame-table.js";
import type { Profile } from "../../profile/profile.js";
import { sampleBytes } from "../../profile/sampling/allocation-size.js";
import type { Role } from "../rules/role-rules.js";
import {
  ACTIVITIES,
  EVIDENCE,
  HANDLINGS,
  KIND_OTHER,
  KIND_UNKNOWN,
  OTHER_CATEGORIES,
  STAGES,
} from "../vocabulary.js";
import type { Attribution } from "./attribution.js";
import { ACTIVITY_LIST, classifyFrames, HANDLING_LIST, OTHER_LIST, ROW } from "./frame-classes.js";
import { WORD } from "./path-matcher.js";
import { Judge, RULE_KINDS } from "./stack-classifier.js";
import { StackReader } from "./stack-reader.js";

/** What was said of some samples, and by which frames. */
export interface ExplainedGroup {
  /** in the unit of the sample type */
  value: number;
  readonly kind: string;
  readonly evidence: string;
  readonly stage: string;
  /** "" where the samples are of no category */
  readonly category: string;
  /** "activity (function)" for each rule that spoke; "" where none did */
  readonly activity: string;
  readonly handling: string;
  readonly other: string;
  /** leaf first: the stack that holds most of the group */
  stack: readonly string[];
  largest: number;
}

/**
 * Which rule said what of which bytes of one profile, largest first: a wrong sentence is traced
 * with it to the rule that made it. Judges every sample by itself.
 * @param index of the profile in the frame table and the attribution
 */
export function explainAttribution(
  profile: Profile,
  values: Float64Array,
  frames: FrameTable,
  index: number,
  attribution: Attribution,
  role: Role,
  added?: AddedFrames,
): ExplainedGroup[] {
  const classes = classifyFrames(frames, RULE_KINDS);
  const judge = new Judge(classes, role);
  const reader = new StackReader(profile, frames, index, added);
  const groups = new Map<string, ExplainedGroup>();
  for (let s = 0; s < values.length; s++) {
    const value = values[s];
    if (value === 0) continue;
    const stack = reader.frames.subarray(0, reader.read(s));
    judge.start();
    for (const f of stack) judge.frame(classes.rowOf[f]);
    judge.finish(sampleBytes(profile, s));
    const by = (list: number, name: string | undefined) => {
      const bit = judge.decidingBit(list);
      if (bit < 0 || name === undefined) return "";
      const at = stack.findLast(
        (f) => classes.rows[classes.rowOf[f] * ROW + Math.floor(bit / WORD)] & (1 << (bit % WORD)),
      );
      return `${name} (${at === undefined ? "" : frames.names[at]})`;
    };
    const kind = attribution.kind[index][s];
    const found = attribution.kinds[kind];
    const group = {
      value,
      kind: kind === KIND_OTHER ? "other" : kind === KIND_UNKNOWN ? "unknown" : found.kind,
      evidence: EVIDENCE[attribution.evidence[index][s]],
      stage: STAGES[attribution.stage[index][s]],
      category: kind === KIND_OTHER ? OTHER_CATEGORIES[attribution.category[index][s]] : "",
      activity: by(ACTIVITY_LIST, ACTIVITIES[judge.activity]),
      handling: by(HANDLING_LIST, HANDLINGS[judge.handling]),
      other: by(OTHER_LIST, "other"),
      stack: [] as readonly string[],
      largest: 0,
    };
    const { kind: k, evidence, stage, category, activity, handling, other } = group;
    const key = [k, evidence, stage, category, activity, handling, other].join("|");
    const known = groups.get(key) ?? group;
    if (known !== group) known.value += value;
    groups.set(key, known);
    if (Math.abs(value) > known.largest) {
      known.largest = Math.abs(value);
      known.stack = Array.from(stack, (f) => frames.names[f]).reverse();
    }
  }
  return [...groups.values()].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
