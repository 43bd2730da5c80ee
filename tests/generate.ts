import fc from "fast-check";
import { decodePprof } from "../src/profile/pprof/decode.js";
import type { Profile } from "../src/profile/profile.js";
import {
  NOTHING,
  type ProfileModel,
  type Text,
  type WriteStyle,
  writeProfile,
} from "./profile/writer.js";

export type { ProfileModel, Text, WriteStyle } from "./profile/writer.js";
export { NOTHING, random, shown, WireWriter, writeProfile } from "./profile/writer.js";

const INT64 = { min: -(1n << 63n), max: (1n << 63n) - 1n };

/** 64-bit values: small ones, negative ones, those about 2^53, and the ends of the range. */
const int64 = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 1n << 20n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: -(1n << 53n) + 1n, max: (1n << 53n) - 1n }) },
  { weight: 1, arbitrary: fc.bigInt(INT64) },
  { weight: 1, arbitrary: fc.constantFrom(INT64.min, INT64.max, 0n, -1n, 1n << 53n) },
);

/** Values that a double holds exactly. */
export const exactInteger = fc.oneof(
  fc.bigInt({ min: 0n, max: 1n << 20n }),
  fc.bigInt({ min: -(1n << 40n), max: 1n << 40n }),
);

/** Texts as they are met in profiles, and some that are not. */
export const name: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "main.main",
    "runtime.mallocgc",
    "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
    "k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
    "net/http.(*conn).serve",
    "github.com/a/b.Map[go.shape.[]uint8].Get",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

function distinctIds(count: number): fc.Arbitrary<bigint[]> {
  return fc
    .tuple(
      fc.uniqueArray(fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }), {
        minLength: count,
        maxLength: count,
      }),
      fc.constantFrom("any", "small", "by address"),
    )
    .map(([any, sort]) => {
      if (sort === "any") return any;
      // In falling order, so that no reader can take the id for the index.
      if (sort === "small") return any.map((_, i) => BigInt(count - i));
      return any.map((_, i) => 0x4000_0000_0000n + BigInt(i) * 16n);
    });
}

/** Profiles of a few functions, locations and samples with everything that the format has. */
export function profileModel(
  options: { readonly value?: fc.Arbitrary<bigint>; readonly text?: fc.Arbitrary<Text> } = {},
): fc.Arbitrary<ProfileModel> {
  const value = options.value ?? int64;
  const text = options.text ?? name;
  const type = fc.record({ type: text, unit: text });
  const unsigned = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  const small = fc.bigInt({ min: 0n, max: 1_000_000n });
  const counts = fc.record({
    types: fc.integer({ min: 1, max: 4 }),
    mappings: fc.integer({ min: 0, max: 3 }),
    functions: fc.integer({ min: 0, max: 8 }),
    locations: fc.integer({ min: 0, max: 12 }),
    samples: fc.integer({ min: 0, max: 20 }),
  });
  const exactly = <T>(count: number, of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.array(of, { minLength: count, maxLength: count });
  return counts.chain((n) =>
    fc
      .record({
        sampleTypes: exactly(n.types, type),
        defaultSampleType: text,
        mappings: distinctIds(n.mappings).chain((ids) =>
          fc.tuple(
            ...ids.map((id) =>
              fc.record({
                id: fc.constant(id),
                start: unsigned,
                limit: unsigned,
                offset: unsigned,
                file: text,
                buildId: text,
                hasFunctions: fc.boolean(),
              }),
            ),
          ),
        ),
        functions: distinctIds(n.functions).chain((ids) =>
          fc.tuple(
            ...ids.map((id) =>
              fc.record({
                id: fc.constant(id),
                name: text,
                systemName: text,
                file: text,
                startLine: small,
              }),
            ),
          ),
        ),
        locations: distinctIds(n.locations).chain((ids) =>
          fc.tuple(
            ...ids.map((id) =>
              fc.record({
                id: fc.constant(id),
                mapping: fc.integer({ min: -1, max: n.mappings - 1 }),
                address: unsigned,
                isFolded: fc.boolean(),
                lines: fc.array(
                  fc.record({
                    fn: fc.integer({ min: -1, max: n.functions - 1 }),
                    line: small,
                    column: small,
                  }),
                  { maxLength: 3 },
                ),
              }),
            ),
          ),
        ),
        samples: exactly(
          n.samples,
          fc.record({
            stack: n.locations
              ? fc.array(fc.integer({ min: 0, max: n.locations - 1 }), { maxLength: 10 })
              : fc.constant([]),
            values: exactly(n.types, value),
            labels: fc.array(fc.record({ key: text, text, number: value, unit: text }), {
              maxLength: 2,
            }),
          }),
        ),
        comments: fc.array(text, { maxLength: 4 }),
        docUrl: text,
        dropFrames: text,
        keepFrames: text,
        timeNanos: int64,
        durationNanos: int64,
        periodType: fc.option(type, { nil: undefined }),
        period: exactInteger,
      })
      .map((model): ProfileModel => model),
  );
}

/** Any way to write a model but Go's own. */
export const wildStyle: fc.Arbitrary<WriteStyle> = fc
  .integer({ min: 1, max: 0x7fffffff })
  .map((seed) => ({ seed }));

/** A profile as the reader gives it, of short stacks of few functions, so that they often meet. */
export const readProfile: fc.Arbitrary<Profile> = profileModel({ value: exactInteger })
  .filter((model) => model.samples.length > 0)
  .map((model) => decodePprof(writeProfile(model)));

/** Random call trees, built by sample: stacks of functions "f0", "f1" and so on, root first. */
export function profileOfStacks(
  stacks: readonly (readonly number[])[],
  values: readonly bigint[],
  nameOf: (fn: number) => string = (fn) => `f${fn}`,
): Profile {
  const count = 1 + stacks.reduce((most, s) => s.reduce((m, fn) => Math.max(m, fn), most), 0);
  const all = Array.from({ length: count }, (_, i) => i);
  return decodePprof(
    writeProfile({
      ...NOTHING,
      sampleTypes: [{ type: "inuse_space", unit: "bytes" }],
      functions: all.map((i) => ({
        id: BigInt(i + 1),
        name: nameOf(i),
        systemName: "",
        file: `${nameOf(i)}.go`,
        startLine: 1n,
      })),
      locations: all.map((i) => ({
        id: BigInt(i + 1),
        mapping: -1,
        address: BigInt(i),
        isFolded: false,
        lines: [{ fn: i, line: 1n, column: 0n }],
      })),
      samples: stacks.map((stack, s) => ({
        stack: [...stack].reverse(),
        values: [values[s]!],
        labels: [],
      })),
    }),
  );
}

/** Stacks of a few functions, root first, with a value each. */
export const stacksWithValues: fc.Arbitrary<{ stacks: number[][]; values: bigint[] }> = fc
  .array(
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 9 }),
      fc.bigInt({ min: -1000n, max: 100_000n }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((pairs) => ({ stacks: pairs.map(([s]) => s), values: pairs.map(([, v]) => v) }));
