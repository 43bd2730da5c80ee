import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/lib/steps.js";
import { CallGraph, estimatedStacks } from "../../../src/profile/formats/printed/call-graph.js";
import { readProfiles } from "../../../src/profile/formats/read-profile.js";
import { decodePprof } from "../../../src/profile/pprof/decode.js";
import { type Profile, stackOfSample, valuesOf } from "../../../src/profile/profile.js";
import { noteText } from "../../../src/profile/profile-note.js";
import { fixtureBytes } from "../../recordings.js";

const unzipped = (name: string) => new Uint8Array(gunzipSync(fixtureBytes(name)));
const only = (text: string | Uint8Array): Profile => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const found = finish(readProfiles(bytes));
  expect(found).toHaveLength(1);
  return found[0]!.profile;
};

/** Each stack of names, root first, with its value. */
function stacksOf(profile: Profile, type: number): Map<string, number> {
  const { samples, locations, functions, strings } = profile;
  const out = new Map<string, number>();
  valuesOf(profile, type).forEach((value, s) => {
    const names: string[] = [];
    for (const l of stackOfSample(samples, s)) {
      for (let k = locations.lineOffsets[l]!; k < locations.lineOffsets[l + 1]!; k++) {
        names.push(strings.get(functions.name[locations.lineFunction[k]!]!));
      }
    }
    const key = names.reverse().join(";");
    if (value !== 0) out.set(key, (out.get(key) ?? 0) + value);
  });
  return out;
}

/** Flat and cum by function. */
function sums(stacks: ReadonlyMap<string, number>): Map<string, [number, number]> {
  const out = new Map<string, [number, number]>();
  for (const [key, value] of stacks) {
    const names = key.split(";");
    for (const name of new Set(names)) {
      const row = out.get(name) ?? [0, 0];
      row[1] += value;
      if (name === names.at(-1)) row[0] += value;
      out.set(name, row);
    }
  }
  return out;
}

const RECORDING = decodePprof(unzipped("leaking-operator/05.pb.gz"));

describe("traces that go tool pprof printed", () => {
  it("are the stacks of the profile, one for one", () => {
    const profile = only(unzipped("tables/traces-bytes.txt.gz"));
    expect(stacksOf(profile, 0)).toEqual(stacksOf(RECORDING, 3));
    expect(profile.features?.stacks).toBe("recorded");
    expect(profile.sampleTypes).toEqual([{ type: "inuse_space", unit: "bytes" }]);
  });

  it("are read quoted, with labels, with figures below zero and without a last line", () => {
    const line = `> -----------+${"-".repeat(55)}\n`;
    const profile = only(
      `> Type: inuse_space\n${line}>      bytes:  1kB\n>    tenant:  blue\n>     -2MB   main.leaf (inline)\n>             main.root\n${line}>      1kB   main.other`,
    );
    expect(stacksOf(profile, 0)).toEqual(
      new Map([
        ["main.root;main.leaf", -2 * 1048576],
        ["main.other", 1024],
      ]),
    );
    const { samples, strings } = profile;
    expect([...samples.labelOffsets]).toEqual([0, 2, 2]);
    expect([strings.get(samples.labelKey[0]!), samples.labelNumber[0]]).toEqual(["bytes", 1024]);
    expect(strings.get(samples.labelText[1]!)).toBe("blue");
  });
});

describe("a tree that go tool pprof printed", () => {
  const whole = only(fixtureBytes("tables/tree-whole.txt"));

  it("gives each function what it has in the profile, whatever calls each other in circles", () => {
    const expected = sums(stacksOf(RECORDING, 3));
    const found = sums(stacksOf(whole, 0));
    const total = 371870532;
    for (const [name, [flat, cum]] of expected) {
      const [ownFlat, ownCum] = found.get(name) ?? [0, 0];
      expect(Math.abs(ownFlat - flat), name).toBeLessThan(0.003 * total);
      // Decoders of nested types call each other in circles: how often they do is not told.
      if (name.includes("json-iterator")) continue;
      expect(Math.abs(ownCum - cum), name).toBeLessThan(0.003 * total);
    }
  });

  it("adds up to the total, and says that its stacks are an estimate", () => {
    for (const name of ["tree-whole.txt", "tree.txt", "peek.txt"]) {
      const profile = only(fixtureBytes(`tables/${name}`));
      const sum = profile.samples.values.reduce((all, v) => all + v, 0);
      expect(Math.abs(sum - 371870532), name).toBeLessThan(0.01 * 1048576);
      expect(profile.features?.stacks).toBe("estimated");
      expect(profile.notes.map(noteText).join()).toMatch(/an estimate/);
    }
  });
});

describe("stacks of a call graph", () => {
  const graph = (nodes: [string, number, number][], calls: [string, string, number][]) => {
    const made = new CallGraph();
    for (const node of nodes) made.function(...node);
    for (const call of calls) made.call(...call);
    return made;
  };
  const told = (made: CallGraph, total: number) =>
    Object.fromEntries(
      estimatedStacks(made, total).map((s) => [s.path.join(";") + (s.isOpen ? ";?" : ""), s.value]),
    );

  it("are exact where each function has one caller", () => {
    const made = graph(
      [
        ["main", 0, 100],
        ["a", 60, 70],
        ["b", 30, 30],
        ["c", 10, 10],
      ],
      [
        ["main", "a", 70],
        ["main", "b", 30],
        ["a", "c", 10],
      ],
    );
    expect(told(made, 100)).toEqual({ "main;a": 60, "main;a;c": 10, "main;b": 30 });
  });

  it("share a function out over its callers, and keep what is not shown apart", () => {
    const made = graph(
      [
        ["x", 0, 75],
        ["y", 0, 25],
        ["shared", 60, 100],
      ],
      [
        ["x", "shared", 75],
        ["y", "shared", 25],
      ],
    );
    expect(told(made, 100)).toEqual({
      "x;shared": 45,
      "x;shared;?": 30,
      "y;shared": 15,
      "y;shared;?": 10,
    });
  });

  it("end where functions call each other in a circle, and never hold more than the total", () => {
    const made = graph(
      [
        ["a", 1, 100],
        ["b", 1, 100],
      ],
      [
        ["a", "b", 100],
        ["b", "a", 50],
      ],
    );
    const all = Object.values(told(made, 100)).reduce((sum, v) => sum + v, 0);
    expect(all).toBeLessThanOrEqual(100);
    expect(all).toBeGreaterThan(0);
  });
});

describe("functions that go tool pprof listed", () => {
  it("are a table of figures without stacks", () => {
    const profile = only(fixtureBytes("tables/list.txt"));
    const { figures, functions, strings } = profile;
    expect(figures!.total).toBe(Math.round(354.64 * 1048576));
    expect(
      Array.from(figures!.function, (f, r) => [strings.get(functions.name[f]!), figures!.cum[r]]),
    ).toContainEqual(["main.(*releaseHistory).record", Math.round(171.91 * 1048576)]);
    expect(profile.features?.stacks).toBe("none");
  });
});
