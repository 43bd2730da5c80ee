import { describe, expect, it } from "vitest";
import { nodeTotals } from "../../../../src/calltree/call-tree.js";
import { findPath } from "../../../../src/calltree/path-hash.js";
import { verdictAnswer } from "../../../../src/engine/answers/finding/verdict.js";
import { suspectsAnswer } from "../../../../src/engine/answers/suspects/suspects.js";
import type { SuspectCard, SuspectsAnswer } from "../../../../src/engine/answers.js";
import { FileSet } from "../../../../src/engine/file-set.js";
import { type Prepared, prepare } from "../../../../src/engine/prepared-tree.js";
import { ProfileLibrary } from "../../../../src/engine/profile-library.js";
import { BASE_MEDIAN, NO_BASE, type Question } from "../../../../src/engine/question.js";
import { Recent } from "../../../../src/lib/lru-cache.js";
import { finish } from "../../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { RECORDINGS, recording } from "../../../recordings.js";

const MB = 2 ** 20;
const of = (folder: string) => RECORDINGS.filter((path) => path.startsWith(`${folder}/`));
const STORM = of("configmap-list-storm");
const OPERATOR = of("leaking-operator");
const AUDIT = of("audit-backlog");
const MASTERS = of("five-masters");

interface Asked {
  readonly prepared: Prepared;
  readonly question: Question;
  readonly answer: SuspectsAnswer;
}

async function ask(paths: readonly string[], over: Partial<Question> = {}): Promise<Asked> {
  const library = new ProfileLibrary();
  for (const [i, path] of paths.entries()) {
    library.add(`h${i}`, path.slice(path.indexOf("/") + 1), await recording(path));
  }
  const question: Question = {
    ...PLAIN_QUESTION,
    files: paths.map((_, i) => `h${i}`),
    shown: paths.length - 1,
    joined: false,
    ...over,
  };
  const set = new FileSet(question.files.map((hash) => library.get(hash)));
  const prepared = finish(prepare(set, question, new Recent(2)));
  return { prepared, question, answer: finish(suspectsAnswer(prepared, question)) };
}

const sum = (cards: readonly SuspectCard[], of: (card: SuspectCard) => number) =>
  cards.reduce((total, card) => total + of(card), 0);

