import { GrowableFloat64, GrowableUint32 } from "../../lib/growable.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { SampleTable } from "../profile.js";
import { tooMany } from "../profile-error.js";
import { MAX_STACK_LOCATIONS } from "../size-limits.js";
import type { Outline } from "./outline.js";
import { sharedLabels } from "./shared-labels.js";
import { SharedStacks } from "./shared-stacks.js";

/** Of the bytes of all samples, so many are read before it is known how many locations they hold. */
const FIRST_ROOM = 16;
/** Stacks get this much more room than those read so far need, so that they seldom grow twice. */
const SPARE = 1.06;

/** The columns of a sample table while they are written. */
export class SampleColumns {
  readonly count: number;
  readonly types: number;
  readonly stackOf: Int32Array;
  readonly labelOffsets: Uint32Array;
  readonly values: Float64Array;
  readonly stacks: SharedStacks;
  readonly labelKey: GrowableUint32;
  readonly labelText: GrowableUint32;
  readonly labelNumber: GrowableFloat64;
  readonly labelUnit: GrowableUint32;
  /** samples that are written whole */
  sample = 0;
  /** bytes of these samples, about */
  sampleBytes = 0;
  private readonly allBytes: number;

  constructor(bytes: Uint8Array, outline: Outline) {
    const count = outline.sampleCount;
    this.count = count;
    this.types = outline.sampleTypes.length;
    this.allBytes = outline.sampleBytes;
    this.stackOf = new Int32Array(count);
    this.labelOffsets = new Uint32Array(count + 1);
    this.values = new Float64Array(count * this.types);
    const room = Math.max(1024, Math.ceil(outline.sampleBytes / FIRST_ROOM));
    this.stacks = new SharedStacks(bytes, room);
    this.labelKey = new GrowableUint32(count);
    this.labelText = new GrowableUint32(count);
    this.labelNumber = new GrowableFloat64(count);
    this.labelUnit = new GrowableUint32(count);
  }

  /** Adds a label of the sample that is being written. */
  addLabel(key: number, text: number, number: number, unit: number): void {
    this.labelKey.push(key);
    this.labelText.push(text);
    this.labelNumber.push(number);
    this.labelUnit.push(unit);
  }

  /**
   * Ends a sample whose values and labels are written.
   * @param stack its number
   * @param bytes of the sample
   */
  endSample(stack: number, bytes: number): void {
    this.stackOf[this.sample] = stack;
    this.sample++;
    this.sampleBytes += bytes;
    this.labelOffsets[this.sample] = this.labelKey.length;
  }

  /**
   * Takes in samples that were written to the columns as they are.
   * @param sample how many samples and labels there are now
   * @param bytes of the samples that were added
   */
  written(sample: number, labels: number, bytes: number): void {
    this.sample = sample;
    this.sampleBytes += bytes;
    for (const column of [this.labelKey, this.labelText, this.labelNumber, this.labelUnit]) {
      column.length = labels;
    }
  }

  /**
   * Makes room for at least `more` locations: as many as there will be where stacks go on as they
   * did so far.
   * @param byte where they are read
   * @throws ProfileError where there are more than a profile may have
   */
  room(more: number, byte: number): void {
    const { used, locations } = this.stacks;
    const least = used + more;
    if (least <= locations.length) return;
    if (least > MAX_STACK_LOCATIONS) {
      throw tooMany("stackLocations", MAX_STACK_LOCATIONS, byte, PROFILE_WORDS.hints.filtered);
    }
    const foreseen = this.sampleBytes > 0 ? (used / this.sampleBytes) * this.allBytes : 0;
    const room = Math.max(least, locations.length * 1.25, foreseen * SPARE);
    const next = new Uint32Array(Math.min(MAX_STACK_LOCATIONS, Math.ceil(room)));
    next.set(locations.subarray(0, used));
    this.stacks.locations = next;
  }

  /** The table of all samples; the columns are of no use afterwards. */
  done(): SampleTable {
    return {
      count: this.count,
      stackOf: this.stackOf,
      ...this.stacks.done(),
      values: this.values,
      ...sharedLabels({
        labelOffsets: this.labelOffsets,
        labelKey: this.labelKey.trimmed(),
        labelText: this.labelText.trimmed(),
        labelNumber: this.labelNumber.trimmed(),
        labelUnit: this.labelUnit.trimmed(),
      }),
    };
  }
}
