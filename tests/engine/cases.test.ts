import { describe, expect, it } from "vitest";
import { pathText } from "../../src/calltree/path-hash.js";
import { findingAnswer } from "../../src/engine/answers/finding/finding.js";
import { kindsAnswer } from "../../src/engine/answers/kinds/kinds.js";
import { detail } from "../../src/engine/answers/path-detail.js";
import { picture } from "../../src/engine/answers/picture.js";
import { suspectsAnswer } from "../../src/engine/answers/suspects/suspects.js";
import { functionTable } from "../../src/engine/answers/table.js";
import { Engine } from "../../src/engine/engine.js";
import type { Question } from "../../src/engine/question.js";
import { evidenceOfKinds, shareOfKinds, wholeOfKinds } from "../../src/engine/whole-of-kinds.js";
import { finish } from "../../src/lib/steps.js";
import { columnsOf } from "../../src/rows/table-columns.js";
import { ask } from "../export/prepared.js";
import { madeProfile } from "../leaks/profiles.js";
import { PLAIN_QUESTION } from "../question.js";
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
    kinds: kindsAnswer(one.prepared, one.question),
    suspects: finish(suspectsAnswer(one.prepared, one.question)),
    finding: finish(findingAnswer(one.prepared, one.question))
      .segments.map((s) => s.text)
      .join(""),
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

describe("a file that is a difference itself", () => {
  const DELTAS = [
    "seconds_delta_k8s",
    "real_go_delta_seconds3",
    "negatives",
    "all_negative",
    "sum_zero",
  ];

  it.each(DELTAS)("%s is shown as a comparison", async (name) => {
    const { picture, table, kinds, suspects, finding, prepared } = await asked(name);
    expect(picture).toMatchObject({ isDelta: true, hasBase: true });
    expect(picture.survivalRefused).not.toBe("");
    expect(table.isDelta).toBe(true);
    expect(table.baseFlat).toHaveLength(0);
    expect(columnsOf(table).map((c) => c.label)).toEqual([
      "function",
      "Δ flat",
      "flat%",
      "Δ cum",
      "cum%",
    ]);
    expect(kinds.isDifference).toBe(true);
    expect(suspects.about).toBe("growth");
    expect(finding).toMatch(/^This file is itself a difference of two profiles: /);
    expect(finding).not.toMatch(/ hold | holds |of the live heap/);
    // Shares are of all that changed, up and down, and nothing is filtered.
    const values = prepared.set.values(0, prepared.set.sampleType("", 0));
    expect(picture.of).toBe(values.reduce((sum, v) => sum + Math.abs(v), 0));
    expect(picture.kept).toBe(picture.of);
    for (const change of [...table.flat, ...table.cum]) {
      expect(Math.abs(change) / table.of).toBeLessThanOrEqual(1);
    }
  });

  it("of Secrets that went away says that they shrank by 40 MiB", async () => {
    const { kinds, finding, table, panel, suspects } = await asked("seconds_delta_k8s");
    expect(kinds.kinds.slice(0, 2).map((k) => [k.key, k.total])).toEqual([
      ["Secret", -41_943_040],
      ["ConfigMap", 10_485_760],
    ]);
    expect(finding).toMatch(/Secrets shrank by 40\.0 Mi?B(,| and) ConfigMaps grew by 10\.0 Mi?B/);
    expect(shareOfKinds(kinds.kinds[0]!.total, kinds)).toBeCloseTo(-0.769, 3);
    expect(table.flat[0]).toBe(-41_943_040);
    const secret = panel("k8s.io/api/core/v1.(*Secret)");
    expect(secret).toMatchObject({ isDelta: true, cum: -41_943_040, baseCum: 0, survival: null });
    // What it was made of had errors that the file does not tell.
    expect(secret.sampling.change).toBe("at-least");
    // Nothing that shrank is a suspect of growth.
    for (const suspect of suspects.suspects) expect(suspect.growth).toBeGreaterThan(0);
  });

  it("that cancels out is not nothing", async () => {
    const { picture, finding, table } = await asked("sum_zero");
    expect(picture.total).toBe(0);
    expect(picture.of).toBe(8 * MB);
    expect(picture.layout.width[0]).toBe(8 * MB);
    expect(finding).toMatch(/neither grew nor shrank in all/);
    expect([...table.flat]).toEqual([-4 * MB, 4 * MB]);
  });

  it("has widths of what changed, whatever the view says of widths", async () => {
    for (const widths of ["before", "after", "delta"] as const) {
      const { picture } = await asked("negatives", { widths });
      expect(picture.layout.width[0]).toBe(picture.of);
    }
  });

  it("is no moment among others", async () => {
    const { prepared } = ask(
      await Promise.all(
        ["cases/seconds_delta_k8s.pb.gz", "configmap-list-storm/00-baseline.pb.gz"].map(recording),
      ),
    );
    const found = prepared.set.class("auto");
    expect(found.kind).toBe("unrelated");
    expect(found.why).toMatch(/is itself a difference of two profiles/);
  });
});

