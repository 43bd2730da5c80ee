import { describe, expect, it } from "vitest";
import type { SetAnswer } from "../../../../src/engine/answers.js";
import { Engine, type EngineAsks } from "../../../../src/engine/engine.js";
import type { Question } from "../../../../src/engine/question.js";
import { finish } from "../../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { RECORDINGS, recording } from "../../../recordings.js";

const MB = 2 ** 20;
const of = (folder: string) => RECORDINGS.filter((path) => path.startsWith(`${folder}/`));

const set = (paths: readonly string[], over: Partial<Question> = {}): Promise<SetAnswer> =>
  asked("set", paths, over);

async function asked<K extends "set" | "setKind">(
  name: K,
  paths: readonly string[],
  over: Partial<Question> = {},
): Promise<EngineAsks[K]["answer"]> {
  const engine = new Engine();
  for (const [i, path] of paths.entries()) {
    engine.library.add(`h${i}`, path.slice(path.indexOf("/") + 1), await recording(path));
  }
  const question: Question = {
    ...PLAIN_QUESTION,
    files: paths.map((_, i) => `h${i}`),
    joined: false,
    ...over,
  };
  return finish(engine.ask(name, question, undefined));
}

describe("what files are to each other", () => {
  it("is known before any kind is, and is what the strip says of them", async () => {
    for (const folder of ["configmap-list-storm", "five-masters", "leaking-operator"]) {
      const { kind, outlier } = await set(of(folder));
      expect(await asked("setKind", of(folder)), folder).toEqual({ kind, outlier });
    }
    expect(await asked("setKind", of("five-masters"))).toEqual({ kind: "fleet", outlier: 2 });
  });
});

describe("the strip", () => {
  it("of the LIST storm is a series with the totals that its README states", async () => {
    const answer = await set(of("configmap-list-storm"));
    expect(answer.kind).toBe("series");
    expect(answer.totals.map((v) => Math.round(v / MB))).toEqual([
      98, 207, 1375, 1892, 2114, 2008, 1299,
    ]);
    expect(answer.restarts).toEqual([]);
    expect(answer.outlier).toBe(-1);
    expect(answer.bands[0]!.key).toBe("ConfigMap");
  });

  it("parts the largest kinds by stage; the parts of a band add up to it", async () => {
    for (const folder of ["configmap-list-storm", "five-masters"]) {
      const answer = await set(of(folder), { joined: true });
      const keys = new Set(answer.tints.map((t) => t.key));
      expect(keys.has("ConfigMap")).toBe(true);
      for (const key of keys) {
        const band = answer.bands.find((b) => b.key === key)!;
        const parts = answer.tints.filter((t) => t.key === key);
        expect(parts.length).toBeGreaterThan(1);
        band.values.forEach((value, file) => {
          const sum = parts.reduce((all, part) => all + part.values[file]!, 0);
          expect(sum).toBeCloseTo(value, 0);
        });
      }
    }
    const storm = await set(of("configmap-list-storm"), { joined: true });
    const stages = storm.tints.filter((t) => t.key === "ConfigMap").map((t) => t.stage);
    expect(stages).toEqual(expect.arrayContaining(["json-response", "storage-decode", ""]));
  });

  it("of the operator rises in every snapshot", async () => {
    const { kind, order, totals } = await set(of("leaking-operator"));
    expect(kind).toBe("series");
    for (let i = 1; i < order.length; i++) {
      expect(totals[order[i]!]!).toBeGreaterThan(totals[order[i - 1]!]!);
    }
  });

  it("puts files that were opened in any order in time", async () => {
    const paths = of("audit-backlog").toReversed();
    const answer = await set(paths);
    expect(answer.kind).toBe("series");
    expect(answer.order).toEqual([3, 2, 1, 0]);
  });

  it("of five masters is a fleet in which the third stands out", async () => {
    const answer = await set(of("five-masters"));
    expect(answer.kind).toBe("fleet");
    expect(answer.outlier).toBe(2);
    expect(answer.outlierFactor).toBeGreaterThan(3.5);
  });

  it("of an apiserver and an operator is of unrelated files", async () => {
    const paths = [of("configmap-list-storm")[3]!, of("leaking-operator")[3]!];
    expect((await set(paths)).kind).toBe("unrelated");
  });

  it("of a process that started anew is a series with the restart marked", async () => {
    const answer = await set([...of("configmap-list-storm").slice(3), of("five-masters")[1]!]);
    expect(answer.kind).toBe("series");
    expect(answer.restarts).toEqual([4]);
    expect(answer.why).toContain("started anew");
  });

  it("follows the person's choice and keeps the order", async () => {
    const answer = await set(of("leaking-operator").toReversed(), { set: "fleet" });
    expect(answer.kind).toBe("fleet");
    expect(answer.order).toEqual([5, 4, 3, 2, 1, 0]);
    expect(answer.why).toContain("chosen by hand");
  });

  it("of a set has bands that add up to each file's total", async () => {
    for (const folder of ["configmap-list-storm", "five-masters"]) {
      const { totals, bands } = await set(of(folder));
      totals.forEach((total, i) => {
        expect(bands.reduce((sum, band) => sum + band.values[i]!, 0)).toBe(total);
      });
    }
  });
});
