import { ownNumbers, type Profile } from "../../src/profile/profile.js";
import { StringTable } from "../../src/profile/string-table.js";

/** One sample of a heap profile made for a test. */
export interface MadeSample {
  /** function names, root first */
  readonly stack: readonly string[];
  /** objects and bytes ever allocated, objects and bytes live, as Go's heap profiles have them */
  readonly values: readonly number[];
  /** the `bytes` label; none where it is not given */
  readonly size?: number;
}

export interface MadeProfile {
  readonly samples: readonly MadeSample[];
  /** seconds after a moment of 2026; no time where it is not given */
  readonly time?: number;
  readonly period?: number;
  readonly types?: readonly (readonly [string, string])[];
}

const HEAP_TYPES = [
  ["alloc_objects", "count"],
  ["alloc_space", "bytes"],
  ["inuse_objects", "count"],
  ["inuse_space", "bytes"],
] as const;

const MOMENT = 1_780_000_000_000_000_000n;

/** A heap profile as the decoder gives it. */
export function madeProfile(made: MadeProfile): Profile {
  const types = made.types ?? HEAP_TYPES;
  const names = [...new Set(made.samples.flatMap((s) => s.stack))];
  const strings = ["", "bytes", ...names];
  const count = made.samples.length;
  const stackOffsets = new Uint32Array(count + 1);
  const labelOffsets = new Uint32Array(count + 1);
  const stack: number[] = [];
  const sizes: number[] = [];
  const values = new Float64Array(count * types.length);
  made.samples.forEach((sample, s) => {
    for (const name of sample.stack.toReversed()) stack.push(names.indexOf(name));
    stackOffsets[s + 1] = stack.length;
    if (sample.size !== undefined) sizes.push(sample.size);
    labelOffsets[s + 1] = sizes.length;
    types.forEach((_, t) => {
      values[t * count + s] = sample.values[t] ?? 0;
    });
  });
  const n = names.length;
  const indices = Uint32Array.from(names, (_, i) => i + 2);
  return {
    sampleTypes: types.map(([type, unit]) => ({ type, unit })),
    defaultSampleType: types.at(-1)?.[0] ?? "",
    samples: {
      count,
      stackOf: ownNumbers(count),
      stackOffsets,
      stackLocations: Uint32Array.from(stack),
      values,
      labelsOf: ownNumbers(count),
      labelOffsets,
      labelKey: new Uint32Array(sizes.length).fill(1),
      labelText: new Uint32Array(sizes.length),
      labelNumber: Float64Array.from(sizes),
      labelUnit: new Uint32Array(sizes.length),
    },
    locations: {
      count: n,
      idLow: Uint32Array.from(names, (_, i) => i + 1),
      idHigh: new Uint32Array(n),
      addressLow: Uint32Array.from(names, (_, i) => i + 1),
      addressHigh: new Uint32Array(n),
      mapping: new Int32Array(n).fill(-1),
      isFolded: new Uint8Array(n),
      lineOffsets: Uint32Array.from({ length: n + 1 }, (_, i) => i),
      lineFunction: Int32Array.from(names, (_, i) => i),
      lineNumber: new Float64Array(n),
      lineColumn: new Float64Array(n),
    },
    functions: {
      count: n,
      name: indices,
      systemName: indices,
      file: new Uint32Array(n),
      startLine: new Float64Array(n),
    },
    mappings: [],
    strings: StringTable.of(strings),
    comments: [],
    docUrl: "",
    dropFrames: "",
    keepFrames: "",
    timeNanos: made.time ? MOMENT + BigInt(Math.round(made.time * 1e9)) : 0n,
    durationNanos: 0n,
    periodType: { type: "space", unit: "bytes" },
    period: made.period ?? 524_288,
    notes: [],
  };
}
