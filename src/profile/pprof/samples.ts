import type { Steps } from "../../lib/steps.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { SampleTable } from "../profile.js";
import { noteOf, type ProfileNote } from "../profile-note.js";
import type { IdTable } from "./id-table.js";
import type { Outline } from "./outline.js";
import { missing } from "./references.js";
import { SampleReader } from "./sample-reader.js";

/** Samples between two reports of how far it is. */
const SAMPLES_A_STEP = 0x4000;

/**
 * Second pass: the samples. Yields the share of the bytes read.
 * @throws ProfileError where a sample is cut short, lacks values or refers to nothing
 */
export function* readSamples(
  bytes: Uint8Array,
  outline: Outline,
  locationIds: IdTable,
  notes: ProfileNote[],
): Steps<SampleTable> {
  const types = outline.sampleTypes.length;
  // Each value takes a byte, so what is allocated is in proportion to the file.
  if (outline.shortestBytes < types) {
    throw missing(PROFILE_WORDS.shortSample(outline.shortestBytes, types), outline.shortestSample);
  }
  const samples = new SampleReader(bytes, outline, locationIds);
  while (samples.next(SAMPLES_A_STEP)) yield samples.at / bytes.length;
  const { inexact } = samples;
  if (inexact > 0) notes.push(noteOf("rounded", { n: inexact }));
  return samples.done();
}
