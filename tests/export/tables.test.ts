import { csvParse } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  FunctionTable,
  KindsAnswer,
  SetAnswer,
  SuspectCard,
  SuspectsAnswer,
} from "../../src/engine/answers.js";
import { csv, csvCell, functionsCsv, kindsCsv, suspectsCsv } from "../../src/export/csv-file.js";
import { functionsJson, kindsJson, suspectsJson, type Told } from "../../src/export/json-file.js";
import { UNKNOWN_PROGRAM } from "../../src/kubernetes/program/unknown-program.js";

const NAMES = {
  id: 1,
  names: ["main.f", '=HYPERLINK("http://x","y")', "a,b"],
  files: ["main.go", "", "-x.go"],
};

function table(based: boolean): FunctionTable {
  return {
    frame: Int32Array.of(1, 0, 2),
    flat: Float64Array.of(9007199254740991, -5, 0),
    cum: Float64Array.of(9007199254740991, 1e21, 3),
    baseFlat: based ? Float64Array.of(1, 2, 3) : new Float64Array(0),
    baseCum: based ? Float64Array.of(4, 5, 6) : new Float64Array(0),
    flatError: new Float32Array(3),
    sideErrors: undefined,
    cumError: new Float32Array(3),
    flatObjects: Float64Array.of(1, 2, 3),
    cumObjects: Float64Array.of(4, 5, 6),
    survival: new Float32Array(0),
    pathLow: new Uint32Array(3),
    pathHigh: new Uint32Array(3),
    inline: new Uint8Array(3),
    isDelta: false,
    sampling: { basis: "sampled", change: "sampled", rate: 524288 },
    of: 77,
    unit: "bytes",
    namesId: 1,
  };
}

const KINDS: KindsAnswer = {
  kinds: [
    {
      key: "ConfigMap",
      kind: "ConfigMap",
      group: "",
      total: 100,
      before: 10,
      named: 60,
      shaped: 30,
      coGrowth: 10,
      meanObjectBytes: 347.6,
      stages: { "watch-cache": 40, "json-response": 60 },
    },
    {
      key: "Widget.example.com",
      kind: "Widget",
      group: "example.com",
      total: 5,
      before: 0,
      named: 5,
      shaped: 0,
      coGrowth: 0,
      meanObjectBytes: null,
      stages: { "a-new-stage": 5 },
    },
  ],
  other: 7,
  otherCategories: { logging: 7 },
  unknown: 3,
  total: 115,
  of: 115,
  stages: { "json-response": 60, "watch-cache": 40, "a-new-stage": 5 },
  unit: "bytes",
  isDifference: false,
  connections: "",
};

const CARD: SuspectCard = {
  path: "abc",
  name: "main.render",
  stack: ["main.main", "main.render"],
  kind: "ConfigMap",
  evidence: "named",
  stage: "application",
  class: "growing",
  before: 1,
  after: 11,
  growth: 10,
  error: 2.4,
  share: 0.9,
  survival: 0.97,
  meanObjectBytes: 12.5,
  series: [1, 11],
  forecast: "",
  advice: [{ id: "limit", text: "", action: "", since: "", source: "" }],
};
const TOLD: Told = {
  finding: {
    segments: [{ text: "ConfigMaps", strong: true }, { text: " hold 90%." }],
    aside: "mean object 348 bytes",
    advice: CARD.advice,
  },
  program: {
    ...UNKNOWN_PROGRAM,
    role: "apiserver",
    name: "kube-apiserver",
    since: "1.33",
    go: { since: "1.24", until: null },
    evidence: [
      { of: "Kubernetes", major: "1.", since: 33, until: null, version: "", fits: 9, against: 0 },
    ],
  },
  knownIssues: {
    matches: [
      {
        id: "a-fault",
        title: "It leaks",
        of: "kube-apiserver",
        share: 0.4,
        value: 4,
        state: "may-have",
        mended: ["1.34.0", "1.33.2"],
        releases: "until 1.34.0, 1.33.2; this is 1.33 or later",
        usual: false,
        tellApart: "By growth.",
        act: "Update.",
        source: "https://example.org/1",
        confidence: "high",
      },
    ],
    unit: "bytes",
  },
};

const SET = { kind: "series" } as SetAnswer;

const SUSPECTS: SuspectsAnswer = {
  about: "growth",
  explained: 0.93,
  restarted: false,
  suspects: [CARD, { ...CARD, kind: null, survival: null, meanObjectBytes: null, advice: [] }],
  cleared: [],
  unit: "bytes",
  of: 12,
};

