import { isByteUnit } from "../lib/units.js";
import type { Profile, SampleType } from "./profile.js";

/** What a sample type counts: objects, or the bytes of them. */
export type Counted = "objects" | "space";

const WORDS: Readonly<Record<Counted, RegExp>> = {
  space: /(?:^|_)(?:space|bytes|size)$/,
  objects: /(?:^|_)(?:objects|count|allocations|allocs)$/,
};
const COUNTS = /^(?:count|counts|objects?|)$/i;

/** What a sample type counts, and of which state: "inuse" of inuse_space, "" of space. */
function meaningOf({ type, unit }: SampleType): { counted: Counted; state: string } | undefined {
  const counted: Counted | undefined = isByteUnit(unit)
    ? "space"
    : COUNTS.test(unit)
      ? "objects"
      : undefined;
  if (!counted || !WORDS[counted].test(type)) return undefined;
  return { counted, state: type.replace(WORDS[counted], "") };
}

/**
 * The sample type that counts the objects of one of bytes, or the bytes of one of objects, in the
 * same state: inuse_objects of inuse_space, objects of space, alloc_in_new_tlab_bytes of
 * alloc_in_new_tlab_objects; the type itself where it counts that already. By meaning, so that
 * contentions have no objects, nor CPU time any.
 * @returns index into sampleTypes; -1 where there is none, or more than one
 */
export function companionType(
  { sampleTypes }: Pick<Profile, "sampleTypes">,
  sampleType: number,
  wanted: Counted,
): number {
  const own = sampleTypes[sampleType] && meaningOf(sampleTypes[sampleType]);
  if (!own) return -1;
  if (own.counted === wanted) return sampleType;
  const found = sampleTypes.flatMap((type, i) => {
    const meaning = meaningOf(type);
    return meaning?.counted === wanted && meaning.state === own.state ? [i] : [];
  });
  return found.length === 1 ? found[0] : -1;
}
