import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/lib/steps.js";
import { readProfiles } from "../../../src/profile/formats/read-profile.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { fixtureBytes } from "../../recordings.js";

const FOLDER = new URL("../../fixtures/others/", import.meta.url);
// Large ones take long to parse again and again: their kinds are there small, too.
const FILES = readdirSync(FOLDER).filter((name) => fixtureBytes(`others/${name}`).length < 20_000);

const PIECES = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "-1",
  "1e308",
  "9".repeat(40),
  "null",
  "@",
  ";",
  "\n",
  "0x",
  "\u0000",
];

/** One change of the bytes: some cut out, overwritten, repeated, or a piece put in. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  what: fc.constantFrom("cut", "flip", "repeat", "end", ...PIECES),
});

function changed(
  bytes: Uint8Array,
  changes: readonly { at: number; length: number; what: string }[],
) {
  let out = Buffer.from(bytes);
  for (const { at, length, what } of changes) {
    const i = Math.floor(at * out.length);
    const [head, middle, tail] = [
      out.subarray(0, i),
      out.subarray(i, i + length),
      out.subarray(i + length),
    ];
    if (what === "cut") out = Buffer.concat([head, tail]);
    else if (what === "flip")
      out = Buffer.concat([head, middle.map((b) => b ^ (1 << (length % 8))), tail]);
    else if (what === "repeat") out = Buffer.concat([head, middle, middle, tail]);
    else if (what === "end") out = Buffer.from(head);
    else out = Buffer.concat([head, Buffer.from(what), middle, tail]);
  }
  return new Uint8Array(out);
}

const RUNS = Number(process.env.FUZZ_RUNS ?? 60);

describe("damaged files of other profilers", () => {
  it.each(FILES)("%s gives profiles or says what is wrong, soon", (name) => {
    const bytes = fixtureBytes(`others/${name}`);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const before = performance.now();
        try {
          const found = finish(readProfiles(changed(bytes, changes)));
          expect(found.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof ProfileError)) throw error;
          expect(error.message.length).toBeLessThan(2000);
        }
        expect(performance.now() - before).toBeLessThan(2000);
      }),
      { numRuns: RUNS },
    );
  });
});
