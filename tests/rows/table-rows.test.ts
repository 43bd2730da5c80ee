import { describe, expect, it } from "vitest";
import { pathText } from "../../src/calltree/path-hash.js";
import type { FrameNames, FunctionTable } from "../../src/engine/answers.js";
import { columnsOf } from "../../src/rows/table-columns.js";
import { largestOf, pathOfRow, rowsOf, tableRow, usableSort } from "../../src/rows/table-rows.js";

const NONE = new Float64Array(0);
const NO_ERRORS = new Float32Array(3);

/** Three functions, by flat: 60, 30, 10 of 100. */
const TABLE: FunctionTable = {
  unit: "bytes",
  of: 100,
  isDelta: false,
  frame: Int32Array.of(2, 0, 1),
  pathLow: new Uint32Array(3),
  pathHigh: new Uint32Array(3),
  inline: new Uint8Array(3),
  flat: Float64Array.of(60, 30, 10),
  cum: Float64Array.of(60, 100, 40),
  flatError: NO_ERRORS,
  cumError: NO_ERRORS,
  baseFlat: NONE,
  baseCum: NONE,
  flatObjects: NONE,
  survival: NONE,
  sampling: { basis: "exact", change: "exact" },
} as unknown as FunctionTable;

const COMPARED = {
  ...TABLE,
  baseFlat: Float64Array.of(10, 90, 10),
  baseCum: Float64Array.of(10, 0, 40),
} as FunctionTable;

const NAMES = {
  names: ["main.run", "main.Load", "json.Unmarshal"],
  files: ["/src/main.go", "/src/load.go", "/go/encoding/json/decode.go"],
} as unknown as FrameNames;

const byFlat = { column: "flat", descending: true };

describe("rows of the table", () => {
  it("are sorted by size without regard to the sign, unknown values last", () => {
    const columns = columnsOf(COMPARED);
    const sorted = (column: string, descending: boolean) => [
      ...rowsOf(COMPARED, NAMES, columns, { column, descending }, ""),
    ];
    expect(sorted("flatdelta", true)).toEqual([1, 0, 2]);
    expect(sorted("flatdelta", false)).toEqual([2, 0, 1]);
    // Nothing was there before in row 1: its change has no percentage.
    expect(sorted("delta%", true)).toEqual([0, 2, 1]);
    expect(sorted("delta%", false)).toEqual([2, 0, 1]);
  });

  it("are sorted by name from A to Z at first, as each column begins with descending", () => {
    const columns = columnsOf(TABLE);
    const sorted = rowsOf(TABLE, NAMES, columns, { column: "name", descending: true }, "");
    expect([...sorted].map((r) => NAMES.names[TABLE.frame[r]!])).toEqual([
      "json.Unmarshal",
      "main.Load",
      "main.run",
    ]);
  });

  it("are filtered by name and by the file's own name, by its folders only where a slash is typed", () => {
    const columns = columnsOf(TABLE);
    const filtered = (text: string) => [...rowsOf(TABLE, NAMES, columns, byFlat, text)];
    expect(filtered("LOAD")).toEqual([2]);
    expect(filtered("decode.go")).toEqual([0]);
    expect(filtered("src")).toEqual([]);
    expect(filtered("src/")).toEqual([1, 2]);
  });

  it("are those whose frames a search found", () => {
    const rows = rowsOf(TABLE, NAMES, columnsOf(TABLE), byFlat, "", Uint8Array.of(1, 0, 0));
    expect([...rows]).toEqual([1]);
  });

  it("have a running share that ends at the whole", () => {
    const sums = (table: FunctionTable) => {
      const sum = columnsOf(table).find((c) => c.id === "sum%");
      return [0, 1, 2].map((row) => sum?.of?.(row));
    };
    expect(sums(TABLE)).toEqual([0.6, 0.9, 1]);
    expect(sums({ ...TABLE, of: 0 })).toEqual([0, 0, 0]);
  });

  it("have bars as wide as their part of the column's largest figure", () => {
    expect([...largestOf(COMPARED, columnsOf(COMPARED))]).toEqual([
      ["flatdelta", 60],
      ["cumdelta", 100],
    ]);
  });
});

describe("order of the table", () => {
  it("is by flat, or by its change, where a column is not there or cannot be sorted by", () => {
    const sortOf = (table: FunctionTable, column: string) =>
      usableSort(columnsOf(table), { column, descending: false }).column;
    expect(sortOf(TABLE, "cum")).toBe("cum");
    expect(sortOf(TABLE, "sum%")).toBe("flat");
    expect(sortOf(TABLE, "cumdelta")).toBe("flat");
    expect(sortOf(COMPARED, "flat")).toBe("flatdelta");
  });
});

describe("a row of the table", () => {
  it("has the name of its function, how it was inlined, and the path that it leads to", () => {
    const table = {
      ...TABLE,
      inline: Uint8Array.of(0, 2, 0),
      pathLow: Uint32Array.of(1, 2, 3),
    } as FunctionTable;
    expect(tableRow(table, NAMES, 1)).toEqual({ frame: 0, name: "main.run", inline: 2 });
    expect(pathOfRow(table, 1)).toBe(pathText(2, 0));
    expect(pathOfRow(table, 1)).not.toBe(pathOfRow(table, 2));
  });
});

describe("columns of the table", () => {
  it("are of changes alone where the file is itself a difference", () => {
    expect(columnsOf({ ...TABLE, isDelta: true }).map((c) => c.id)).toEqual([
      "name",
      "flatdelta",
      "flat%",
      "cumdelta",
      "cum%",
    ]);
  });

  it("have z only where the sampling is known", () => {
    const ids = (change: string) =>
      columnsOf({ ...COMPARED, sampling: { ...TABLE.sampling, change } } as FunctionTable).map(
        (c) => c.id,
      );
    expect(ids("exact")).not.toContain("z");
    expect(ids("unknown")).not.toContain("z");
    expect(ids("sampled")).toContain("z");
  });

  it("have objects and their mean size where they are counted", () => {
    const columns = columnsOf({ ...TABLE, flatObjects: Float64Array.of(6, 0, 2) });
    const mean = columns.find((c) => c.id === "mean")!;
    expect([0, 1, 2].map((r) => mean.of!(r))).toEqual([10, Number.NaN, 5]);
  });
});
