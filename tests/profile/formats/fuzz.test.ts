import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openParts } from "../../../src/export/opened-parts.js";
import { finish } from "../../../src/lib/steps.js";
import { FileContent, utf8 } from "../../../src/profile/formats/file-content.js";
import { IMPORTERS } from "../../../src/profile/formats/importers.js";
import type { Profile } from "../../../src/profile/profile.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { mutated, randoms, seeds } from "./mutations.js";

/** `npm run fuzz` asks for more of them. */
const INPUTS = Number(process.env.LEAKLENS_FUZZ_INPUTS ?? 1500);
const FIRST = Number(process.env.LEAKLENS_FUZZ_FIRST ?? 1);
/** No input may take more time of the processor: how long other programs keep it is not counted. */
const LONGEST_MS = 2000;
const MOST_HEAP_GROWTH = 1 << 30;

/** More are of the same kinds. */
const ENOUGH_FAILURES = 40;
/** From so many on each format is read in spite of its mutations. */
const ENOUGH_FOR_ALL = 20_000;
/** One importer, and what its profiles are. */
const GO_TEXTS = ["contention", "count", "heap", "stacks"].map((kind) => `go-${kind}-text`);

/** Whether every reference of a profile is to something that is there. */
function checkSound({ samples, locations, functions, strings, sampleTypes }: Profile): void {
  const { count, stackOf, stackOffsets, stackLocations, values } = samples;
  const { labelsOf, labelOffsets } = samples;
  expect(stackOf.length).toBe(count);
  expect(stackOf.every((k) => k >= 0 && k + 1 < stackOffsets.length)).toBe(true);
  expect(labelsOf.length).toBe(count);
  expect(labelsOf.every((k) => k >= 0 && k + 1 < labelOffsets.length)).toBe(true);
  expect(values.length).toBe(count * sampleTypes.length);
  expect(stackOffsets.at(-1)).toBe(stackLocations.length);
  expect(labelOffsets.at(-1)).toBe(samples.labelKey.length);
  expect(stackLocations.every((l) => l < locations.count)).toBe(true);
  expect(locations.lineFunction.every((f) => f < functions.count)).toBe(true);
  expect(functions.name.every((n) => n < strings.length)).toBe(true);
  expect(samples.labelKey.every((k) => k < strings.length)).toBe(true);
  expect(values.every((v) => Number.isFinite(v))).toBe(true);
}

test(`of ${INPUTS} mutated files each gives sound profiles or a told error, soon and within memory`, async () => {
  const all = seeds();
  const told = { profiles: 0, errors: 0, longest: 0, slowest: "", heap: 0 };
  const read: Record<string, number> = {};
  const failed: string[] = [];
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < INPUTS; i++) {
    const number = FIRST + i;
    const random = randoms(number);
    const seed = all[number % all.length]!;
    const inner = mutated(seed.bytes, all[random(all.length)]!.bytes, random);
    const bytes = seed.wrap?.(inner) ?? inner;
    const began = process.cpuUsage();
    try {
      const { parts } = await openParts("x", bytes, {}, async (steps) => finish(steps));
      for (const { profile } of parts) {
        checkSound(profile);
        const format = profile.format ?? "";
        read[format] = (read[format] ?? 0) + 1;
      }
      told.profiles += parts.length;
    } catch (error) {
      if (!(error instanceof ProfileError)) {
        failed.push(`input ${number}, a mutation of ${seed.name}: ${String(error)}`);
      } else {
        expect(error.message.length, `input ${number}`).toBeGreaterThan(10);
        told.errors++;
      }
    }
    if (failed.length >= ENOUGH_FAILURES) break;
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1000;
    if (took > told.longest) {
      told.longest = took;
      told.slowest = `input ${number}, ${bytes.length} bytes of ${seed.name}`;
    }
    told.heap = Math.max(told.heap, process.memoryUsage().heapUsed - before);
  }
  const report = process.env.LEAKLENS_FUZZ_REPORT;
  if (report) writeFileSync(report, `${JSON.stringify({ ...told, read })}\n`);
  expect(failed).toEqual([]);
  expect(told.longest, told.slowest).toBeLessThan(LONGEST_MS);
  expect(told.heap).toBeLessThan(MOST_HEAP_GROWTH);
  // A single input, as what failed is looked at, may be either.
  if (INPUTS >= 1000) {
    expect(told.profiles).toBeGreaterThan(INPUTS / 10);
    expect(told.errors).toBeGreaterThan(INPUTS / 20);
  }
  if (INPUTS >= ENOUGH_FOR_ALL) {
    const formats = IMPORTERS.flatMap((i) => (i.id === "go-text" ? GO_TEXTS : [i.id]));
    expect(Object.keys(read).sort()).toEqual(formats.sort());
  }
}, 3_600_000);

test("what is mutated has a file for every importer", () => {
  const contents = seeds().map((s) => new FileContent(utf8(s.wrap?.(s.bytes) ?? s.bytes)));
  for (const importer of IMPORTERS) {
    expect(
      contents.some((c) => importer.recognises(c)),
      importer.id,
    ).toBe(true);
  }
});
