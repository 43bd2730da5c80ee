import type { FrameTable } from "../calltree/frame-table.js";
import { memo } from "../lib/memo.js";
import { distinctStacks } from "../profile/distinct-stacks.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../profile/profile.js";
import { labelledBytes, sampleBytes } from "../profile/sampling/allocation-size.js";
import { sizeInClass } from "../profile/sampling/size-classes.js";
import type { Attribution } from "./attribution/attribution.js";
import { type FramePattern, frameNames, PatternIndex } from "./frames/frame-pattern.js";
import { KIND_UNKNOWN } from "./vocabulary.js";

/**
 * Functions that allocate room for exactly one encoded object at a time. What decodes an object
 * allocates a string for each of its keys instead, and what grows a buffer doubles it: neither
 * says how large an object is.
 */
const OBJECT_SITES: readonly FramePattern[] = [
  "apimachinery/pkg/runtime.(*RawExtension).Unmarshal",
  "apimachinery/pkg/runtime.(*RawExtension).UnmarshalJSON",
  "mvccpb.(*KeyValue).Unmarshal",
  "clientv3.OpPut",
  "etcd/client/v3.OpPut",
];
/** These handle whole lists too, unless it is for etcd that they do it. */
const ENCODERS: readonly FramePattern[] = [
  "apimachinery/pkg/runtime.(*Unknown).Unmarshal",
  "serializer/protobuf.(*Serializer).doEncode",
  "serializer/protobuf.(*RawSerializer).doEncode",
];
const STORE: readonly FramePattern[] = ["storage/etcd3.*"];
/** Allocations on behalf of the site: the leaf-most other frame counts. */
const ON_BEHALF: readonly FramePattern[] = ["/bytes.*", "/slices.*"];
/** The sites allocate keys and type names too; no encoded object is smaller than this. */
const LEAST_BYTES = 128;

/** A kind leads with this share of the bytes of all kinds. */
const LEADING = 0.9;
/** In place of a kind: no sample has it. */
const NO_KIND = -3;

const OTHER = 0;
const SITE = 1;
const ENCODER = 2;
const STORAGE = 3;
const SKIP = 4;
const roles = [
  { role: SITE, patterns: OBJECT_SITES },
  { role: ENCODER, patterns: ENCODERS },
  { role: STORAGE, patterns: STORE },
  { role: SKIP, patterns: ON_BEHALF },
];
const siteIndex = new PatternIndex(roles.flatMap((r) => r.patterns));
const roleOf = roles.flatMap((r) => r.patterns.map(() => r.role));

const sitesOf = memo((frames: FrameTable) =>
  Uint8Array.from(frameNames(frames.names), (name) => {
    const found = siteIndex.match(name)[0];
    return found === undefined ? OTHER : roleOf[found];
  }),
);

/** Which samples to look at: those of a kind, in some profiles, perhaps on some paths. */
export interface ObjectPick {
  readonly profiles: readonly number[];
  readonly kind: number;
  readonly inside?: (profile: number, sample: number) => boolean;
}

/**
 * The mean size in bytes of one encoded object of a kind, read off the sizes of allocations at
 * sites that make room for exactly one; null where there is none. The mean is weighted by bytes:
 * it is the size of the object that the average byte belongs to, because small objects are
 * sampled too seldom to be counted. What was freed since counts too. Messages of which no frame
 * tells the kind count for the one kind that has nearly all bytes of kinds in the profile.
 */
export function objectBytes(
  profiles: readonly Profile[],
  attribution: Attribution,
  frames: FrameTable,
  pick: ObjectPick,
): number | null {
  const own = meanSize(profiles, attribution, frames, pick, () => pick.kind);
  if (own !== null) return own;
  return meanSize(profiles, attribution, frames, pick, (p, values) =>
    leadingKind(attribution, p, values) === pick.kind ? KIND_UNKNOWN : NO_KIND,
  );
}

/** @param kindOf the kind whose samples count in a profile, of its values */
function meanSize(
  profiles: readonly Profile[],
  attribution: Attribution,
  frames: FrameTable,
  pick: ObjectPick,
  kindOf: (profile: number, values: Float64Array) => number,
): number | null {
  let weighted = 0;
  let weight = 0;
  for (const p of pick.profiles) {
    const profile = profiles[p];
    const kinds = attribution.kind[p];
    const column = ["alloc_space", "inuse_space"]
      .map((name) => sampleTypeIndex(profile, name))
      .find((index) => index >= 0);
    if (column === undefined) continue;
    const values = valuesOf(profile, column);
    const kind = kindOf(p, values);
    for (const s of samplesAtSites(profile, frames, p)) {
      const value = values[s];
      if (kinds[s] !== kind || !(value > 0)) continue;
      if (pick.inside && !pick.inside(p, s)) continue;
      const label = labelledBytes(profile, s) || sampleBytes(profile, s);
      if (label < LEAST_BYTES) continue;
      weighted += value * sizeInClass(label);
      weight += value;
    }
  }
  return weight > 0 ? weighted / weight : null;
}

const leading = memo((_: Int16Array): { kind?: number } => ({}));

/** The kind that has nearly all bytes of known kinds in a profile, -1 where none has. */
function leadingKind(attribution: Attribution, p: number, values: Float64Array): number {
  const kinds = attribution.kind[p];
  const known = leading(kinds);
  if (known.kind === undefined) {
    const sums = new Float64Array(attribution.kinds.length);
    for (let s = 0; s < kinds.length; s++) {
      if (kinds[s] >= 0) sums[kinds[s]] += Math.abs(values[s]);
    }
    const all = sums.reduce((sum, v) => sum + v, 0);
    known.kind = sums.findIndex((v) => v > 0 && v >= LEADING * all);
  }
  return known.kind;
}

const foundOf = memo((_: FrameTable) => new WeakMap<Profile, Int32Array>());

/**
 * The samples whose stack is at a site, rising. They are few and asked for once for each kind and
 * suspect, so they are found once, each distinct stack looked at once.
 * @param p index of the profile in the frame table
 */
function samplesAtSites(profile: Profile, frames: FrameTable, p: number): Int32Array {
  const known = foundOf(frames);
  let found = known.get(profile);
  if (!found) {
    const sites = sitesOf(frames);
    const { of, first } = distinctStacks(profile);
    const isAt = first.map((s) => (isSite(profile, frames.ofLine[p], sites, s) ? 1 : 0));
    const all: number[] = [];
    for (let s = 0; s < of.length; s++) if (isAt[of[s]] === 1) all.push(s);
    found = Int32Array.from(all);
    known.set(profile, found);
  }
  return found;
}

/** Whether the leaf of a sample's stack, or what it allocates for, makes room for one object. */
function isSite(
  profile: Profile,
  lineFrame: Int32Array,
  sites: Uint8Array,
  sample: number,
): boolean {
  const { stackOf, stackOffsets, stackLocations } = profile.samples;
  const { lineOffsets } = profile.locations;
  const to = stackOffsets[stackOf[sample] + 1];
  let encodes = false;
  for (let i = stackOffsets[stackOf[sample]]; i < to; i++) {
    const location = stackLocations[i];
    const last = lineOffsets[location + 1];
    for (let k = lineOffsets[location]; k < last; k++) {
      const role = sites[lineFrame[k]];
      if (encodes) {
        if (role === STORAGE) return true;
      } else if (role === ENCODER) encodes = true;
      else if (role !== SKIP) return role === SITE;
    }
  }
  return false;
}
