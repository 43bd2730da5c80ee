import { describe, expect, it } from "vitest";
import { type ChunkFacts, checkPages } from "../../src/fleet/page-check.js";
import { ParquetFile } from "../../src/fleet/parquet-file.js";
import { PROFILE_COLUMNS } from "../../src/fleet/profile-rows.js";
import { ThriftFields } from "../../src/fleet/thrift-fields.js";
import { fileOf, profileRow, tableFile } from "./made-tables.js";

const good = async () => {
  const rows = Array.from({ length: 20 }, (_, i) => profileRow(`p${i}`, 1e12 + i));
  const file = await tableFile("profiles", rows);
  return new Uint8Array(await file.read(0, await file.size()));
};

async function readAll(bytes: Uint8Array): Promise<number> {
  const file = await ParquetFile.open(fileOf("x.parquet", bytes));
  let rows = 0;
  for (let g = 0; g < file.groups; g++) rows += (await file.read(g, PROFILE_COLUMNS)).rows;
  return rows;
}

/** A varint. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}

describe("a Parquet file that is not what it says", () => {
  it("is refused wherever it is cut, and says so", async () => {
    const bytes = await good();
    for (const length of [0, 3, 11, 12, 100, bytes.length >> 1, bytes.length - 1]) {
      await expect(readAll(bytes.slice(0, length)), `${length}`).rejects.toThrow(
        /too few for a Parquet file|does not end as Parquet files do/,
      );
    }
    expect(await readAll(bytes)).toBe(20);
  });

  it("is refused as a web page, and where its footer is larger than the file", async () => {
    const page = new TextEncoder().encode("<!doctype html><html><body>Log in</body></html>");
    await expect(readAll(page)).rejects.toThrow(/web page.*log-in/);
    const bytes = await good();
    new DataView(bytes.buffer).setUint32(bytes.length - 8, 0xfffffff0, true);
    await expect(readAll(bytes)).rejects.toThrow(/footer says it has .* more than the file/);
  });

  it("is read or refused in words, whichever byte is another one, and never without an end", async () => {
    const bytes = await good();
    const began = performance.now();
    let refused = 0;
    let seed = 1;
    for (let i = 0; i < 600; i++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const changed = bytes.slice();
      changed[seed % bytes.length] = [0, 0xff, 0x7f, seed >>> 24][i % 4]!;
      await readAll(changed).catch((error: unknown) => {
        refused++;
        expect(error).toBeInstanceOf(Error);
        expect((error as Error).message).not.toBe("");
      });
    }
    expect(refused).toBeGreaterThan(50);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("is refused where structures lie too deep, and where lists and numbers have no end", () => {
    const read = (bytes: number[]) => () =>
      new ThriftFields(Uint8Array.from(bytes), 0, bytes.length).struct();
    expect(read(Array(100_000).fill(0x1c))).toThrow(/too deep/);
    // A list of 2^31 structures.
    expect(read([0x19, 0xfc, ...varint(2 ** 31), 0])).toThrow(/list is longer than the file/);
    expect(read([0x16, ...Array(100).fill(0xff)])).toThrow(/number does not end/);
    expect(read([0x18, ...varint(2 ** 31), 1, 0])).toThrow(/text is longer than the file/);
    expect(read([0x1d])).toThrow(/unknown type 13/);
  });

  describe("in its pages", () => {
    const facts: ChunkFacts = {
      column: "kind",
      optional: true,
      boolean: false,
      rows: 10,
      unpack: (packed) => packed,
    };
    const int = (value: number) => varint(value * 2);
    /** A data page of the second form: so many values, so many bytes of levels. */
    const page = (values: number, levels: number, encoding: number, content: number[]) => {
      const head = [0x15, ...int(values), 0x15, 0, 0x15, ...int(values), 0x15, ...int(encoding)];
      const more = [0x15, ...int(levels), 0x15, 0, 0x12, 0];
      const size = int(content.length);
      return Uint8Array.from([
        0x15,
        ...int(3),
        0x15,
        ...size,
        0x15,
        ...size,
        0x5c,
        ...head,
        ...more,
        0,
        ...content,
      ]);
    };
    const RUN_OF_TEN = [10 * 2, 1];

    it("is read where runs make as many values as there are rows", () => {
      expect(() =>
        checkPages(page(10, 2, 8, [...RUN_OF_TEN, 1, ...RUN_OF_TEN]), facts),
      ).not.toThrow();
    });

    it("is refused where a run of five bytes stands for two thousand million values", () => {
      const bomb = [...varint(2 ** 31), 1];
      expect(() => checkPages(page(10, bomb.length, 8, [...bomb, 1]), facts)).toThrow(
        /"kind" is damaged: its runs do not add up/,
      );
      expect(() => checkPages(page(10, 2, 8, [...RUN_OF_TEN, 1, ...bomb]), facts)).toThrow(
        /its runs do not add up/,
      );
      // Packed numbers of no bits take no bytes, however many there are.
      const packed = varint(2 ** 31 + 1);
      expect(() => checkPages(page(10, 2, 8, [...RUN_OF_TEN, 0, ...packed]), facts)).toThrow(
        /its runs do not add up/,
      );
    });

    it("is refused where it has more values than the table has rows", () => {
      expect(() => checkPages(page(2 ** 30, 2, 8, [...RUN_OF_TEN]), facts)).toThrow(
        /more values than the table has rows/,
      );
    });

    it("says which encoding is not read", () => {
      expect(() => checkPages(page(10, 2, 5, RUN_OF_TEN), facts)).toThrow(
        /DELTA_BINARY_PACKED.*plain and dictionary/,
      );
    });
  });
});
