import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { about } from "../../go-names.js";
import type { Profile, SampleType } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import type { MemoryMap } from "./memory-map.js";

const HELD: readonly SampleType[] = [
  { type: "objects", unit: "count" },
  { type: "space", unit: "bytes" },
];
const BOTH: readonly SampleType[] = [
  { type: "alloc_objects", unit: "count" },
  { type: "alloc_space", unit: "bytes" },
  { type: "inuse_objects", unit: "count" },
  { type: "inuse_space", unit: "bytes" },
];

/** One record of a heap dump: what is held and what was ever allocated, as sampled. */
export interface HeapRecord {
  readonly addresses: readonly bigint[];
  /** objects and bytes held, objects and bytes allocated */
  readonly counts: readonly [number, number, number, number];
}

/**
 * A profile of the records of an allocator that samples, as google/pprof makes it of them
 * (profile/legacy_profile.go): values are scaled up by the chance of having been sampled,
 * addresses point at the call, each lies in its mapping.
 * @param rate mean bytes between two samples; 1 or less where all was recorded
 */
export function sampledHeap(
  records: readonly HeapRecord[],
  map: MemoryMap,
  rate: number,
  hasAllocated: boolean,
): Profile {
  const builder = new ProfileBuilder(hasAllocated ? BOTH : HELD);
  const known = new Map<bigint, number>();
  for (const { addresses, counts } of records) {
    const stack = addresses.map((address) => {
      // The address is that behind the call.
      const at = address - 1n;
      let place = known.get(at);
      if (place === undefined) {
        place = builder.location([], at, map.find(at));
        known.set(at, place);
      }
      return place;
    });
    const [objects, bytes, allocatedObjects, allocatedBytes] = counts;
    const held = unsampled(objects, bytes, rate);
    const ever = hasAllocated ? unsampled(allocatedObjects, allocatedBytes, rate) : [];
    const size = objects !== 0 ? Math.trunc(bytes / objects) : 0;
    builder.sample(stack, [...ever, ...held], [{ key: "bytes", number: size, unit: "bytes" }]);
  }
  const profile = builder.done({
    mappings: map.mappings,
    periodType: { type: "space", unit: "bytes" },
    period: Math.max(1, rate),
    notes: map.mappings.length > 0 ? [] : [noteOf("noLibraries")],
  });
  return about(profile, "heap");
}

/** Objects and bytes of which these were sampled. */
function unsampled(objects: number, bytes: number, rate: number): [number, number] {
  if (objects === 0 || bytes === 0) return [0, 0];
  if (rate <= 1) return [objects, bytes];
  const factor = 1 / (1 - Math.exp(-(bytes / objects) / rate));
  return [Math.trunc(objects * factor), Math.trunc(bytes * factor)];
}

/** `0x4a 0x5b`, leaf first. @throws ProfileError where one is no address of 64 bits */
export function addressesOf(text: string, line: number): bigint[] {
  const out: bigint[] = [];
  for (const part of text.trim().split(/\s+/)) {
    if (part === "") continue;
    if (!/^0x[0-9a-f]{1,16}$/i.test(part)) {
      throw new ProfileError(FORMATS_WORDS.dump.noAddress(part.slice(0, 40)), { line });
    }
    out.push(BigInt(part));
  }
  return out;
}
