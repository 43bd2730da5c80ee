import { afterEach, describe, expect, it } from "vitest";
import { catalogue } from "../../src/words/catalogue.js";
import { language, languageOfTag, listOf, partsListed, speak } from "../../src/words/language.js";
import { STORAGE_WORDS } from "../../src/words/storage-words.js";

// Given as they are: the engine's tests compile what is no file of a catalogue when it is said.
const { say, parts, words } = catalogue("test", {
  whole: "all of it",
  files: "{n, plural, one {# file} other {# files}} in {folder}",
  holds: "{name} holds {amount}",
});

afterEach(() => speak("en"));

describe("a catalogue", () => {
  it("says a message with its arguments, counts in their plural", () => {
    expect(say("whole")).toBe("all of it");
    expect(say("files", { n: 1, folder: "heaps" })).toBe("1 file in heaps");
    expect(say("files", { n: 1200, folder: "heaps" })).toBe("1,200 files in heaps");
  });

  it("puts texts in as they are, whatever stands in them", () => {
    const hostile = "C:\\x41\\u0042 {n} '{'<b>%__lingui_octothorpe__% \uE0000\uE001";
    expect(say("files", { n: 2, folder: hostile })).toBe(`2 files in ${hostile}`);
  });

  it("keeps marked arguments as parts of the sentence", () => {
    const name = { text: "apps/v1 Deployment", strong: true };
    expect(parts("holds", { name, amount: "12 MiB" })).toEqual([name, " holds 12 MiB"]);
    const amount = { text: "12 MiB" };
    expect(parts("holds", { name, amount })).toEqual([name, " holds ", amount]);
    expect(parts("holds", { name: "\uE0000\uE001", amount })).toEqual([
      "\uE0000\uE001",
      " holds ",
      amount,
    ]);
  });

  it("gives words in the language that is spoken when they are read", async () => {
    const named = words({ whole: "whole", group: { whole: "whole" }, of: (n: number) => n });
    expect([named.whole, named.group.whole, named.of(2)]).toEqual(["all of it", "all of it", 2]);
    const before = STORAGE_WORDS.troubles.full.message;
    await speak("zh");
    expect(STORAGE_WORDS.troubles.full.message).toMatch(/^浏览器/);
    await speak("en");
    expect(STORAGE_WORDS.troubles.full.message).toBe(before);
  });
});

describe("the language", () => {
  it("is English until another one is spoken", async () => {
    expect(language()).toBe("en");
    await speak("zh");
    expect(language()).toBe("zh");
  });

  it("lists things in its own way", async () => {
    expect(listOf(["a", "b", "c"])).toBe("a, b and c");
    const [a, b] = [{ text: "a" }, { text: "b" }];
    expect(partsListed([a, b])).toEqual([a, " and ", b]);
    await speak("zh");
    expect(listOf(["a", "b", "c"])).toBe("a、b和c");
    expect(partsListed([a, b])).toEqual([a, "和", b]);
  });

  it("is found by a tag of browsers and of terminals", () => {
    expect(["zh-CN", "zh_CN.UTF-8", "ZH", "zh-Hant-TW"].map(languageOfTag)).toEqual(
      Array(4).fill("zh"),
    );
    expect(["en-GB", "en_US.UTF-8", "en"].map(languageOfTag)).toEqual(Array(3).fill("en"));
    expect(["de", "C", "", "zho"].map(languageOfTag)).toEqual(Array(4).fill(undefined));
  });
});
