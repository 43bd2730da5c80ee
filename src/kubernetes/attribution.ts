import type { AddedFrames } from "../calltree/calltree.js";
import type { FrameTable } from "../calltree/frametable.js";
import type { Profile } from "../profile/profile.js";
import type { Steps } from "../profile/steps.js";
import { inferByGrowth } from "./cogrowth.js";
import { classifyFrames } from "./frameclasses.js";
import { Judge, RULE_KINDS } from "./judge.js";
import { sampleBytes, sampleWeights } from "./samplesizes.js";
import { inferBySharedPaths } from "./sharedpaths.js";
import { StackReader } from "./stacks.js";
import type { KindName } from "./vocabulary.js";

export {
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  type KindName,
  OTHER_CATEGORIES,
  STAGES,
} from "./vocabulary.js";

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
  const judge = new Judge(classes);
  const attribution = {
    kinds: classes.kinds,
    kind: profiles.map((p) => new Int16Array(p.samples.count)),
    evidence: profiles.map((p) => new Uint8Array(p.samples.count)),
    stage: profiles.map((p) => new Uint8Array(p.samples.count)),
    category: profiles.map((p) => new Uint8Array(p.samples.count)),
  };
  const carries = profiles.map((p) => new Uint8Array(p.samples.count));
  const readers = profiles.map((p, i) => new StackReader(p, frames, i, options.added?.[i]));
  const all = profiles.reduce((n, p) => n + p.samples.count, 0) || 1;
  let done = 0;
  for (let p = 0; p < profiles.length; p++) {
    const profile = profiles[p]!;
    const reader = readers[p]!;
    const { count } = profile.samples;
    for (let s = 0; s < count; s++) {
      if ((s & 0xfff) === 0) yield 0.1 + (0.6 * (done + s)) / all;
      judge.judge(reader.frames, reader.read(s), () => sampleBytes(profile, s));
      attribution.kind[p]![s] = judge.kind;
      attribution.evidence[p]![s] = judge.evidence;
      attribution.stage[p]![s] = judge.stage;
      attribution.category[p]![s] = judge.category;
      carries[p]![s] = judge.carries ? 1 : 0;
    }
    done += count;
  }
  yield 0.7;
  const weights = profiles.map(sampleWeights);
  yield* inferBySharedPaths(readers, attribution, carries, weights);
  yield 0.9;
  inferByGrowth(profiles, readers, attribution, carries);
  return attribution;
}
