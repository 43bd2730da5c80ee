import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { Profile as PprofFormat } from "pprof-format";
import { describe, expect, it } from "vitest";
import { buildCallTree } from "../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { BASE_MEDIAN, type Question, type Transform } from "../../src/engine/question.js";
import { exportPprof } from "../../src/export/pprof-file.js";
import { finish } from "../../src/lib/steps.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import { labelsFrom, labelsTo, type Profile, stackOfSample } from "../../src/profile/profile.js";
import { profileModel, readProfile, writeProfile } from "../generate.js";
import { RECORDINGS, recording } from "../recordings.js";
import { ask, readBack } from "./prepared.js";

/** All that a profile says, by meaning: names for indices. Ids are left as they are. */
function meaning(profile: Profile) {
  const { samples, locations, functions, strings, mappings } = profile;
  const fn = (f: number) => {
    if (f < 0) return ["", "", "", 0];
    const text = (column: Uint32Array) => strings.get(column[f]!);
    const { name, systemName, file, startLine } = functions;
    return [text(name), text(systemName), text(file), startLine[f]];
  };
  const location = (l: number) => ({
    id: [locations.idLow[l], locations.idHigh[l]],
    address: [locations.addressLow[l], locations.addressHigh[l]],
    mapping: mappings[locations.mapping[l]!],
    folded: locations.isFolded[l],
    lines: Array.from(
      { length: locations.lineOffsets[l + 1]! - locations.lineOffsets[l]! },
      (_, i) => {
        const k = locations.lineOffsets[l]! + i;
        return [fn(locations.lineFunction[k]!), locations.lineNumber[k], locations.lineColumn[k]];
      },
    ),
  });
  const sample = (s: number) => ({
    stack: [...stackOfSample(samples, s)],
    values: profile.sampleTypes.map((_, t) => samples.values[t * samples.count + s]! + 0),
    labels: Array.from({ length: labelsTo(samples, s) - labelsFrom(samples, s) }, (_, i) => {
      const k = labelsFrom(samples, s) + i;
      const text = (column: Uint32Array) => strings.get(column[k]!);
      const { labelKey, labelText, labelNumber, labelUnit } = samples;
      return [text(labelKey), text(labelText), labelNumber[k]! + 0, text(labelUnit)];
    }).filter((label) => label.some((part) => part !== "" && part !== 0)),
  });
  return {
    sampleTypes: profile.sampleTypes,
    defaultSampleType: profile.defaultSampleType,
    periodType: profile.periodType,
    period: profile.period,
    time: [profile.timeNanos, profile.durationNanos],
    texts: [profile.dropFrames, profile.keepFrames, profile.docUrl, ...profile.comments],
    mappings,
    locations: Array.from({ length: locations.count }, (_, l) => location(l)),
    samples: Array.from({ length: samples.count }, (_, s) => sample(s)),
  };
}

/** Totals by path (names from the root) of each sample type; `sign` of samples by their label. */
function totalsByPath(profile: Profile): Map<string, number[]> {
  const { samples, strings } = profile;
  const frames = buildFrameTable([profile]);
  const tree = finish(buildCallTree([profile], frames));
  const out = new Map<string, number[]>();
  for (let s = 0; s < samples.count; s++) {
    const names: string[] = [];
    for (let n = tree.sampleNode[0]![s]!; n > 0; n = tree.parent[n]!) {
      names.push(frames.names[tree.frame[n]!]!);
    }
    let base = false;
    for (let k = labelsFrom(samples, s); k < labelsTo(samples, s); k++) {
      if (strings.get(samples.labelKey[k]!) === "pprof::base") base = true;
    }
    add(
      out,
      `${base ? "base " : ""}${names.reverse().join(" > ")}`,
      profile.sampleTypes.map((_, t) => samples.values[t * samples.count + s]!),
    );
  }
  return withoutZeros(out);
}

function add(to: Map<string, number[]>, key: string, values: readonly number[]): void {
  const known = to.get(key) ?? values.map(() => 0);
  to.set(
    key,
    known.map((v, t) => v + values[t]!),
  );
}

function withoutZeros(totals: Map<string, number[]>): Map<string, number[]> {
  return new Map([...totals].filter(([, values]) => values.some((v) => v !== 0)));
}

