import { MAX_LABELS } from "../size-limits.js";
import type { SampleColumns } from "./sample-columns.js";
import { BYTES } from "./wire-reader.js";

/** Tag of a sample. */
const SAMPLE = 0x12;

/** Numbers of more bytes may not be exact, and are left to the careful reader. */
const MOST_BYTES = 7;
/** Samples of more bytes are left to the careful reader. */
const LONG = 1 << 14;

/**
 * Reads samples as nearly all are written, one after the other: ids of up to three bytes that are
 * in the dense table, numbers below 2^49, known fields. Nearly all bytes of a profile are read
 * here, so all state is in local variables and numbers are taken apart in place. It stops before
 * the first sample that is otherwise, or for which there is no room: `SampleReader` knows what to
 * make of that, and what is wrong with it.
 *
 * Bytes may be read a little beyond a field's end before that is seen; nothing of such a sample is
 * kept.
 *
 * @param from where a field of the profile begins
 * @param dense index of a location by its id, -1 where there is none
 * @param strings how many there are
 * @param until how many samples there shall be at most
 * @returns where the first field begins that was not read
 */
export function readPlainSamples(
  bytes: Uint8Array,
  from: number,
  columns: SampleColumns,
  dense: Int32Array,
  strings: number,
  until: number,
): number {
  const { stackOf, labelOffsets, values, stacks, count, types } = columns;
  let at = from;
  let { sample } = columns;
  let labels = columns.labelKey.length;
  samples: while (sample < until && bytes[at] === SAMPLE) {
    let p = at + 1;
    let size = bytes[p++];
    if (size >= 0x80) size = (size & 0x7f) | (bytes[p++] << 7);
    const sampleEnd = p + size;
    if (size >= LONG || sampleEnd > bytes.length) break;
    let stackFrom = 0;
    let stackTo = 0;
    let v = sample;
    while (p < sampleEnd) {
      const field = bytes[p++];
      // A number that is not packed is a list of one, whatever its length.
      let end = p + 1;
      const packed = (field & 7) === BYTES;
      if (packed) {
        let length = bytes[p++];
        if (length >= 0x80) length = (length & 0x7f) | (bytes[p++] << 7);
        end = p + length;
        if (end > sampleEnd) break samples;
      }
      if (field === 0x0a) {
        if (stackTo > 0) break samples;
        stackFrom = p;
        stackTo = end;
        p = end;
      } else if (field === 0x12 || field === 0x10) {
        while (p < end) {
          let value = bytes[p++];
          if (value >= 0x80) {
            const first = p;
            let byte = 0x80;
            value &= 0x7f;
            for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
              byte = bytes[p++];
              value += (byte & 0x7f) * scale;
            }
            if (p - first >= MOST_BYTES) break samples;
          }
          if (v >= values.length) break samples;
          values[v] = value;
          v += count;
        }
      } else if (field === 0x1a) {
        if (!readPlainLabel(bytes, p, end, columns, strings)) break samples;
        p = end;
      } else break samples;
      if (packed && p !== end) break samples;
    }
    if (p !== sampleEnd || v !== sample + types * count) break;
    if (stackTo === 0) break;
    let stack = stacks.find(stackFrom, stackTo);
    if (stack < 0) {
      if (!stacks.read(stackFrom, stackTo, dense)) break;
      stack = stacks.add();
    }
    stackOf[sample] = stack;
    at = p;
    sample++;
    labels = columns.labelKey.length;
    labelOffsets[sample] = labels;
  }
  columns.written(sample, labels, at - from);
  return at;
}

/** Adds a label, unless it is written otherwise than nearly all are: then it gives false. */
function readPlainLabel(
  bytes: Uint8Array,
  from: number,
  to: number,
  columns: SampleColumns,
  strings: number,
): boolean {
  let key = 0;
  let text = 0;
  let number = 0;
  let unit = 0;
  let p = from;
  while (p < to) {
    const field = bytes[p++];
    let value = bytes[p++];
    if (value >= 0x80) {
      const first = p;
      let byte = 0x80;
      value &= 0x7f;
      for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
        byte = bytes[p++];
        value += (byte & 0x7f) * scale;
      }
      if (p - first >= MOST_BYTES) return false;
    }
    if (field === 0x08) key = value;
    else if (field === 0x10) text = value;
    else if (field === 0x18) number = value;
    else if (field === 0x20) unit = value;
    else return false;
  }
  if (p !== to || key >= strings || text >= strings || unit >= strings) return false;
  if (columns.labelKey.length >= MAX_LABELS) return false;
  columns.addLabel(key, text, number, unit);
  return true;
}
