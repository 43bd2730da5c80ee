import { afterEach, describe, expect, it } from "vitest";
import { EVIDENCE, OTHER_CATEGORIES, STAGES } from "../../../src/kubernetes/vocabulary.js";
import { speak } from "../../../src/words/language.js";
import {
  categoryLabel,
  evidenceLabel,
  KUBERNETES_WORDS,
  kindLabel,
  stageLabel,
} from "../../../src/words/page/kubernetes-words.js";

afterEach(() => speak("en"));

/** What is called the same in Chinese, as the trade does. */
const KEPT = /^(informer|managedFields|range|raft|etcd|HTTP|OpenAPI|profiling|controller)$/;

describe("words of kinds and stages", () => {
  it("name every stage, evidence and category of the vocabulary in Chinese", async () => {
    await speak("zh");
    const said = [
      ...STAGES.map(stageLabel),
      ...EVIDENCE.map(evidenceLabel),
      ...OTHER_CATEGORIES.map(categoryLabel),
    ];
    expect(said.filter((label) => !/[\u4E00-\u9FFF]/.test(label) && !KEPT.test(label))).toEqual([]);
  });

  it("leave names of kinds, and keys nobody knows, as they are", async () => {
    await speak("zh");
    expect(["Pod", "apps/Deployment", "constructor"].map(kindLabel)).toEqual([
      "Pod",
      "apps/Deployment",
      "constructor",
    ]);
    expect(["other", "unknown", "other kinds"].map(kindLabel)).toEqual([
      "其他",
      "未知",
      "其他资源类型",
    ]);
    expect(evidenceLabel("toString")).toBe("toString");
  });

  it("say what is held, or what changed", async () => {
    const { about } = KUBERNETES_WORDS;
    expect(about(true)).toBe("What changed, by kind and by stage of its life.");
    await speak("zh");
    expect(about(false)).toBe("持有量，按资源类型及其生命周期阶段划分。");
  });
});
