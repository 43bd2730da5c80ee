import { describe, expect, it } from "vitest";
import { Engine } from "../../../src/engine/engine.js";
import type { Transform } from "../../../src/engine/question.js";
import { finish } from "../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../question.js";
import { recording } from "../../recordings.js";

async function labelsOf(file: string, transforms: readonly Transform[] = [], path = "") {
  const engine = new Engine();
  engine.library.add("a", file, await recording(`cases/${file}.pb.gz`));
  const question = { ...PLAIN_QUESTION, files: ["a"], transforms };
  return finish(engine.ask("labels", question, { path }));
}

describe("labels of samples", () => {
  it("add up by key and value as go tool pprof -tags prints them", async () => {
    const answer = await labelsOf("labels_size");
    const told = answer!.keys.map((k) => [k.key, k.value, k.values.map((v) => [v.text, v.value])]);
    expect(told).toEqual([
      [
        "bytes",
        1625216,
        [
          ["512kB", 1572864],
          ["16kB", 32768],
          ["4kB", 8192],
          ["8kB", 8192],
          ["64B", 3200],
        ],
      ],
      [
        "request",
        1625216,
        [
          ["512kB", 1572864],
          ["16kB", 32768],
          ["4kB", 8192],
          ["8kB", 8192],
          ["63B", 3200],
        ],
      ],
      [
        "thread",
        1998,
        [
          ["worker-1", 999],
          ["worker-2", 999],
        ],
      ],
      ["pod", 999, [["kube-apiserver-0", 999]]],
    ]);
  });

  it("give each value a filter that leaves just its samples", async () => {
    const all = await labelsOf("labels_size");
    for (const key of all!.keys) {
      for (const value of key.values) {
        const narrowed = await labelsOf("labels_size", [{ do: "tagfocus", pattern: value.filter }]);
        const same = narrowed!.keys.find((k) => k.rawKey === key.rawKey)!;
        const row = same.values.find((v) => v.text === value.text);
        expect(row?.value, value.filter).toBe(value.value);
        // One sample has two values of a key.
        const others = same.values.filter((v) => v.text !== value.text).map((v) => v.text);
        expect(others, value.filter).toEqual(
          key.rawKey === "thread" ? [expect.stringMatching(/^worker-[12]$/)] : [],
        );
      }
    }
  });

  it("count what is beyond the first hundred values", async () => {
    const [key] = (await labelsOf("labels_20000"))!.keys;
    expect(key!.values).toHaveLength(100);
    expect(key!.more + 100).toBe(20000);
    expect(key!.values.reduce((n, v) => n + v.value, 0) + key!.moreValue).toBe(key!.value);
  });

  it("show and hide keys as tagshow and taghide say", async () => {
    const keys = async (t: Transform) =>
      (await labelsOf("labels_size", [t]))!.keys.map((k) => k.key);
    expect(await keys({ do: "tagshow", pattern: "^(pod|thread)$" })).toEqual(["thread", "pod"]);
    expect(await keys({ do: "taghide", pattern: "e" })).toEqual(["pod"]);
  });

  it("are none of a path that is not there", async () => {
    expect(await labelsOf("labels_size", [], "zzzzzzz")).toBeNull();
  });
});
