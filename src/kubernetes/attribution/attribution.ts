import type { AddedFrames } from "../../calltree/call-tree.js";
import type { FrameTable } from "../../calltree/frame-table.js";
import type { Steps } from "../../lib/steps.js";
import type { Profile } from "../../profile/profile.js";
import { programOf } from "../program/program.js";
import type { Role } from "../rules/role-rules.js";
import { EVIDENCE, KIND_UNKNOWN, type KindName, STAGES } from "../vocabulary.js";
import { Automaton } from "./automaton.js";
import { classifyFrames, ownFrames } from "./frame-classes.js";
import { inferByGrowth } from "./infer-by-growth.js";
import { inferBySharedPaths } from "./infer-by-path.js";
import { nameByLabels } from "./labelled-kinds.js";
import { Symbols } from "./location-symbols.js";
import { StackJudge } from "./profile-classifier.js";
import { Judge, RULE_KINDS } from "./stack-classifier.js";
import { StackReader } from "./stack-reader.js";

export {
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  type KindName,
  OTHER_CATEGORIES,
  STAGES,
} from "../vocabulary.js";

/** Whose every sample is, and how that is known. */
export interface Attribution {
  readonly kinds: readonly KindName[];
  /** for each profile and sample: index into kinds, KIND_OTHER, KIND_UNKNOWN */
  readonly kind: readonly Int16Array[];
  /** for each profile and sample: index into EVIDENCE */
  readonly evidence: readonly Uint8Array[];
  /** for each profile and sample: index into STAGES */
  readonly stage: readonly Uint8Array[];
  /** for each profile and sample: index into OTHER_CATEGORIES; counts where kind is KIND_OTHER */
  readonly category: readonly Uint8Array[];
}

export interface AttributeOptions {
  /** frames that joining put above truncated stacks, one a profile */
  readonly added?: readonly (AddedFrames | undefined)[];
  /** roles of the programs, one a profile; told by their functions where they are left out */
  readonly roles?: readonly Role[];
}

const SAMPLES_A_STEP = 4096;

/** What is known before anything is judged: nothing. */
export function unknownKinds(profiles: readonly Profile[]): Attribution {
  const bytes = (value: number) => profiles.map((p) => new Uint8Array(p.samples.count).fill(value));
  return {
    kinds: [],
    kind: profiles.map((p) => new Int16Array(p.samples.count).fill(KIND_UNKNOWN)),
    evidence: bytes(EVIDENCE.indexOf("unknown")),
    stage: bytes(STAGES.indexOf("other")),
    category: bytes(0),
  };
}

/**
 * Finds the kind and the stage of every sample. Each frame is judged once; then each stack is
 * walked once. What a stack does not say by itself is inferred from the samples that share its
 * path, then from what grew together with it (see docs/kubernetes.md).
 * @param frames frame table over all the profiles
 */
export function* attribute(
  profiles: readonly Profile[],
  frames: FrameTable,
  options: AttributeOptions = {},
): Steps<Attribution> {
  const classes = classifyFrames(frames, RULE_KINDS);
  yield 0.1;
  const attribution = {
    kinds: [...classes.kinds],
    kind: profiles.map((p) => new Int16Array(p.samples.count)),
    evidence: profiles.map((p) => new Uint8Array(p.samples.count)),
    stage: profiles.map((p) => new Uint8Array(p.samples.count)),
    category: profiles.map((p) => new Uint8Array(p.samples.count)),
  };
  const carries = profiles.map((p) => new Uint8Array(p.samples.count));
  const stackOf = profiles.map((p) => new Int32Array(p.samples.count));
  const added = profiles.map((_, p) => options.added?.[p]);
  const all = profiles.reduce((n, p) => n + p.samples.count, 0) || 1;
  const readers = profiles.map((p, i) => new StackReader(p, frames, i, added[i]));
  const symbols = new Symbols(classes.rowOf);
  const symbolOf = profiles.map((p, i) => symbols.ofLocations(p, frames, i));
  const byRole = new Map<Role, { judge: Judge; automaton: Automaton }>();
  const toolsFor = (role: Role) => {
    let tools = byRole.get(role);
    if (!tools) {
      const judge = new Judge(classes, role);
      tools = { judge, automaton: new Automaton(judge, symbols.rows) };
      byRole.set(role, tools);
    }
    return tools;
  };
  let done = 0;
  for (let p = 0; p < profiles.length; p++) {
    const { judge, automaton } = toolsFor(options.roles?.[p] ?? programOf([profiles[p]]).role);
    const stacks = new StackJudge(
      profiles[p],
      added[p],
      readers[p],
      automaton,
      judge,
      symbolOf[p],
      classes.rowOf,
    );
    const out = {
      kind: attribution.kind[p],
      evidence: attribution.evidence[p],
      stage: attribution.stage[p],
      category: attribution.category[p],
      carries: carries[p],
      stack: stackOf[p],
    };
    const { count } = profiles[p].samples;
    for (let s = 0; s < count; s += SAMPLES_A_STEP) {
      yield 0.1 + (0.6 * (done + s)) / all;
      stacks.judgeAll(s, Math.min(s + SAMPLES_A_STEP, count), out);
    }
    done += count;
  }
  yield 0.7;
  yield* inferBySharedPaths(profiles, readers, attribution, carries, stackOf);
  yield 0.9;
  inferByGrowth(profiles, readers, attribution, carries);
  yield 0.95;
  const own = ownFrames(classes);
  if (own.includes(1)) {
    yield* inferBySharedPaths(profiles, readers, attribution, carries, stackOf, own);
  }
  profiles.forEach((profile, p) => {
    const { kinds, kind, evidence } = attribution;
    nameByLabels(profile, kinds, { kind: kind[p], evidence: evidence[p] });
  });
  return attribution;
}