describe.each([false, true])("suspects, stacks joined: %s", (joined) => {
  describe("of the operator that keeps every release", () => {
    it("are render, from 48.7 to 169.4 MiB, and the decode of the copies it keeps", async () => {
      const { answer } = await ask(OPERATOR, { joined, base: 0, shown: 5 });
      expect(answer.about).toBe("growth");
      expect(answer.restarted).toBe(false);
      const [first, second, ...others] = answer.suspects;
      expect(others).toEqual([]);
      expect(first!.name).toBe("main.(*releaseHistory).render");
      expect(first).toMatchObject({ kind: "ConfigMap", stage: "application", class: "growing" });
      expect(first!.before / MB).toBeCloseTo(48.7, 1);
      expect(first!.after / MB).toBeCloseTo(169.4, 1);
      expect(first!.growth).toBe(first!.after - first!.before);
      expect(first!.growth / first!.error).toBeGreaterThan(10);
      expect(second!.stack.join()).toContain("json-iterator");
      expect(second).toMatchObject({ kind: "ConfigMap", class: "growing" });
      expect(answer.explained).toBeGreaterThan(0.95);
    });

    it("are the same of a series without a base, from its first file on", async () => {
      const asked = await ask(OPERATOR, { joined, base: 0, shown: 5 });
      const series = await ask(OPERATOR, { joined });
      expect(series.answer).toEqual(asked.answer);
    });

    it("begin with render for the first and last file alone, which do not tell a leak", async () => {
      const { answer } = await ask([OPERATOR[0]!, OPERATOR[5]!], { joined });
      expect(answer.suspects[0]).toMatchObject({
        name: "main.(*releaseHistory).render",
        class: "undecided",
        forecast: "",
      });
    });

    it("say how fast they grow where there are snapshots enough", async () => {
      const { answer } = await ask(OPERATOR, { joined });
      expect(answer.suspects[0]!.series.map((v) => Math.round(v / MB))).toEqual([
        49, 97, 126, 145, 168, 169,
      ]);
      expect(answer.suspects[0]!.forecast).toMatch(
        /^\+236 MiB a minute \(95% interval 139 MiB to 332 MiB\); \+13\.8 GiB an hour \(8\.\d+ GiB to 19\.\d GiB\) if/,
      );
    });
  });

  describe("of the LIST storm", () => {
    it("are JSON answers, pooled, and decoding of ConfigMaps, over 90% of the growth", async () => {
      const { answer } = await ask(STORM, { joined, base: 1, shown: 3 });
      const maps = answer.suspects.filter((s) => s.kind === "ConfigMap");
      expect(maps.map((s) => s.stage).sort()).toEqual(["json-response", "storage-decode"]);
      expect(sum(maps, (s) => s.share)).toBeGreaterThan(0.9);
      // Of all that grew, significantly or not.
      expect(sum(maps, (s) => s.growth) / MB / (1891.9 - 206.9)).toBeGreaterThan(0.9);
      // What 06 shows of the buffers is so in 03, too.
      for (const { stage, class: told } of maps) {
        expect(told).toBe(stage === "json-response" ? "pooled" : "in-flight");
      }
      const advised = maps.flatMap((s) => s.advice.map((a) => a.id));
      expect(advised).toContain("stream-json-lists");
    });

    it("are not called growing by the first four snapshots alone", async () => {
      const { answer } = await ask(STORM.slice(0, 4), { joined });
      for (const suspect of answer.suspects) {
        const told = { "watch-etcd": "cache", "json-response": "undecided" }[suspect.stage];
        expect(suspect.class).toBe(told ?? "in-flight");
      }
    });

    it("are of one class in every pair of snapshots: JSON buffers pooled, the watch cache a cache", async () => {
      const library = await ask(STORM, { joined });
      let pooled = 0;
      let cached = 0;
      for (let base = 0; base < 7; base++) {
        for (let shown = 0; shown < 7; shown++) {
          if (base === shown) continue;
          const question = { ...library.question, base, shown };
          const { suspects } = finish(suspectsAnswer(library.prepared, question));
          for (const { stage, class: told, kind } of suspects) {
            expect(told, `${base} to ${shown}, ${kind} ${stage}`).not.toBe("growing");
            if (stage === "json-response") {
              expect(told, `${base} to ${shown}`).toBe("pooled");
              pooled++;
            }
            if (stage === "watch-etcd" || stage === "watch-cache") {
              expect(told, `${base} to ${shown}`).toBe("cache");
              cached++;
            }
          }
        }
      }
      expect(pooled).toBeGreaterThan(20);
      expect(cached).toBeGreaterThan(10);
    });

    it("have a verdict: pooled after the load, and what decides while it lasts", async () => {
      const all = await ask(STORM, { joined, base: 0, shown: 6 });
      const after = finish(verdictAnswer(all.prepared, all.question));
      expect(after.whole.verdict).toBe("pooled");
      expect(after.ofKind.get("ConfigMap")!.verdict).toBe("pooled");
      expect(after).toMatchObject({ snapshots: 7, sameMoment: false, sumOfScrapes: false });
      const early = await ask(STORM.slice(1, 4), { joined, base: 0, shown: 2 });
      const during = finish(verdictAnswer(early.prepared, early.question));
      expect(during.whole.verdict).toBe("undecided");
      expect(during.whole.decides).toMatch(/a snapshot after the load has ended/);
    });

    it("are, after the load, the 912 MiB of buffers in the pool, though all else shrank", async () => {
      for (const files of [STORM, [STORM[3]!, STORM[6]!]]) {
        const shown = files.length - 1;
        const { answer } = await ask(files, { joined, base: files.length === 7 ? 3 : 0, shown });
        const pooled = answer.suspects[0]!;
        expect(pooled).toMatchObject({
          kind: "ConfigMap",
          stage: "json-response",
          class: "pooled",
          after: 912 * MB,
        });
        expect(pooled.before / MB).toBeCloseTo(898, 0);
        expect(pooled.stack.at(-1)).toBe("bytes.growSlice");
        // The watch cache grew, by design.
        expect(answer.suspects[1]).toMatchObject({ stage: "watch-etcd", class: "cache" });
      }
    });
  });

  it("of the audit backlog begin with audit", async () => {
    for (const over of [
      { base: 0, shown: 2 },
      { base: 0, shown: 3 },
    ]) {
      const { answer } = await ask(AUDIT, { joined, ...over });
      expect(answer.suspects[0]!.stage).toBe("audit");
      expect(answer.suspects[0]!.growth / sum(answer.suspects, (s) => s.growth)).toBeGreaterThan(
        0.4,
      );
      expect(answer.suspects[0]!.advice.map((a) => a.id)).toContain("audit-level");
      const audit = answer.suspects.filter((s) => s.stage === "audit");
      expect(sum(audit, (s) => s.growth)).toBeGreaterThan(answer.of / 2);
    }
  });

  describe("of five masters", () => {
    it("are what master-3 holds, beside the median where that is the base", async () => {
      for (const base of [NO_BASE, BASE_MEDIAN]) {
        const { answer } = await ask(MASTERS, { joined, shown: 2, base });
        expect(answer.about).toBe("held");
        const [first] = answer.suspects;
        expect(first).toMatchObject({ kind: "ConfigMap", stage: "storage-decode" });
        expect(first!.growth).toBe(base === BASE_MEDIAN ? first!.after : 0);
        expect(first!.share).toBeCloseTo(first!.after / answer.of, 12);
        expect(answer.of / MB).toBeCloseTo(1285.8, 1);
        expect(first!.forecast).toBe("");
        expect(first!.survival).toBeNull();
      }
    });

    it("are more than another master has, where that is asked for", async () => {
      const { answer } = await ask(MASTERS, { joined, shown: 2, base: 0 });
      expect(answer.about).toBe("growth");
      expect(answer.restarted).toBe(false);
      expect(answer.suspects[0]!.survival).toBeNull();
    });
  });

  it("are none of a recording beside itself", async () => {
    for (const path of [STORM[0]!, OPERATOR[0]!, AUDIT[0]!, STORM[6]!, ...MASTERS]) {
      for (const files of [[path], [path, path]]) {
        const { answer } = await ask(files, { joined, base: 0 });
        expect(answer.suspects).toEqual([]);
        expect(answer.about).toBe("growth");
        expect(answer.explained).toBe(0);
      }
    }
  });

  it("of one snapshot are what it holds, buffers in the pool as such", async () => {
    const { answer } = await ask([STORM[6]!], { joined });
    expect(answer.about).toBe("held");
    expect(answer.suspects[0]).toMatchObject({ class: "pooled", after: 912 * MB, growth: 0 });
    expect(answer.explained).toBeGreaterThan(0.9);
    const held = answer.suspects.map((s) => s.after);
    expect(held).toEqual(held.toSorted((a, b) => b - a));
  });

  it("clear connections, goroutines and start-up with figures", async () => {
    const storm = await ask(STORM, { joined, base: 1, shown: 3 });
    expect(storm.answer.cleared[0]).toMatch(/^Connections hold .*\d MiB/);
    expect(storm.answer.cleared.join()).not.toMatch(/ConfigMap/);
    const quiet = await ask([STORM[6]!], { joined });
    expect(quiet.answer.cleared.join("\n")).toMatch(/Goroutines.* hold [\d.]+ MiB, [\d.]+%/);
    expect(quiet.answer.cleared.join("\n")).toMatch(/Start-up holds [\d.]+ MiB/);
  });

  it("have a stack of the kind that they hold, where others pass the same function", async () => {
    const paths = [0, 3].map((n) => `modern/operator-leak/0${n}.pb.gz`);
    const { answer } = await ask(paths, { joined, base: 0 });
    const received = answer.suspects.find((s) => s.stage === "watch-receive");
    expect(received?.kind).toBe("Pod");
    // Its watches decoded more ConfigMaps than Pods; it is Pods that grew.
    expect(received?.stack.at(-1)).not.toMatch(/ConfigMap/);
    expect(received?.stack.join()).toContain("v1.(*Pod).Unmarshal");
  });

  it("have a path that the tree knows, and figures that its boxes hold", async () => {
    for (const asked of [
      await ask(STORM, { joined, base: 1, shown: 3 }),
      await ask(OPERATOR, { joined }),
      await ask(AUDIT, { joined, shown: 2 }),
    ]) {
      const { prepared, question, answer } = asked;
      const type = prepared.set.sampleType("", question.shown);
      const totals = nodeTotals(prepared.tree, prepared.self([question.shown], type));
      const total = totals[0]!;
      for (const suspect of answer.suspects) {
        const node = findPath(prepared.paths, suspect.path);
        expect(node).toBeGreaterThan(0);
        expect(prepared.tree.frames.names[prepared.tree.frame[node]!]).toBe(suspect.name);
        expect(suspect.stack).toContain(suspect.name);
        expect(suspect.after).toBeLessThanOrEqual(total);
        // All paths of a suspect's function together hold it: nothing is counted that is not there.
        const paths = (suspect as SuspectCard & { otherPaths: string[] }).otherPaths;
        const boxes = [suspect.path, ...paths].map((p) => totals[findPath(prepared.paths, p)]!);
        expect(boxes.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(suspect.after - 1);
        expect(suspect.series[question.shown]).toBe(suspect.after);
      }
      // No byte belongs to two suspects.
      expect(sum(answer.suspects, (s) => s.after)).toBeLessThanOrEqual(total);
    }
  });
});

describe("suspects", () => {
  it("are found among what a filter leaves", async () => {
    const { answer } = await ask(OPERATOR, {
      transforms: [{ do: "ignore", pattern: "releaseHistory" }],
    });
    expect(answer.suspects.map((s) => s.name)).not.toContain("main.(*releaseHistory).render");
    expect(answer.suspects.length).toBeGreaterThan(0);
  });

  it("of a base scaled to the same total do not grow by what everything grew", async () => {
    const { answer } = await ask(OPERATOR, { base: 2, shown: 4, normalize: true });
    const plain = await ask(OPERATOR, { base: 2, shown: 4 });
    expect(sum(answer.suspects, (s) => s.growth)).toBeLessThan(
      sum(plain.answer.suspects, (s) => s.growth) / 2,
    );
  });

  it("of objects are counted, not weighed", async () => {
    const { answer } = await ask(OPERATOR, { sampleType: "inuse_objects" });
    expect(answer.unit).toBe("count");
    const render = answer.suspects.find((s) => s.name === "main.(*releaseHistory).render");
    expect(render!.growth).toBeGreaterThan(300);
    expect(render!.growth / render!.error).toBeGreaterThan(5);
  });

  it("of what was ever allocated have no survival", async () => {
    const { answer } = await ask(STORM, { sampleType: "alloc_space", base: 1, shown: 3 });
    for (const suspect of answer.suspects) expect(suspect.survival).toBeNull();
  });

  it("read backwards in time have no survival and no forecast", async () => {
    const { answer } = await ask(OPERATOR, { base: 5, shown: 0 });
    for (const suspect of answer.suspects) {
      expect(suspect.survival).toBeNull();
      expect(suspect.forecast).toBe("");
    }
  });

  it("of two lives of a process say so, and have no survival", async () => {
    const files = [STORM[6]!, MASTERS[1]!];
    const { answer } = await ask(files);
    expect(answer.restarted).toBe(true);
    for (const suspect of answer.suspects) expect(suspect.survival).toBeNull();
  });

  it("of several files summed up are what they hold together", async () => {
    const { answer } = await ask(MASTERS, { sum: true });
    expect(answer.about).toBe("held");
    const one = await ask(MASTERS, { shown: 2 });
    expect(answer.of).toBeGreaterThan(one.answer.of * 1.9);
  });
});
