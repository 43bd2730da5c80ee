import { afterEach, expect, it } from "vitest";
import { EXPORT_WORDS } from "../../src/words/export-words.js";
import { speak } from "../../src/words/language.js";

const WORDS = EXPORT_WORDS.archive;
const all = () =>
  WORDS.together([
    WORDS.holds(1006, 1),
    WORDS.others(1003, ["a.txt", "b.txt", "c.txt"]),
    WORDS.failed(1, "d: it is damaged"),
    WORDS.tooMany(1200, 1000),
    WORDS.cut,
  ]);
const few = () => WORDS.together([WORDS.holds(1, 0), WORDS.others(1, ["a.txt"])]);

afterEach(() => speak("en"));

it("what an archive holds is said in one sentence", () => {
  expect(all()).toBe(
    "the archive holds 1,006 files: 1 profile opened, 1,003 others left alone (a.txt, b.txt, c.txt and 1,000 more), 1 profile could not be read (d: it is damaged), 1,200 profiles beyond the limit of 1000, the archive ends before its end mark",
  );
  expect(few()).toBe(
    "the archive holds 1 file: none is a profile that can be read, 1 other left alone (a.txt)",
  );
});

it("and so in Chinese", async () => {
  await speak("zh");
  expect(all()).toBe(
    "归档中有 1,006 个文件：已打开 1 个 profile；其他 1,003 个文件未作处理（a.txt、b.txt、c.txt 及另外 1,000 个）；1 个 profile 无法读取（d: it is damaged）；1,200 个 profile 超出 1000 个的上限；归档在其结束标记之前就中断了",
  );
  expect(few()).toBe("归档中有 1 个文件：其中没有可读取的 profile；其他 1 个文件未作处理（a.txt）");
});
