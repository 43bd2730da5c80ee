import { canonicalName } from "../profile/function-name.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../profile/profile.js";

/** Bytes (or objects) ever allocated on each distinct stack of a profile. */
export interface AllocatedByStack {
  readonly total: number;
  /** by a hash of the stack's canonical function names, 52 bits */
  readonly ofStack: ReadonlyMap<number, number>;
}

/** What the process had allocated when the profile was taken; undefined without such a column. */
export function allocatedByStack(profile: Profile): AllocatedByStack | undefined {
  const space = sampleTypeIndex(profile, "alloc_space");
  const column = space >= 0 ? space : sampleTypeIndex(profile, "alloc_objects");
  if (column < 0) return undefined;
  const { samples, locations } = profile;
  const { stackOffsets, stackLocations } = samples;
  const { lineOffsets, lineFunction } = locations;
  const names = functionHashes(profile);
  const values = allocatedByRow(profile, column);
  const ofStack = new Map<number, number>();
  let total = 0;
  for (let r = 0; r < values.length; r++) {
    const value = values[r];
    if (value === 0) continue;
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    const end = stackOffsets[r + 1];
    for (let i = stackOffsets[r]; i < end; i++) {
      const l = stackLocations[i];
      const from = lineOffsets[l];
      const to = lineOffsets[l + 1];
      for (let k = from; k < to; k++) {
        const h = names[lineFunction[k]] ?? 0;
        a = Math.imul(a ^ h, 0x85ebca6b) + 1;
        b = Math.imul(b + h, 0xc2b2ae35) ^ (b >>> 13);
        a ^= a >>> 15;
      }
      if (from === to) {
        a = Math.imul(a ^ locations.addressLow[l], 0x85ebca6b) + 1;
        b = Math.imul(b + locations.addressHigh[l], 0xc2b2ae35) ^ (b >>> 13);
      }
    }
    const key = ((b >>> 12) & 0xfffff) * 0x100000000 + (a >>> 0);
    ofStack.set(key, (ofStack.get(key) ?? 0) + value);
    total += value;
  }
  return { total, ofStack };
}

/** What is above zero of a column, summed by the stacks that samples share. */
function allocatedByRow(profile: Profile, column: number): Float64Array {
  const { stackOf, stackOffsets, count } = profile.samples;
  const values = valuesOf(profile, column);
  const out = new Float64Array(stackOffsets.length - 1);
  for (let s = 0; s < count; s++) if (values[s] > 0) out[stackOf[s]] += values[s];
  return out;
}

/**
 * The share of what `before` had allocated that is missing in `after`, 0 to 1. For two moments of
 * one process it is 0: the runtime keeps a counter for each stack and never takes from it.
 */
export function fallenShare(before: AllocatedByStack, after: AllocatedByStack): number {
  if (before.total === 0) return 0;
  let fallen = 0;
  for (const [stack, value] of before.ofStack) {
    fallen += Math.max(0, value - (after.ofStack.get(stack) ?? 0));
  }
  return fallen / before.total;
}

function functionHashes(profile: Profile): Int32Array {
  const { functions, strings } = profile;
  const out = new Int32Array(functions.count);
  for (let f = 0; f < out.length; f++) {
    const name = canonicalName(strings.get(functions.name[f]));
    let h = 0x811c9dc5;
    for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
    out[f] = h ^ (h >>> 15);
  }
  return out;
}
