import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CompiledMessage, compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { CATALOGUES as OF_ALL } from "../../src/words/zh/catalogues.js";
import { CATALOGUES as OF_ISSUES } from "../../src/words/zh/of-issues.js";
import { CATALOGUES as OF_TERMINAL } from "../../src/words/zh/of-terminal.js";

const WORDS = fileURLToPath(new URL("../../src/words", import.meta.url));
const filesOf = (language: string) =>
  (readdirSync(join(WORDS, language), { recursive: true }) as string[])
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
const ROOMS = filesOf("en").map((file) => file.replace(".json", ""));
const read = (language: string, room: string): Record<string, string> =>
  JSON.parse(readFileSync(join(WORDS, language, `${room}.json`), "utf8"));

/** Names of a message's arguments, and the cases of its choices by name. */
function argumentsOf(message: string | CompiledMessage, out = new Set<string>()): Set<string> {
  const compiled = typeof message === "string" ? compileMessageOrThrow(message) : message;
  for (const token of compiled) {
    if (typeof token === "string") continue;
    const [name, type, choices] = token;
    out.add(name);
    if (type === undefined || typeof choices !== "object") continue;
    for (const [choice, said] of Object.entries(
      choices as Record<string, CompiledMessage | undefined>,
    )) {
      // A plural has an offset, of which it says nothing where there is none.
      if (said === undefined) continue;
      if (type === "select" && choice !== "other") out.add(`${name}=${choice}`);
      // A number is where a plural's counting begins, no message.
      if (typeof said === "string") argumentsOf([said], out);
      else if (Array.isArray(said)) argumentsOf(said, out);
    }
  }
  return out;
}

/** All text of a message, its arguments left out. */
const textOf = (message: string): string =>
  message.replace(/\{\w+(, (plural|select|number),?)?|[{}]|\b(one|other|=\d+)\b/g, " ");

describe("catalogues of messages", () => {
  it("are in both languages, all rooms of Chinese taken in", () => {
    expect(filesOf("zh")).toEqual(filesOf("en"));
    expect(Object.keys({ ...OF_ALL, ...OF_ISSUES, ...OF_TERMINAL }).sort()).toEqual(ROOMS);
  });

  it.each(ROOMS)("have the same messages with the same arguments in both languages: %s", (room) => {
    const [en, zh] = [read("en", room), read("zh", room)];
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const [key, message] of Object.entries(en)) {
      const name = (argument: string) => !argument.includes("=");
      const [inEnglish, inChinese] = [argumentsOf(message), argumentsOf(zh[key]!)];
      expect([...inChinese].filter(name).sort(), key).toEqual([...inEnglish].filter(name).sort());
      // A case that English does not have is never chosen.
      expect(
        [...inChinese].filter((a) => !inEnglish.has(a)),
        key,
      ).toEqual([]);
    }
  });

  it.each(ROOMS)("say nothing in English where they speak Chinese: %s", (room) => {
    const en = read("en", room);
    const same = Object.entries(read("zh", room)).filter(
      ([key, message]) => message === en[key] && /[a-z]{3,} [a-z]{3,}/.test(textOf(message)),
    );
    expect(same).toEqual([]);
  });

  it.each(ROOMS)("have Chinese punctuation next to Chinese characters: %s", (room) => {
    const wrong = Object.entries(read("zh", room)).filter(([, message]) =>
      /[\u4E00-\u9FFF] ?(?:[,;!](?!\d)|\?(?!\w))|[\u4E00-\u9FFF][.:](?=\s|$)|[\u4E00-\u9FFF]\(|\)[\u4E00-\u9FFF]/.test(
        message,
      ),
    );
    expect(wrong).toEqual([]);
  });
});