describe("shares of kinds", () => {
  const storm = async (change: Partial<Question>) => {
    const files = ["00-baseline", "01-created", "03-storm", "06-quiet-gc"];
    const one = ask(
      await Promise.all(files.map((f) => recording(`configmap-list-storm/${f}.pb.gz`))),
      change,
    );
    return kindsAnswer(one.prepared, one.question);
  };

  it("are between -100% and 100%, whatever is compared, scaled or not", async () => {
    for (const [shown, base] of [
      [2, 1],
      [3, 2],
      [1, 0],
      [2, -1],
    ] as const) {
      for (const normalize of [false, true]) {
        const kinds = await storm({ shown, base, normalize });
        let sum = 0;
        for (const value of [...kinds.kinds.map((k) => k.total), kinds.other, kinds.unknown]) {
          const share = shareOfKinds(value, kinds)!;
          expect(Math.abs(share)).toBeLessThanOrEqual(1);
          sum += Math.abs(share);
        }
        expect(sum).toBeCloseTo(1, 9);
      }
    }
  });

  it("are left out where nothing changed", async () => {
    const kinds = await storm({ shown: 1, base: 1 });
    expect(wholeOfKinds(kinds)).toBe(0);
    expect(shareOfKinds(0, kinds)).toBeUndefined();
  });

  it("rest on evidence that is one figure everywhere and never negative", async () => {
    const kinds = await storm({ shown: 3, base: 2 });
    const parts = evidenceOfKinds(kinds.kinds);
    expect(parts.length).toBeGreaterThan(1);
    for (const { share } of parts) expect(share).toBeGreaterThan(0);
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});

describe("two sample types of one name", () => {
  it("are told apart by their unit, and both can be chosen", async () => {
    const first = await asked("types_same_name_two_units");
    // The file's default is its last type, as pprof's.
    expect(first.picture).toMatchObject({ sampleType: "alloc/bytes", unit: "bytes", of: 5 * MB });
    const counts = await asked("types_same_name_two_units", { sampleType: "alloc" });
    expect(counts.picture).toMatchObject({ sampleType: "alloc", unit: "count", of: 7 });
    const bytes = await asked("types_same_name_two_units", { sampleType: "alloc/bytes" });
    expect(bytes.picture.total).toBe(5_242_880);
    expect(bytes.table.flat[0]).toBe(5_242_880);
  });

  it("are not compared with one of another unit", () => {
    const of = (unit: string) =>
      madeProfile({ types: [["space", unit]], samples: [{ stack: ["f"], values: [5] }] });
    const { prepared, question } = ask([of("bytes"), of("kilobytes")], { shown: 0, base: 1 });
    expect(() => finish(picture(prepared, question))).toThrow(/cannot be compared/);
    const same = ask([of("bytes"), of("B")], { shown: 0, base: 1 });
    expect(finish(picture(same.prepared, same.question)).baseTotal).toBe(5);
  });
});

describe("functions that call each other in turn", () => {
  it.each(["deep2000", "recursion"])(
    "of %s keep their rows where recursion is merged",
    async (name) => {
      const engine = new Engine();
      engine.library.add("h", name, await recording(`cases/${name}.pb.gz`));
      const rows = (transforms: Question["transforms"]) => {
        const question = { ...PLAIN_QUESTION, files: ["h"], transforms };
        const table = finish(engine.ask("table", question, undefined));
        const { names } = engine.names(question)!;
        return Array.from(table.frame, (f, i) => `${names[f]} ${table.flat[i]} ${table.cum[i]}`);
      };
      const merged = rows([{ do: "merge-recursion" }]);
      expect(merged).toEqual(rows([]));
      if (name === "deep2000") expect(merged).toContain(`main.rec_5 0 ${MB}`);
    },
  );
});

describe("a location of a mapping that the file does not define", () => {
  it("has no mapping, which is said", async () => {
    const { picture, prepared } = await asked("location_missing_mapping");
    expect(picture.total).toBe(100);
    expect(prepared.set.entries[0]!.facts.notes).toEqual([
      "1 location refers to a mapping that the file does not define.",
    ]);
  });
});