/** What the engine holds at each path of a question: what an exported file has to say. */
function preparedByPath(asked: ReturnType<typeof ask>, shown: number, base = -1) {
  const { tree, set } = asked.prepared;
  const out = new Map<string, number[]>();
  const each = (p: number, sign: number, prefix: string) => {
    const { values, count } = set.profiles[p]!.samples;
    for (let s = 0; s < count; s++) {
      const names: string[] = [];
      const end = tree.sampleNode[p]![s]!;
      if (end < 0) continue;
      for (let n = end; n > 0; n = tree.parent[n]!) names.push(tree.frames.names[tree.frame[n]!]!);
      if (!asked.question.inverted) names.reverse();
      add(
        out,
        prefix + names.join(" > "),
        set.profiles[p]!.sampleTypes.map((_, t) => sign * values[t * count + s]!),
      );
    }
  };
  each(shown, 1, "");
  if (base >= 0) each(base, -1, "base ");
  return withoutZeros(out);
}

const TRANSFORMS: readonly (readonly Transform[])[] = [
  [],
  [{ do: "focus", pattern: "json" }],
  [{ do: "ignore", pattern: "ConfigMap|etcd" }],
  [{ do: "hide", pattern: "^(runtime|net/http)\\." }],
  [{ do: "show", pattern: "k8s.io" }],
  [{ do: "collapse", pattern: "net/http" }],
  [{ do: "merge-recursion" }],
  [
    { do: "focus", pattern: "http" },
    { do: "hide", pattern: "gzip" },
    { do: "collapse", pattern: "encoding/json" },
    { do: "drop-kind", pattern: "ConfigMap" },
  ],
];

const storm = await recording("configmap-list-storm/03-storm.pb.gz");
const created = await recording("configmap-list-storm/01-created.pb.gz");

describe("a raw export", () => {
  it.each(RECORDINGS)("says one for one and in order what %s says", async (name) => {
    const profile = await recording(name);
    const asked = ask([profile]);
    const back = await readBack(finish(exportPprof(asked.prepared, asked.question, true)));
    expect(meaning(back)).toEqual(meaning(profile));
  });

  it("says what any profile says, with 64-bit ids and values of either sign", async () => {
    await fc.assert(
      fc.asyncProperty(profileModel(), async (model) => {
        const profile = decodePprof(writeProfile(model));
        const asked = ask([profile]);
        const file = finish(exportPprof(asked.prepared, asked.question, true));
        const back = await readBack(file);
        expect(meaning(back)).toEqual(meaning(profile));
        // Nothing is left over, as it would be of a message measured too short.
        expect(PprofFormat.decode(gunzipSync(file)).sample.length).toBe(profile.samples.count);
      }),
      { numRuns: 150 },
    );
  });

  it("of several files summed holds all of their samples", async () => {
    const asked = ask([created, storm], { sum: true });
    const back = await readBack(finish(exportPprof(asked.prepared, asked.question, true)));
    expect(back.samples.count).toBe(created.samples.count + storm.samples.count);
    const sum = (p: Profile) => p.samples.values.reduce((a, b) => a + b, 0);
    expect(sum(back)).toBe(sum(created) + sum(storm));
  });
});

