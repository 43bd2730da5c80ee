import { beforeAll, describe, expect, it } from "vitest";
import { pathHashes } from "../../../src/calltree/path-hash.js";
import { functionTable } from "../../../src/engine/answers/table.js";
import type { FileSet } from "../../../src/engine/file-set.js";
import { preparedOf, questionOf, setOf } from "../../golden/asking.js";
import { type GoldenTables, golden, known } from "../../golden/golden.js";

describe("the table of one recording", () => {
  it("has pprof's rows, figures, order and inline marks, whatever the sample type", async () => {
    const { names, tables } = golden<GoldenTables>("figures");
    for (const file of new Set(tables.map((t) => t.files[0]!))) {
      const set = setOf([await known(file)]);
      const prepared = preparedOf(set, questionOf(1));
      for (const one of tables.filter((t) => t.files[0] === file)) {
        const table = functionTable(prepared, questionOf(1, { sampleType: one.type }));
        expect(
          Array.from(table.frame, (f) => prepared.tree.frames.names[f]),
          one.command,
        ).toEqual(one.name.map((n) => names[n]));
        expect([...table.flat], one.command).toEqual(one.flat);
        expect([...table.cum], one.command).toEqual(one.cum);
        expect([...table.inline], one.command).toEqual(one.inline);
      }
    }
  });

  it("has pprof's total, objects beside bytes, and no columns of a base", async () => {
    const set = setOf([await known("configmap-list-storm/03-storm.pb.gz")]);
    const prepared = preparedOf(set, questionOf(1));
    const table = functionTable(prepared, questionOf(1));
    const objects = functionTable(prepared, questionOf(1, { sampleType: "inuse_objects" }));
    expect(table.of).toBe(set.entries[0]!.facts.totals[3]);
    expect(table.unit).toBe("bytes");
    expect(table.baseFlat).toHaveLength(0);
    expect(table.survival).toHaveLength(0);
    const of = new Map(Array.from(objects.frame, (f, r) => [f, r]));
    table.frame.forEach((f, r) => {
      const row = of.get(f);
      expect(table.flatObjects[r]).toBe(row === undefined ? 0 : objects.flat[row]);
      expect(table.cumObjects[r]).toBe(row === undefined ? 0 : objects.cum[row]);
    });
  });

  it("names for each function a node of that function, the widest", async () => {
    const set = setOf([await known("leaking-operator/05.pb.gz")]);
    const prepared = preparedOf(set, questionOf(1));
    const { tree } = prepared;
    const paths = pathHashes(tree);
    const table = functionTable(prepared, questionOf(1));
    const at = new Map(Array.from(paths.low, (low, n) => [`${low} ${paths.high[n]}`, n]));
    table.frame.forEach((f, r) => {
      const node = at.get(`${table.pathLow[r]} ${table.pathHigh[r]}`);
      expect(tree.frame[node!]).toBe(f);
    });
  });

  it("gives errors that are larger than zero and smaller for cum than flats added up", async () => {
    const set = setOf([await known("configmap-list-storm/03-storm.pb.gz")]);
    const table = functionTable(preparedOf(set, questionOf(1)), questionOf(1));
    for (let r = 0; r < table.frame.length; r++) {
      if (table.flat[r]! > 0) expect(table.flatError[r]).toBeGreaterThan(0);
      expect(table.cumError[r]! + 1e-3).toBeGreaterThanOrEqual(table.flatError[r]!);
    }
  });
});

describe("the table of a difference", () => {
  const files = ["configmap-list-storm/01-created.pb.gz", "configmap-list-storm/03-storm.pb.gz"];
  let set: FileSet;
  beforeAll(async () => {
    set = setOf([await known(files[0]!), await known(files[1]!)]);
  });

  it("has pprof's differences in pprof's order, and before and after", () => {
    const { names, tables } = golden<GoldenTables>("diffs");
    for (const one of tables.filter((t) => t.diffBase === files[0] && t.files[0] === files[1])) {
      const question = questionOf(2, { shown: 1, base: 0, sampleType: one.type });
      const prepared = preparedOf(set, question);
      const table = functionTable(prepared, question);
      // What did not change is no row of pprof's.
      const changed = [...table.frame.keys()].filter(
        (r) => table.flat[r] !== table.baseFlat[r] || table.cum[r] !== table.baseCum[r],
      );
      expect(
        changed.map((r) => [
          prepared.tree.frames.names[table.frame[r]!],
          table.flat[r]! - table.baseFlat[r]!,
          table.cum[r]! - table.baseCum[r]!,
          table.inline[r],
        ]),
        one.command,
      ).toEqual(one.name.map((n, i) => [names[n], one.flat[i], one.cum[i], one.inline[i]]));
      expect(table.of).toBe(set.entries[1]!.facts.totals[set.sampleType(one.type, 1).index[1]!]);
    }
  });

  it("is zero of a file with itself and negated the other way round", () => {
    const same = questionOf(2, { shown: 1, base: 1 });
    const none = functionTable(preparedOf(set, same), same);
    expect([...none.flat]).toEqual([...none.baseFlat]);
    const there = questionOf(2, { shown: 1, base: 0 });
    const back = questionOf(2, { shown: 0, base: 1 });
    const a = functionTable(preparedOf(set, there), there);
    const b = functionTable(preparedOf(set, back), back);
    expect([...a.frame]).toEqual([...b.frame]);
    expect([...a.cum]).toEqual([...b.baseCum]);
    expect([...a.flatError]).toEqual([...b.flatError]);
  });

  it("says how much of what was allocated in between is still there", () => {
    const question = questionOf(2, { shown: 1, base: 0 });
    const prepared = preparedOf(set, question);
    const table = functionTable(prepared, question);
    expect(table.survival).toHaveLength(table.frame.length);
    const known = table.survival.filter((v) => !Number.isNaN(v));
    expect(known.length).toBeGreaterThan(100);
    for (const share of known) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    const row = Array.from(table.frame, (f) => prepared.tree.frames.names[f]!).findIndex((n) =>
      n.endsWith("v1.(*ConfigMap).Unmarshal"),
    );
    expect(table.survival[row]).toBeGreaterThan(0);
  });
});

it("the table of a sum has pprof's figures of all files together", async () => {
  const { names, tables } = golden<GoldenTables>("sums");
  for (const one of tables.filter((t) => t.files.length > 1 && !t.base && !t.diffBase)) {
    // A file given twice is open once.
    if (new Set(one.files).size < one.files.length) continue;
    const set = setOf(await Promise.all(one.files.map(known)));
    const question = questionOf(one.files.length, { sum: true, sampleType: one.type });
    const prepared = preparedOf(set, question);
    const table = functionTable(prepared, question);
    const rows = Array.from(table.frame, (f, r) => [
      prepared.tree.frames.names[f],
      table.flat[r],
      table.cum[r],
    ]);
    expect(rows, one.command).toEqual(one.name.map((n, i) => [names[n], one.flat[i], one.cum[i]]));
  }
});
