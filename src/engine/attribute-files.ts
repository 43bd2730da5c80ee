import type { FrameTable } from "../calltree/frame-table.js";
import {
  type AttributeOptions,
  type Attribution,
  attribute,
  EVIDENCE,
  KIND_UNKNOWN,
  STAGES,
} from "../kubernetes/attribution/attribution.js";
import type { KindName } from "../kubernetes/vocabulary.js";
import { kindOfField } from "../leaks/references/kind-of-field.js";
import type { Steps } from "../lib/steps.js";
import { featuresOf } from "../profile/features.js";
import { type Profile, stackOfSample } from "../profile/profile.js";
import { linkOf } from "../profile/reference-chain.js";

/**
 * Kinds and stages of all samples of the files. Stacks of functions are judged by the rules; in
 * chains of references there are none: their kinds are told by the fields that they go through,
 * and they are left out of what is inferred from paths and growth.
 */
export function* attributeFiles(
  profiles: readonly Profile[],
  frames: FrameTable,
  options: AttributeOptions,
): Steps<Attribution> {
  const chains = profiles.map((p) => featuresOf(p).subject === "references");
  if (!chains.includes(true)) return yield* attribute(profiles, frames, options);
  const stacks = profiles.map((p, i) => (chains[i] ? withoutSamples(p) : p));
  const found = yield* attribute(stacks, frames, options);
  const kinds = [...found.kinds];
  const of = profiles.map((p, i) => (chains[i] ? kindsOfChains(p, kinds) : undefined));
  const pick = <T>(own: (c: ChainKinds) => T, given: readonly T[]) =>
    given.map((column, i) => (of[i] ? own(of[i]) : column));
  return {
    kinds,
    kind: pick((c) => c.kind, found.kind),
    evidence: pick((c) => c.evidence, found.evidence),
    stage: pick((c) => c.stage, found.stage),
    category: pick((c) => c.category, found.category),
  };
}

function withoutSamples(profile: Profile): Profile {
  const none = new Uint32Array(1);
  const samples = {
    ...profile.samples,
    count: 0,
    stackOf: new Int32Array(0),
    stackOffsets: none,
    labelsOf: new Int32Array(0),
    labelOffsets: none,
    values: new Float64Array(0),
  };
  return { ...profile, samples };
}

interface ChainKinds {
  readonly kind: Int16Array<ArrayBuffer>;
  readonly evidence: Uint8Array<ArrayBuffer>;
  readonly stage: Uint8Array<ArrayBuffer>;
  readonly category: Uint8Array<ArrayBuffer>;
}

/** @param kinds the known ones; others are added to them */
function kindsOfChains(profile: Profile, kinds: KindName[]): ChainKinds {
  const { samples, locations, functions, strings } = profile;
  const told = Array.from({ length: functions.count }, (_, f) => {
    const link = linkOf(strings.get(functions.name[f]));
    const found = link && kindOfField(link);
    return (
      found && { kind: indexOf(kinds, found.kind), evidence: EVIDENCE.indexOf(found.evidence) }
    );
  });
  const kind = new Int16Array(samples.count).fill(KIND_UNKNOWN);
  const evidence = new Uint8Array(samples.count).fill(EVIDENCE.indexOf("unknown"));
  for (let s = 0; s < samples.count; s++) {
    // Nearest the root stands the object itself, below it what is embedded in it.
    const stack = stackOfSample(samples, s);
    for (let k = stack.length - 1; k >= 0; k--) {
      const line = locations.lineOffsets[stack[k]];
      const found = told[locations.lineFunction[line] ?? -1];
      if (!found) continue;
      kind[s] = found.kind;
      evidence[s] = found.evidence;
      break;
    }
  }
  return {
    kind,
    evidence,
    stage: new Uint8Array(samples.count).fill(STAGES.indexOf("other")),
    category: new Uint8Array(samples.count),
  };
}

function indexOf(kinds: KindName[], wanted: KindName): number {
  const at = kinds.findIndex((k) => k.kind === wanted.kind && k.group === wanted.group);
  return at >= 0 ? at : kinds.push(wanted) - 1;
}
