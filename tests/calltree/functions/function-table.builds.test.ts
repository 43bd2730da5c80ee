import { describe, expect, it } from "vitest";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { buildsOf } from "../../../src/calltree/matching/builds.js";
import type { Profile } from "../../../src/profile/profile.js";
import { profileOfStacks } from "../../generate.js";
import { RECORDINGS, recording } from "../../recordings.js";

/** A profile of one build: each function at a line of its own, in one file. */
function build(id: string, functions: readonly (readonly [string, number])[]): Profile {
  const profile = profileOfStacks(
    functions.map((_, i) => [i]),
    functions.map(() => 1n),
    (fn) => functions[fn]![0],
  );
  const { locations } = profile;
  return {
    ...profile,
    functions: { ...profile.functions, file: profile.functions.file.map(() => 0) },
    locations: { ...locations, lineNumber: Float64Array.from(functions, ([, line]) => line) },
    mappings: [
      {
        id: 1n,
        start: 0n,
        limit: 1n << 32n,
        offset: 0n,
        file: "/bin/x",
        buildId: id,
        hasFunctions: true,
        hasFilenames: true,
        hasLineNumbers: true,
        hasInlineFrames: true,
      },
    ],
  };
}

const framesOf = (a: Profile, b: Profile) => {
  const table = buildFrameTable([a, b]);
  const matched = (table.loosened ?? []).map((m) => `${m.name} = ${m.other}`);
  return { table, matched };
};

describe("matching across builds", () => {
  it("takes type arguments for nothing where a name is missing on one side", () => {
    const a = build("one", [["sync.(*Map[...]).Load", 1]]);
    const b = build("two", [["sync.(*Map[go.shape.string]).Load", 1]]);
    const { table, matched } = framesOf(a, b);
    expect(matched).toEqual(["sync.(*Map[...]).Load = sync.(*Map[go.shape.string]).Load"]);
    expect(table.ofFunction[0]![0]).toBe(table.ofFunction[1]![0]);
    expect(table.ofLine[0]![0]).toBe(table.ofLine[1]![0]);
  });

  it("finds a closure again whose number shifted with the code before it", () => {
    const a = build("one", [
      ["p.Serve", 10],
      ["p.Serve.func1", 40],
      ["p.Close", 90],
    ]);
    const b = build("two", [
      ["p.Serve", 25],
      ["p.Serve.func2", 55],
      ["p.Close", 105],
    ]);
    expect(framesOf(a, b).matched).toEqual(["p.Serve.func1 = p.Serve.func2"]);
  });

  it("leaves closures apart that lie elsewhere in the file, or are not as many", () => {
    const a = build("one", [
      ["p.Serve", 10],
      ["p.Serve.func1", 40],
    ]);
    const far = build("two", [
      ["p.Serve", 10],
      ["p.Serve.func2", 80],
    ]);
    expect(framesOf(a, far).matched).toEqual([]);
    const more = build("two", [
      ["p.Serve", 10],
      ["p.Serve.func2", 40],
      ["p.Serve.func3", 41],
    ]);
    expect(framesOf(a, more).matched).toEqual([]);
  });

  it("never loosens where both names are on both sides, or within one build", () => {
    const both = [
      ["p.Serve.func1", 40],
      ["p.Serve.func2", 41],
    ] as const;
    expect(framesOf(build("one", both), build("two", both)).matched).toEqual([]);
    const a = build("one", [["p.Serve.func1", 40]]);
    const b = build("one", [["p.Serve.func2", 40]]);
    expect(framesOf(a, b).matched).toEqual([]);
  });

  it("is off where names are taken letter by letter", () => {
    const a = build("one", [["k8s.io/kubernetes/vendor/k8s.io/api.F", 1]]);
    const b = build("two", [["k8s.io/api.F", 1]]);
    expect(buildFrameTable([a, b]).names).toHaveLength(1);
    expect(buildFrameTable([a, b], "exact").names).toHaveLength(2);
  });
});

it("recordings of one binary are one build, those of another are not", async () => {
  const names = [...RECORDINGS, "full-depth/01.pb.gz"];
  const builds = buildsOf(await Promise.all(names.map(recording)));
  const wanted = names.map((n) =>
    n.startsWith("leaking-operator") ? 1 : n.startsWith("full-depth") ? 2 : 0,
  );
  expect(builds).toEqual(wanted);
});

it("no two functions of the recordings are taken for one", async () => {
  const [storm, other] = await Promise.all(
    ["configmap-list-storm/03-storm.pb.gz", "full-depth/02.pb.gz"].map(recording),
  );
  expect(buildFrameTable([storm!, other!]).loosened).toEqual([]);
});
