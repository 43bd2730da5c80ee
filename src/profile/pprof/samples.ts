import { GrowableFloat64, GrowableUint32 } from "../../lib/growable.js";
import type { Steps } from "../../lib/steps.js";
import type { SampleTable } from "../profile.js";
import { CUT_HINT, DAMAGED_HINT, ProfileError } from "../profile-error.js";
import type { IdTable } from "./id-table.js";
import type { Outline } from "./outline.js";
import { missing } from "./references.js";
import { WireReader } from "./wire-reader.js";

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
  const count = outline.sampleCount;
  const types = outline.sampleTypes.length;
  const stringCount = outline.strings.length;
  // Each value takes a byte, so what follows is in proportion to the file.
  if (outline.shortestBytes < types) {
    throw new ProfileError(
      `a sample of ${outline.shortestBytes} bytes cannot hold the values of ${types} sample types`,
      { byte: outline.shortestSample, hint: CUT_HINT },
    );
  }
  const reader = new WireReader(bytes);
  const stackOffsets = new Uint32Array(count + 1);
  const labelOffsets = new Uint32Array(count + 1);
  const values = new Float64Array(count * types);
  const stacks = new GrowableUint32(outline.sampleBytes >>> 1);
  const labelKey = new GrowableUint32(count);
  const labelText = new GrowableUint32(count);
  const labelNumber = new GrowableFloat64(count);
  const labelUnit = new GrowableUint32(count);
  const dense = locationIds.dense;
  let sample = 0;
  let inexact = 0;
  const total = bytes.length;

  const addLocation = (at: number): void => {
    const index = locationIds.find(reader.low, reader.high);
    if (index < 0) throw missing(`sample ${sample}`, "location", reader.unsigned(), at);
    stacks.push(index);
  };
  let valueCount = 0;
  const addValue = (at: number): void => {
    if (valueCount >= types) {
      throw new ProfileError(`sample ${sample} has more than the ${types} values of its types`, {
        byte: at,
        hint: DAMAGED_HINT,
      });
    }
    if (!reader.exact()) inexact++;
    values[valueCount * count + sample] = reader.number();
    valueCount++;
  };

  while (reader.at < total) {
    const tag = reader.uint32("a field number");
    if (tag !== 0x12) {
      reader.skip(tag & 7);
      continue;
    }
    const sampleAt = reader.at;
    const end = reader.length("a sample");
    reader.end = end;
    valueCount = 0;
    while (reader.at < end) {
      const at = reader.at;
      const field = reader.uint32("a field number");
      switch (field) {
        case 0x0a: {
          const packedEnd = reader.length("a stack");
          reader.end = packedEnd;
          // Nearly all bytes of a profile are read here: ids of up to three bytes are taken
          // apart in place and looked up in the dense table.
          let p = reader.at;
          if (stacks.length + (packedEnd - p) > stacks.array.length) {
            stacks.grow(stacks.length + (packedEnd - p));
          }
          const out = stacks.array;
          let o = stacks.length;
          while (p < packedEnd) {
            let id = bytes[p];
            let size = 1;
            if (id >= 0x80 && p + 2 < packedEnd) {
              const second = bytes[p + 1];
              id = (id & 0x7f) | ((second & 0x7f) << 7);
              size = 2;
              if (second >= 0x80) {
                const third = bytes[p + 2];
                id |= (third & 0x7f) << 14;
                size = third < 0x80 ? 3 : 0;
              }
            } else if (id >= 0x80) size = 0;
            let index = -1;
            if (size > 0 && id < dense.length) {
              index = dense[id];
              p += size;
              if (index < 0) throw missing(`sample ${sample}`, "location", BigInt(id), p - size);
            } else {
              reader.at = p;
              reader.varint();
              index = locationIds.find(reader.low, reader.high);
              if (index < 0) throw missing(`sample ${sample}`, "location", reader.unsigned(), p);
              p = reader.at;
            }
            out[o++] = index;
          }
          stacks.length = o;
          reader.at = packedEnd;
          reader.end = end;
          break;
        }
        case 0x08:
          reader.varint();
          addLocation(at);
          break;
        case 0x12: {
          const packedEnd = reader.length("the values of a sample");
          reader.end = packedEnd;
          while (reader.at < packedEnd) {
            const valueAt = reader.at;
            reader.varint();
            addValue(valueAt);
          }
          reader.end = end;
          break;
        }
        case 0x10:
          reader.varint();
          addValue(at);
          break;
        case 0x1a: {
          const labelEnd = reader.length("a label");
          reader.end = labelEnd;
          let key = 0;
          let text = 0;
          let number = 0;
          let unit = 0;
          while (reader.at < labelEnd) {
            const labelTag = reader.uint32("a field number");
            if (labelTag === 0x08) key = reader.uint32("string");
            else if (labelTag === 0x10) text = reader.uint32("string");
            else if (labelTag === 0x18) {
              reader.varint();
              if (!reader.exact()) inexact++;
              number = reader.number();
            } else if (labelTag === 0x20) unit = reader.uint32("string");
            else reader.skip(labelTag & 7);
          }
          reader.end = end;
          if (key >= stringCount || text >= stringCount || unit >= stringCount) {
            throw new ProfileError(
              `a label of sample ${sample} refers to string ${Math.max(key, text, unit)} of a table of ${stringCount}`,
              { byte: at, hint: CUT_HINT },
            );
          }
          labelKey.push(key);
          labelText.push(text);
          labelNumber.push(number);
          labelUnit.push(unit);
          break;
        }
        default:
          reader.skip(field & 7);
      }
    }
    if (valueCount !== types) {
      throw new ProfileError(
        `sample ${sample} has ${valueCount} values where the profile has ${types} sample types`,
        { byte: sampleAt, hint: CUT_HINT },
      );
    }
    reader.end = total;
    sample++;
    stackOffsets[sample] = stacks.length;
    labelOffsets[sample] = labelKey.length;
    if ((sample & 0x3fff) === 0) yield reader.at / total;
  }
  if (inexact > 0) {
    notes.push(
      `${inexact} ${inexact === 1 ? "value is" : "values are"} beyond 2^53 and shown rounded to the nearest that fits.`,
    );
  }
  return {
    count,
    stackOffsets,
    stackLocations: stacks.done(),
    values,
    labelOffsets,
    labelKey: labelKey.done(),
    labelText: labelText.done(),
    labelNumber: labelNumber.done(),
    labelUnit: labelUnit.done(),
  };
}