/** Cells as a strict reader of RFC 4180 finds them. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error("ill-formed CSV");
    rows.at(-1)!.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
    if (found[3] === "\r\n") rows.push([]);
  }
  rows.pop();
  return rows;
}

const TOLD_ISSUE = {
  id: "a-fault",
  share: 0.4,
  source: "https://example.org/1",
  mended: "1.34.0, 1.33.2",
  state: "may-have",
  usual: false,
  title: "It leaks",
  tellApart: "By growth.",
  do: "Update.",
};

describe("CSV", () => {
  it("of functions has whole numbers in full, and no text that is a formula", () => {
    const rows = parseCsv(functionsCsv(table(false), NAMES));
    expect(rows).toEqual([
      ["function", "file", "flat", "cum", "flat_objects", "cum_objects", "unit"],
      [
        '\'=HYPERLINK("http://x","y")',
        "",
        "9007199254740991",
        "9007199254740991",
        "1",
        "4",
        "bytes",
      ],
      ["main.f", "main.go", "-5", "1000000000000000000000", "2", "5", "bytes"],
      ["a,b", "'-x.go", "0", "3", "3", "6", "bytes"],
    ]);
  });

  it("of functions with a base has before and the difference too", () => {
    const [head, first] = parseCsv(functionsCsv(table(true), NAMES));
    const row = Object.fromEntries(head!.map((name, i) => [name, first![i]]));
    expect(row).toMatchObject({ base_flat: "1", delta_flat: "9007199254740990", base_cum: "4" });
  });

  it("of kinds adds up to the total, each kind's stages to the kind", () => {
    const rows = csvParse(kindsCsv(KINDS));
    expect(rows.reduce((n, r) => n + Number(r.total), 0)).toBe(KINDS.total);
    expect(rows.map((r) => r.kind)).toEqual(["ConfigMap", "Widget", "other", "unknown"]);
    expect(rows.columns.slice(8)).toEqual(["watch-cache", "json-response", "a-new-stage", "unit"]);
    expect(Number(rows[0]!["watch-cache"]) + Number(rows[0]!["json-response"])).toBe(100);
  });

  it("of suspects has their path and what is not known as an empty cell", () => {
    const rows = csvParse(suspectsCsv(SUSPECTS));
    expect(rows[0]).toMatchObject({ function: "main.render", path: "main.main > main.render" });
    expect(rows[0]!.standard_error).toBe("2.4");
    expect(rows[1]).toMatchObject({ kind: "", survival: "", mean_object_bytes: "", advice: "" });
  });

  it("gives any text back that does not look like a formula, and never one that does", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (cells) => {
        const [row] = parseCsv(csv(cells, []));
        row!.forEach((cell, i) => {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          const asked = cells[i]!;
          expect(cell).toBe(/^[=+\-@\t\r\n]/.test(asked) ? `'${asked}` : asked);
        });
      }),
    );
    for (const text of ["=1+1", "+1", "-1", "@SUM(A1)"]) expect(csvCell(text)).toBe(`"'${text}"`);
    expect(csvCell(-1)).toBe("-1");
    expect(csvCell(Number.NaN)).toBe("");
  });
});

describe("JSON", () => {
  it("of functions has the shape of leaklens top", () => {
    expect(functionsJson(table(false), NAMES, "inuse_space", 77)).toEqual({
      sampleType: "inuse_space",
      unit: "bytes",
      total: 77,
      functions: [
        { name: '=HYPERLINK("http://x","y")', flat: 9007199254740991, cum: 9007199254740991 },
        { name: "main.f", flat: -5, cum: 1e21 },
        { name: "a,b", flat: 0, cum: 3 },
      ],
    });
    const based = functionsJson(table(true), NAMES, "inuse_space", 77) as {
      functions: { flat: number; cum: number }[];
    };
    expect(based.functions[2]).toMatchObject({ flat: -3, cum: -3 });
  });

  it("says null where the program has no name", () => {
    const told = { ...TOLD, program: UNKNOWN_PROGRAM };
    const value = kindsJson(KINDS, "inuse_space", told) as { program: { name: unknown } };
    expect(value.program.name).toBeNull();
  });

  it("of kinds has the shape of leaklens kinds, and adds up", () => {
    const value = kindsJson(KINDS, "inuse_space", TOLD) as {
      total: number;
      kinds: { total: number; meanObjectBytes: number | null }[];
      other: number;
      unknown: number;
    };
    const sum = value.kinds.reduce((n, k) => n + k.total, value.other + value.unknown);
    expect(sum).toBe(value.total);
    expect(value.kinds[0]).toEqual({
      kind: "ConfigMap",
      group: "",
      total: 100,
      named: 60,
      shaped: 30,
      coGrowth: 10,
      meanObjectBytes: 348,
      stages: { "watch-cache": 40, "json-response": 60 },
    });
    expect(value.kinds[1]!.meanObjectBytes).toBeNull();
  });

  it("of suspects has the shape of leaklens suspects", () => {
    expect(suspectsJson({ ...SUSPECTS, suspects: [CARD] }, SET, TOLD)).toEqual({
      explained: 0.93,
      restarted: false,
      set: "series",
      finding: "ConfigMaps hold 90%.",
      program: {
        name: "kube-apiserver",
        role: "apiserver",
        since: "1.33",
        until: null,
        controllerRuntime: null,
        etcd: null,
        go: { since: "1.24", until: null },
        evidence: "Kubernetes 1.33 or later: 9 functions fit, none contradicts.",
      },
      advice: ["limit"],
      knownIssues: [TOLD_ISSUE],
      suspects: [
        {
          function: "main.render",
          path: ["main.main", "main.render"],
          kind: "ConfigMap",
          evidence: "named",
          stage: "application",
          class: "growing",
          before: 1,
          after: 11,
          growth: 10,
          standardError: 2,
          survival: 0.97,
          meanObjectBytes: 13,
          advice: ["limit"],
        },
      ],
    });
  });
});
