import type { Steps } from "../../lib/steps.js";
import type { SampleTable } from "../profile.js";
import { CUT_HINT, ProfileError } from "../profile-error.js";
import type { IdTable } from "./id-table.js";
import type { Outline } from "./outline.js";
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
  notes: string[],
): Steps<SampleTable> {
  const types = outline.sampleTypes.length;
  // Each value takes a byte, so what is allocated is in proportion to the file.
  if (outline.shortestBytes < types) {
    throw new ProfileError(
      `a sample of ${outline.shortestBytes} bytes cannot hold the values of ${types} sample types`,
      { byte: outline.shortestSample, hint: CUT_HINT },
    );
  }
  const samples = new SampleReader(bytes, outline, locationIds);
  while (samples.next()) {
    if (samples.sample % SAMPLES_A_STEP === 0) yield samples.at / bytes.length;
  }
  const { inexact } = samples;
  if (inexact > 0) {
    notes.push(
      `${inexact} ${inexact === 1 ? "value is" : "values are"} beyond 2^53 and shown rounded to the nearest that fits.`,
    );
  }
  return samples.done();
}
