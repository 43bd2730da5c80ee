import { describe, expect, it } from "vitest";
import { pathText } from "../../src/calltree/path-hash.js";
import { detail } from "../../src/engine/answers/path-detail.js";
import { picture } from "../../src/engine/answers/picture.js";
import { functionTable } from "../../src/engine/answers/table.js";
import type { Question } from "../../src/engine/question.js";
import { finish } from "../../src/lib/steps.js";
import { columnsOf } from "../../src/ui/table/table-rows.js";
import { ask } from "../export/prepared.js";
import { madeProfile } from "../leaks/profiles.js";
import { recording } from "../recordings.js";

const MB = 2 ** 20;

/** Answers of the engine about small files, each of which was answered wrongly once. */
async function asked(name: string, change: Partial<Question> = {}) {
  const one = ask([await recording(`cases/${name}.pb.gz`)], change);
  const { tree, paths } = one.prepared;
  return {
    ...one,
    table: functionTable(one.prepared, one.question),
    picture: finish(picture(one.prepared, one.question)),
    names: tree.frames.names,
    panel: (fn: string) => {
      const node = tree.frame.findIndex((f) => tree.frames.names[f]?.startsWith(fn) === true);
      return detail(one.prepared, one.question, pathText(paths.low[node]!, paths.high[node]!))!;
    },
  };
}

describe("objects and bytes by other names", () => {
  it("are counted as such: 2 objects of a MiB", async () => {
    const { panel, table } = await asked("cpp_objects_space");
    const found = panel("Foo::bar");
    expect(found).toMatchObject({ cum: 2 * MB, objects: 2, meanBytes: MB });
    expect(table.flatObjects[0]).toBe(2);
    expect(table.flat[0]! / table.flatObjects[0]!).toBe(MB);
  });

  it("have no mean where nothing counts them", async () => {
    const { panel, table } = await asked("unit_ns");
    expect(panel("main.a")).toMatchObject({ objects: -1, meanBytes: null });
    expect(table.flatObjects).toHaveLength(0);
    expect(columnsOf(table).map((c) => c.id)).not.toContain("mean");
  });
});

describe("profiles in which everything was recorded", () => {
  const of = (bytes: number) =>
    madeProfile({
      period: 1,
      samples: [
        { stack: ["main.main", "f"], values: [1, bytes, 1, bytes] },
        { stack: ["main.main", "g"], values: [1, 77, 1, 77] },
      ],
    });
  const pair = ask([of(10), of(12)], { shown: 1, base: 0 });

  it("have changes that are exact, none of which is noise", () => {
    const { tree, paths } = pair.prepared;
    const node = tree.frame.findIndex((f) => tree.frames.names[f] === "f");
    const path = pathText(paths.low[node]!, paths.high[node]!);
    const found = detail(pair.prepared, pair.question, path)!;
    expect(found).toMatchObject({ cum: 12, baseCum: 10, noise: false });
    expect(found.sampling).toMatchObject({ basis: "exact", change: "exact" });
    expect(found.z).toBeNaN();
  });

  it("have no column of standard errors", () => {
    const table = functionTable(pair.prepared, pair.question);
    const columns = columnsOf(table);
    expect(columns.map((c) => c.id)).not.toContain("z");
    for (const column of columns) {
      for (let r = 0; r < table.frame.length; r++) expect(column.noise?.(r) ?? false).toBe(false);
    }
  });
});
