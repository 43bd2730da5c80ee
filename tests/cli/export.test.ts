import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/command.js";
import { exportFile } from "../../src/cli/commands/export.js";
import { Interrupted } from "../../src/cli/exit-code.js";
import { parseFlags } from "../../src/cli/input/flags.js";
import { openOne } from "../../src/cli/input/opened-files.js";
import { exportBytes } from "../../src/cli/output/export-file.js";
import { builtAssets } from "../../src/cli/server/page-assets.js";
import { sha256Hex } from "../../src/lib/sha256.js";
import { unpack } from "../../src/profile/containers/unpack.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import { labelsFrom, labelsTo, type Profile, stackOfSample } from "../../src/profile/profile.js";
import { type Embedded, fromBase64 } from "../../src/publish/embedded-files.js";
import { fragmentToView } from "../../src/view/url.js";
import { writeProfile } from "../generate.js";
import { everything, parseXml } from "../publish/xml.js";
import { RECORDINGS } from "../recordings.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");
const scratch = mkdtempSync(join(tmpdir(), "leaklens-export-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Exports into a file of its own. */
async function exportTo(ending: string, ...args: string[]): Promise<Buffer> {
  const out = join(scratch, `out${ending}`);
  rmSync(out, { force: true });
  expect(await run(["export", ...args, "-o", out])).toEqual({ status: 0, out: "", err: "" });
  return readFileSync(out);
}

async function read(bytes: Uint8Array): Promise<Profile> {
  return decodePprof(await unpack(new Uint8Array(bytes)));
}

/** Each sample by what it says: frames leaf first, values, labels. */
function samplesOf(profile: Profile) {
  const { samples, locations, functions, strings } = profile;
  const frames = (l: number) =>
    Array.from(
      locations.lineFunction.subarray(locations.lineOffsets[l], locations.lineOffsets[l + 1]),
      (fn, i) => {
        const line = locations.lineNumber[locations.lineOffsets[l]! + i];
        return `${strings.get(functions.name[fn]!)} ${strings.get(functions.file[fn]!)}:${line}`;
      },
    );
  return Array.from({ length: samples.count }, (_, s) => ({
    stack: Array.from(stackOfSample(samples, s), (l) => [
      locations.addressHigh[l],
      locations.addressLow[l],
      ...frames(l),
    ]),
    values: profile.sampleTypes.map((_, t) => samples.values[t * samples.count + s]),
    labels: Array.from({ length: labelsTo(samples, s) - labelsFrom(samples, s) }, (_, i) => {
      const k = labelsFrom(samples, s) + i;
      const text = (column: Uint32Array) => strings.get(column[k]!);
      const { labelKey, labelText, labelNumber, labelUnit } = samples;
      return [text(labelKey), text(labelText), labelNumber[k], text(labelUnit)];
    }),
  }));
}

describe("export to .pb.gz", () => {
  it.each(RECORDINGS)("of %s keeps every sample, one for one and in order", async (name) => {
    const original = await read(readFileSync(fixture(name)));
    const written = await read(await exportTo(".pb.gz", fixture(name)));
    expect(written.sampleTypes).toEqual(original.sampleTypes);
    expect(written.defaultSampleType).toBe(original.defaultSampleType);
    expect([written.timeNanos, written.period]).toEqual([original.timeNanos, original.period]);
    expect(samplesOf(written)).toEqual(samplesOf(original));
  });

  it("keeps labels, equal stacks apart, and samples of value 0", async () => {
    const label = (key: string, text: string, number = 0n, unit = "") => ({
      key,
      text,
      number,
      unit,
    });
    const bytes = writeProfile({
      sampleTypes: [
        { type: "inuse_objects", unit: "count" },
        { type: "inuse_space", unit: "bytes" },
      ],
      defaultSampleType: "inuse_space",
      mappings: [],
      functions: [{ id: 7n, name: "main.f", systemName: "", file: "f.go", startLine: 1n }],
      locations: [3n, 9n].map((id) => ({
        id,
        mapping: -1,
        address: id,
        isFolded: false,
        lines: [{ fn: 0, line: id, column: 0n }],
      })),
      samples: [
        { stack: [1, 0], values: [2n, 64n], labels: [label("bytes", "", 32n, "bytes")] },
        { stack: [1, 0], values: [2n, 64n], labels: [label("who", "me"), label("who", "you")] },
        { stack: [0], values: [0n, 0n], labels: [] },
        { stack: [], values: [1n, -8n], labels: [] },
      ],
      comments: ["a comment"],
      docUrl: "",
      dropFrames: "",
      keepFrames: "",
      timeNanos: 5n,
      durationNanos: 0n,
      periodType: { type: "space", unit: "bytes" },
      period: 524288n,
    });
    const out = join(scratch, "labels.pb.gz");
    const { status, err } = await run(["export", "-", "-o", out], bytes);
    expect([status, err]).toEqual([0, ""]);
    const samples = samplesOf(await read(readFileSync(out)));
    expect(samples).toEqual(samplesOf(decodePprof(bytes)));
    expect(samples.map((s) => s.labels.length)).toEqual([1, 2, 0, 0]);
  });

  it("names a sample type that is asked for as the one that is shown first", async () => {
    const original = await read(readFileSync(STORM));
    const written = await read(await exportTo(".pb.gz", STORM, "--sample", "alloc_space"));
    expect(written.defaultSampleType).toBe("alloc_space");
    expect(samplesOf(written)).toEqual(samplesOf(original));
  });

  it("of a filter, of a base and of joined stacks shows what top shows of them", async () => {
    const top = async (...args: string[]) =>
      JSON.parse((await run(["top", ...args, "--json"])).out).functions;
    const out = join(scratch, "out.pb.gz");
    await exportTo(".pb.gz", STORM, "--focus", "encoding/json", "--hide", "reflect");
    expect(await top(out)).toEqual(
      await top(STORM, "--focus", "encoding/json", "--hide", "reflect"),
    );
    await exportTo(".pb.gz", STORM, "--base", CREATED);
    expect(await top(out)).toEqual(await top(STORM, "--diff-base", CREATED));
    await exportTo(".pb.gz", STORM, "--assemble");
    expect(await top(out)).toEqual(await top(STORM, "--assemble"));
    expect(await top(out)).not.toEqual(await top(STORM));
  });
});

describe("export of figures", () => {
  it("to .folded adds up to the total, to each side's with a base", async () => {
    const sums = (text: string) => {
      const rows = text.trimEnd().split("\n");
      return rows.map((row) =>
        row
          .match(/( -?\d+)+$/)![0]
          .trim()
          .split(" ")
          .map(Number),
      );
    };
    const total = async (file: string) =>
      JSON.parse((await run(["top", file, "--json"])).out).total;
    const alone = sums((await exportTo(".folded", STORM)).toString());
    expect(alone.reduce((n, [v]) => n + v!, 0)).toBe(await total(STORM));
    const both = sums((await exportTo(".folded", STORM, "--base", CREATED)).toString());
    expect(both.reduce((n, [v]) => n + v!, 0)).toBe(await total(CREATED));
    expect(both.reduce((n, [, v]) => n + v!, 0)).toBe(await total(STORM));
  });

  it("to .json is what top --json prints, to .csv the same rows", async () => {
    const top = JSON.parse((await run(["top", STORM, "--json"])).out);
    expect(JSON.parse((await exportTo(".json", STORM)).toString())).toEqual(top);
    const rows = (await exportTo(".csv", STORM)).toString().trimEnd().split("\r\n");
    expect(rows[0]).toBe("function,file,flat,cum,flat_objects,cum_objects,unit");
    expect(rows).toHaveLength(top.functions.length + 1);
    const first = top.functions[0];
    expect(rows[1]!.split(",").slice(2, 4)).toEqual([String(first.flat), String(first.cum)]);
  });

  it("to .json with a base has the differences of top --base", async () => {
    const top = JSON.parse((await run(["top", STORM, "--base", CREATED, "--json"])).out);
    const { functions } = JSON.parse(
      (await exportTo(".json", STORM, "--base", CREATED)).toString(),
    );
    const changed = functions
      .map(({ name, flat, cum }: { name: string; flat: number; cum: number }) => ({
        name,
        flat,
        cum,
      }))
      .filter((f: { flat: number; cum: number }) => f.flat !== 0 || f.cum !== 0);
    expect(changed).toEqual(top.functions);
  });
});

describe("export of what is seen", () => {
  it("to .svg is a well-formed picture of the graph", async () => {
    const root = parseXml((await exportTo(".svg", STORM, "--base", CREATED)).toString());
    expect(root.name).toBe("svg");
    const texts = [...everything(root)].filter((e) => e.name === "text").map((e) => e.text);
    expect(texts).toContain("01-created → 03-storm");
    expect(texts.join("\n")).toContain("1.85 GiB of inuse_space");
    expect(texts.some((t) => t.includes("Unmarshal"))).toBe(true);
    expect(texts).toContain("ConfigMap");
    for (const e of everything(root)) {
      for (const name of e.attributes.keys()) expect(name).not.toMatch(/^on|href|src/i);
    }
  });

  it("to .md is the report, without the folders of this machine", async () => {
    const text = (await exportTo(".md", STORM, "--base", CREATED)).toString();
    expect(text).toMatch(/^# Go heap: `03-storm\.pb\.gz` compared with `01-created\.pb\.gz`\n/);
    expect(text).toContain("**ConfigMaps**");
    expect(text).toContain("## Suspects");
    expect(text).not.toContain(fixture(""));
  });

  describe("to .html", () => {
    const dist = join(scratch, "dist");
    mkdirSync(join(dist, "whole"), { recursive: true });
    const page: Record<string, string> = {
      "index.html": "<!doctype html>",
      "whole/manifest.json": JSON.stringify({
        "src/main.tsx": { file: "whole/page.js", isEntry: true, assets: ["whole/worker.js"] },
        "style.css": { file: "whole/page.css" },
      }),
      "whole/page.js": "new Worker(new URL(`worker.js`,import.meta.url).href)",
      "whole/page.css": "body{}",
      "whole/worker.js": "postMessage(1)",
      "licenses.txt": "MIT",
      "icon.svg": "<svg/>",
    };
    for (const [name, text] of Object.entries(page)) writeFileSync(join(dist, name), text);
    const io: Io = {
      out: () => {},
      err: () => {},
      stdin: async () => new Uint8Array(0),
      env: {},
      colour: false,
      signal: new AbortController().signal,
    };
    const flags = (...args: string[]) => parseFlags(args, exportFile.options, "export");

    it("is one page with the files inside, and no address outside of it", async () => {
      const asked = flags(STORM, "--base", CREATED, "--focus", "ConfigMap");
      const session = await openOne("export", asked, io, false);
      const html = new TextDecoder().decode(await exportBytes(session, ".html", dist));
      const outside = html.match(/(?:src|href|action)="[^"]*"/g)!;
      expect(outside.filter((a) => !a.includes('"data:'))).toEqual([]);
      expect(html).not.toMatch(/https?:/);
      expect(html).toContain("connect-src 'none'");
      const carried = JSON.parse(
        /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!,
      ) as Embedded;
      expect(carried.files.map((f) => f.name)).toEqual(["01-created.pb.gz", "03-storm.pb.gz"]);
      for (const [i, path] of [CREATED, STORM].entries()) {
        const bytes = fromBase64(carried.files[i]!.data);
        expect(Buffer.compare(bytes, readFileSync(path))).toBe(0);
        expect(carried.files[i]!.hash).toBe(await sha256Hex(bytes));
      }
      const { view, notices } = fragmentToView(carried.view);
      expect(notices).toEqual([]);
      expect([view.base, view.shown, view.joined]).toEqual([0, 1, false]);
      expect(view.files.map((f) => f.hash)).toEqual(carried.files.map((f) => f.hash));
      expect(view.transforms).toEqual([{ do: "focus", pattern: "ConfigMap" }]);
    });

    it("says how to build the page where it is not built, or built in another way", async () => {
      await expect(builtAssets(join(scratch, "nowhere"))).rejects.toThrow(
        "the page is not built yet: run npm run build first",
      );
      const odd = join(scratch, "odd");
      mkdirSync(odd);
      writeFileSync(join(odd, "index.html"), "<!doctype html>");
      await expect(builtAssets(odd)).rejects.toThrow(
        "the built page has no whole/manifest.json; run npm run build again",
      );
    });

    it("stops where the person interrupts", async () => {
      const stop = new AbortController();
      const session = await openOne("export", flags(STORM), { ...io, signal: stop.signal }, false);
      stop.abort();
      await expect(exportBytes(session, ".md", dist)).rejects.toThrow(Interrupted);
    });
  });
});

describe("wrong use of export", () => {
  const copy = join(scratch, "copy.pb.gz");
  writeFileSync(copy, readFileSync(STORM));

  it.each([
    [["export", STORM], 2, "export needs -o OUT"],
    [["export", "-o", join(scratch, "a.svg")], 2, "export takes a FILE"],
    [["export", STORM, "-o", "-"], 2, "export writes to a file"],
    [["export", STORM, "-o", join(scratch, "a.png")], 2, "it is one of .pb.gz .folded .csv"],
    [["export", STORM, "-o", join(scratch, "a.json"), "--json"], 2, "OUT ends in .json"],
    [["export", copy, "-o", join(scratch, ".", "copy.pb.gz")], 2, "is an input"],
    [["export", STORM, "--base", copy, "-o", copy], 2, "is an input"],
    [["export", "nowhere.pb.gz", "-o", join(scratch, "a.svg")], 1, "nowhere.pb.gz: no such file"],
    [["export", STORM, "-o", join(scratch, "no", "a.csv")], 1, "there is no such folder"],
  ] as const)("%j is one line on standard error and exit %i", async (args, wanted, why) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([wanted, ""]);
    expect(err).toMatch(/^leaklens: [^\n]*\n$/);
    expect(err).toContain(why);
    expect(Buffer.compare(readFileSync(copy), readFileSync(STORM))).toBe(0);
  });
});
