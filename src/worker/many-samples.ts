import { itemAt } from "../lib/must.js";
import type { Steps } from "../lib/steps.js";
import { WireReader } from "../profile/pprof/wire-reader.js";

const SAMPLE = 0x12;
const STACK = 0x0a;
/** Samples between two pauses. */
const STEP = 256;
/** One stack in so many is written twice over: there are longer ones than those of few samples. */
const TWICE = 8;
/** A time in nanoseconds, which is the largest number that profiles have. */
const TIME_NANOS = [0x48, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x17];

/** Where a sample of a message is, and the list of its stack. */
interface Place {
  readonly from: number;
  readonly to: number;
  /** where the tag of the list stands */
  readonly stackAt: number;
  readonly stackFrom: number;
  readonly stackTo: number;
}

/**
 * A profile.proto message with more samples than it had: its own again and again, each time with
 * one location less at the leaf, until one is left. It has what large files have beside many
 * samples, so that code that has read it knows that: long stacks, and a number of 64 bits.
 * @param plain unpacked, with packed stacks of fewer than 16,384 bytes
 * @param count how many samples to add
 */
export function* withManySamples(plain: Uint8Array, count: number): Steps<Uint8Array> {
  const places = placesOf(plain);
  const longest = places.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const out = new Uint8Array(plain.length + TIME_NANOS.length + count * (longest * 2 + 8));
  out.set(plain);
  out.set(TIME_NANOS, plain.length);
  let at = plain.length + TIME_NANOS.length;
  let written = 0;
  for (let less = 1; written < count && places.length > 0; less++) {
    for (const place of places) {
      at = writeSample(out, at, plain, place, less, written % TWICE === 0 ? 2 : 1);
      if (++written % STEP === 0) yield Math.min(1, written / count);
      if (written === count) break;
    }
  }
  return out.subarray(0, at);
}

function placesOf(plain: Uint8Array): Place[] {
  const found: Place[] = [];
  const reader = new WireReader(plain);
  while (reader.at < plain.length) {
    const tag = reader.uint32("fieldNumber");
    if (tag !== SAMPLE) {
      reader.skip(tag & 7);
      continue;
    }
    const to = reader.length("thing.sample");
    const from = reader.at;
    while (reader.at < to) {
      const stackAt = reader.at;
      const field = reader.uint32("fieldNumber");
      if (field !== STACK) {
        reader.skip(field & 7);
        continue;
      }
      const stackTo = reader.length("thing.stack");
      found.push({ from, to, stackAt, stackFrom: reader.at, stackTo });
      reader.at = stackTo;
    }
  }
  return found;
}

/**
 * Writes a sample without the first `less` locations of its stack, as long as one is left, and
 * what is left so many `times`.
 */
function writeSample(
  out: Uint8Array,
  start: number,
  plain: Uint8Array,
  { from, to, stackAt, stackFrom, stackTo }: Place,
  less: number,
  times: number,
): number {
  const cut = behindLocations(plain, stackFrom, stackTo, less);
  const stack = (stackTo - cut) * times;
  const before = stackAt - from;
  const behind = to - stackTo;
  let at = start;
  out[at++] = SAMPLE;
  at = writeLength(out, at, before + 1 + sizeOf(stack) + stack + behind);
  out.set(plain.subarray(from, stackAt), at);
  at += before;
  out[at++] = STACK;
  at = writeLength(out, at, stack);
  for (let n = 0; n < times; n++) out.set(plain.subarray(cut, stackTo), at + n * (stackTo - cut));
  at += stack;
  out.set(plain.subarray(stackTo, to), at);
  return at + behind;
}

/** Where the locations of a list begin that are left without its first ones; one always is. */
function behindLocations(plain: Uint8Array, from: number, to: number, count: number): number {
  let at = from;
  for (let n = 0; n < count; n++) {
    let next = at;
    while (itemAt(plain, next) >= 0x80) next++;
    if (next + 1 >= to) break;
    at = next + 1;
  }
  return at;
}

const sizeOf = (length: number): number => (length < 0x80 ? 1 : 2);

function writeLength(out: Uint8Array, at: number, length: number): number {
  if (length < 0x80) {
    out[at] = length;
    return at + 1;
  }
  out[at] = (length & 0x7f) | 0x80;
  out[at + 1] = length >>> 7;
  return at + 2;
}
