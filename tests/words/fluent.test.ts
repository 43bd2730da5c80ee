import { afterEach, describe, expect, it } from "vitest";
import { FINDING_WORDS } from "../../src/words/finding-words.js";
import { commaList, fluent } from "../../src/words/fluent.js";
import { speak } from "../../src/words/language.js";

afterEach(() => speak("en"));

const pods = { text: "Pod", strong: true };
const log = { text: "日志", strong: true };

describe("sentences in Chinese", () => {
  it("have a space between scripts, and none between Chinese characters", async () => {
    await speak("zh");
    expect(fluent([pods, "占", "存活堆", "的 12%"])).toEqual([pods, " 占存活堆的 12%"]);
    expect(fluent([log, " 占 ", "Pod", " 的 12%"])).toEqual([log, "占 Pod 的 12%"]);
    expect(fluent(["其中有 ", log, " （12%）"])).toEqual(["其中有", log, "（12%）"]);
    expect(fluent(["1 个 ", pods, "，", log])).toEqual(["1 个 ", pods, "，", log]);
  });

  it("keep texts as they are within", async () => {
    await speak("zh");
    const name = { text: "堆profile a 文件" };
    expect(fluent([name, "的大小"])).toEqual([name, "的大小"]);
  });

  it("list what is marked", async () => {
    await speak("zh");
    const said = FINDING_WORDS.holds(log, false, pods, "heap", undefined, [[pods], [log], [pods]]);
    expect(said.filter((part) => typeof part === "object")).toEqual([log, pods, pods, log, pods]);
    expect(said.map((part) => (typeof part === "string" ? part : part.text)).join("")).toBe(
      "日志占 heap 的 Pod：Pod、日志和 Pod。",
    );
    expect(commaList(["a", "b"])).toBe("a、b");
  });
});

describe("sentences in English", () => {
  it("are as their messages have them", () => {
    expect(fluent([log, "占", pods])).toEqual([log, "占", pods]);
    expect(commaList(["a", "b"])).toBe("a, b");
  });
});
