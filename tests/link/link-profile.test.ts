import { describe, expect, test } from "vitest";
import { nodeTotals } from "../../src/calltree/call-tree.js";
import { type PathHashes, pathText } from "../../src/calltree/path-hash.js";
import { encodeLink } from "../../src/link/encode.js";
import { decodeLink } from "../../src/link/link.js";
import { profileOfLink, REST_NAME } from "../../src/link/link-profile.js";
import { noteText } from "../../src/profile/profile-note.js";
import { fragmentToView } from "../../src/view/url.js";
import type { View } from "../../src/view/view.js";
import { inputOf, MASTERS, OPERATOR, opened, openedRecordings, STORM } from "./links.js";

const sets: [string, string[], Partial<View>, number][] = [
  ["before and after", [STORM[1]!, STORM[3]!], { shown: 1, base: 0, tab: "table" }, 500],
  ["seven snapshots", STORM, { shown: 3, base: 1, colouring: "growth" }, 2000],
  ["an operator", OPERATOR, { shown: 5 }, 400],
  ["masters", MASTERS, { shown: 2, base: -2, set: "fleet" }, 1200],
  ["leaf first", [STORM[3]!], { inverted: true }, 600],
  ["objects", [STORM[3]!], { sampleType: "inuse_objects" }, 600],
];

function pathAt({ low, high }: PathHashes, node: number): string {
  return pathText(low[node]!, high[node]!);
}

describe("a link that is opened", () => {
  test.each(sets)("has the figures of the profiles: %s", async (_, files, view, most) => {
    const of = await openedRecordings(files, view);
    const input = inputOf(of);
    const content = decodeLink(encodeLink(input, most).text);
    const link = profileOfLink(content);
    expect(link.profiles.map((p) => p.name)).toEqual(of.names);
    expect(new Set(link.profiles.map((p) => p.hash)).size).toBe(files.length);
    const read = fragmentToView(link.view);
    expect(read.notices).toEqual([]);
    expect(read.view).toEqual({
      ...of.view,
      joined: false,
      files: link.profiles.map(({ hash, name }) => ({ hash, name, size: 0, url: "" })),
    });
    const again = opened(link.profiles, { ...view, joined: false });
    const type = of.prepared.set.sampleType(of.question.sampleType, of.question.shown);
    const linked = again.prepared.set.sampleType(of.question.sampleType, of.question.shown);
    expect(linked.name).toBe(type.name);
    const { paths } = of.prepared;
    const nodeOf = new Map(Array.from(paths.low, (_, n) => [pathAt(paths, n), n]));
    files.forEach((__, p) => {
      const whole = of.prepared.totals(of.prepared.self([p], type));
      const kept = again.prepared.totals(again.prepared.self([p], linked));
      expect(kept[0]).toBe(whole[0]);
      if (view.inverted) return;
      const { tree, paths: keptPaths } = again.prepared;
      for (let n = 1; n < tree.nodeCount; n++) {
        if (tree.frames.names[tree.frame[n]!] === REST_NAME) continue;
        const same = nodeOf.get(pathAt(keptPaths, n)) ?? -1;
        expect(same).toBeGreaterThan(0);
        expect(kept[n]).toBe(whole[same]);
      }
    });
  });

  test("keeps times in milliseconds, periods, types and says that it is a link", async () => {
    const of = await openedRecordings([STORM[1]!, STORM[3]!], { shown: 1, base: 0 });
    const { profiles } = profileOfLink(decodeLink(encodeLink(inputOf(of), 400).text));
    profiles.forEach(({ profile }, p) => {
      const from = of.prepared.set.profiles[p]!;
      expect(profile.timeNanos).toBe((from.timeNanos / 1_000_000n) * 1_000_000n);
      expect(profile.period).toBe(524288);
      expect(profile.periodType).toEqual({ type: "space", unit: "bytes" });
      expect(profile.defaultSampleType).toBe("inuse_space");
      expect(noteText(profile.notes[0]!)).toContain("self-contained link");
      expect(noteText(profile.notes[1]!)).toMatch(/^Of \d+ truncated stacks \d+ were joined/);
    });
  });

  test("with filters done has them in a note and not in the view", async () => {
    const of = await openedRecordings([STORM[3]!], {
      transforms: [{ do: "focus", pattern: "ConfigMap" }],
    });
    const link = profileOfLink(decodeLink(encodeLink(inputOf(of)).text));
    expect(fragmentToView(link.view).view.transforms).toEqual([]);
    expect(link.profiles[0]!.profile.notes.map(noteText).join()).toContain("focus ConfigMap");
  });

  test("of more than eight files holds what is shown and its base, under new numbers", async () => {
    const nine = [...STORM, STORM[0]!, STORM[1]!];
    const of = await openedRecordings(nine, { shown: 3, base: 1 });
    const link = profileOfLink(decodeLink(encodeLink(inputOf(of)).text));
    expect(link.profiles.map((p) => p.name)).toEqual([of.names[3], of.names[1]]);
    const { view } = fragmentToView(link.view);
    expect([view.shown, view.base]).toEqual([0, 1]);
  });

  test("of more than eight files summed up holds the sum", async () => {
    const of = await openedRecordings([...STORM, STORM[0]!, STORM[1]!], { sum: true });
    const content = decodeLink(encodeLink(inputOf(of)).text);
    const link = profileOfLink(content);
    expect(link.profiles.length).toBe(1);
    const type = of.prepared.set.sampleType("", 0);
    const all = of.prepared.totals(of.prepared.self([0, 1, 2, 3, 4, 5, 6, 7, 8], type));
    const { tree } = content;
    const self = tree.self[0]!.map((v, n) => v + tree.rest[0]![n]!);
    expect(nodeTotals(tree, self)[0]).toBe(all[0]);
  });
});
