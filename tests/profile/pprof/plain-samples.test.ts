import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdTable } from "../../../src/profile/pprof/id-table.js";
import { readOutline } from "../../../src/profile/pprof/outline-reader.js";
import { SampleReader } from "../../../src/profile/pprof/sample-reader.js";
import { readLocations } from "../../../src/profile/pprof/tables.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { profileModel, random, wildStyle, writeProfile } from "../../generate.js";
import { fixtureBytes } from "../../recordings.js";

/** Where no id is dense no sample is plain: each is read by the careful reader. */
class SparseIds extends IdTable {
  override readonly dense = new Int32Array(0);
}

/** The samples of a profile and how many values were rounded, or what is wrong with them. */
function samplesOf(bytes: Uint8Array, Ids: typeof IdTable) {
  try {
    const outline = readOutline(bytes);
    const ids = new Ids(outline.locations.length);
    const anyFunction = new IdTable(0);
    anyFunction.find = () => 0;
    readLocations(bytes, outline.locations, anyFunction, anyFunction, ids, []);
    const reader = new SampleReader(bytes, outline, ids);
    while (reader.next(7));
    return { table: reader.done(), inexact: reader.inexact };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return { message: error.message };
  }
}

function expectSame(bytes: Uint8Array) {
  const plain = samplesOf(bytes, IdTable);
  expect(plain).toEqual(samplesOf(bytes, SparseIds));
  return plain;
}

describe("samples that are written as usual", () => {
  it("are read as the careful reader reads them", () => {
    fc.assert(
      fc.property(profileModel(), fc.option(wildStyle, { nil: undefined }), (model, style) => {
        const { table } = expectSame(writeProfile(model, style));
        expect(table?.count).toBe(model.samples.length);
      }),
    );
  });

  it("are refused in the same words where they are damaged", () => {
    const whole = new Uint8Array(gunzipSync(fixtureBytes("leaking-operator/00.pb.gz")));
    const chance = random(5);
    let refused = 0;
    for (let i = 0; i < 1500; i++) {
      const bytes = whole.slice();
      for (let changes = 1 + Math.floor(chance() * 3); changes > 0; changes--) {
        bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
      }
      const end = chance() < 0.2 ? Math.floor(chance() * bytes.length) : bytes.length;
      if (expectSame(bytes.subarray(0, end)).message) refused++;
    }
    expect(refused).toBeGreaterThan(200);
  });
});