describe("an export of what is seen", () => {
  it.each(TRANSFORMS)("has the totals of every path after %j", async (...transforms) => {
    for (const change of [{}, { joined: true }, { inverted: true }] as Partial<Question>[]) {
      const asked = ask([storm], { transforms: transforms.filter(Boolean), ...change });
      const back = await readBack(finish(exportPprof(asked.prepared, asked.question, false)));
      expect(totalsByPath(back)).toEqual(preparedByPath(asked, 0));
    }
  });

  it("has the totals of every path of any profile and its base", async () => {
    await fc.assert(
      fc.asyncProperty(
        readProfile,
        fc.constantFrom(...TRANSFORMS, [{ do: "hide", pattern: "a" } as const]),
        fc.boolean(),
        async (profile, transforms, inverted) => {
          const asked = ask([profile, profile], { base: 1, transforms, inverted });
          const back = await readBack(finish(exportPprof(asked.prepared, asked.question, false)));
          const distinct = new Set(profile.sampleTypes.map((t) => t.type));
          if (distinct.size < profile.sampleTypes.length) return;
          // Kept frames must not be dropped a second time by what the file says of itself.
          const plain = { ...back, dropFrames: "" };
          expect(totalsByPath(plain)).toEqual(preparedByPath(asked, 0, 1));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("writes the base negated and labelled, so that the sum is the difference", async () => {
    const asked = ask([created, storm], { shown: 1, base: 0 });
    const back = await readBack(finish(exportPprof(asked.prepared, asked.question, false)));
    expect(totalsByPath(back)).toEqual(preparedByPath(asked, 1, 0));
    const sum = (p: Profile) => p.samples.values.reduce((a, b) => a + b, 0);
    expect(sum(back)).toBe(sum(storm) - sum(created));
    expect(back.defaultSampleType).toBe("inuse_space");
  });

  it("scales each sample type of the base to the total of what is shown, to the byte", async () => {
    const asked = ask([created, storm], { shown: 1, base: 0, normalize: true });
    const back = await readBack(finish(exportPprof(asked.prepared, asked.question, false)));
    back.sampleTypes.forEach((_, t) => {
      const { count, values } = back.samples;
      const sum = values.subarray(t * count, (t + 1) * count).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum)).toBeLessThanOrEqual(1);
    });
  });

  it("writes the median of a set as a base of one sample a stack", async () => {
    const all = [created, storm, await recording("configmap-list-storm/00-baseline.pb.gz")];
    const asked = ask(all, { shown: 1, base: BASE_MEDIAN });
    const back = await readBack(finish(exportPprof(asked.prepared, asked.question, false)));
    const type = asked.prepared.set.sampleType("", 1);
    const median = asked.prepared.median([0, 1, 2], type).reduce((a, b) => a + b, 0);
    const { count, values } = back.samples;
    const inuse = values.subarray(3 * count).reduce((a, b) => a + b, 0);
    const shown = storm.samples.values.subarray(3 * storm.samples.count).reduce((a, b) => a + b, 0);
    expect(Math.abs(shown - median - inuse)).toBeLessThanOrEqual(1);
  });

  it("tells nothing of what a filter left out", async () => {
    const asked = ask([storm], { transforms: [{ do: "focus", pattern: "gzip" }] });
    const file = gunzipSync(finish(exportPprof(asked.prepared, asked.question, false)));
    const text = new TextDecoder("latin1").decode(file);
    expect(text).toContain("gzip");
    expect(text).not.toContain("etcd3");
    expect(
      new TextDecoder("latin1").decode(
        gunzipSync(finish(exportPprof(asked.prepared, asked.question, true))),
      ),
    ).toContain("etcd3");
  });
});

describe("go tool pprof", () => {
  /** What `go tool pprof -top -unit=bytes -nodefraction=0` says of a file: flat, cum, name. */
  const rowsOf = (name: string) =>
    readFileSync(new URL(`golden/${name}.top.txt`, import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean);

  /** The same of the file read back here. */
  function topRows(profile: Profile): string[] {
    const asked = ask([profile]);
    const { tree } = asked.prepared;
    const type = profile.sampleTypes.findIndex((t) => t.type === "inuse_space");
    const { count, values } = profile.samples;
    const flat = new Map<string, number>();
    const cum = new Map<string, number>();
    for (let s = 0; s < count; s++) {
      const value = values[type * count + s]!;
      const seen = new Set<string>();
      for (let n = tree.sampleNode[0]![s]!; n > 0; n = tree.parent[n]!) {
        const name = tree.frames.names[tree.frame[n]!]!;
        if (seen.size === 0) flat.set(name, (flat.get(name) ?? 0) + value);
        if (!seen.has(name)) cum.set(name, (cum.get(name) ?? 0) + value);
        seen.add(name);
      }
    }
    return [...cum]
      .map(([name, c]) => `${flat.get(name) ?? 0} ${c} ${name}`)
      .filter((row) => !row.startsWith("0 0 "))
      .sort();
  }

  it.each(["diff", "focus"] as const)(
    "says of the file written for %s what we say of it",
    async (which) => {
      const first = await recording("leaking-operator/01.pb.gz");
      const last = await recording("leaking-operator/05.pb.gz");
      const asked =
        which === "diff"
          ? ask([first, last], { shown: 1, base: 0 })
          : ask([last], { transforms: [{ do: "focus", pattern: "render|json" }] });
      const back = await readBack(finish(exportPprof(asked.prepared, asked.question, false)));
      expect(topRows(back)).toEqual(rowsOf(which).sort());
    },
  );
});
