import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { pluginArgs } from "../../src/cli/kubectl-plugin.js";
import { COMMANDS } from "../../src/cli/registry.js";
import { speak } from "../../src/words/language.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CHINESE = /[\u4E00-\u9FFF]/;

afterEach(() => speak("en"));

describe("leaklens --lang", () => {
  it("stands before or behind the command, the last one of several counts", async () => {
    const wanted = await run(["top", "--help", "--lang", "zh"]);
    expect(wanted.out).toMatch(/^用法：leaklens top FILE/);
    for (const args of [
      ["--lang", "zh", "top", "--help"],
      ["--lang=zh", "top", "--help"],
      ["top", "--lang=zh-CN", "--help"],
      ["top", "--lang", "en", "--help", "--lang", "zh"],
    ]) {
      expect(await run(args)).toEqual(wanted);
    }
    expect((await run(["top", "--help", "--lang", "en"])).out).toMatch(/^Usage: /);
  });

  it("is of one call: the next one speaks English again", async () => {
    await run(["--help", "--lang", "zh"]);
    expect((await run(["--help"])).out).not.toMatch(CHINESE);
  });

  it("stands before the command of the plugin of kubectl, too", () => {
    expect(pluginArgs(["--lang", "zh", "--context", "prod", "record"])).toEqual([
      "record",
      "--lang",
      "zh",
      "--context",
      "prod",
    ]);
  });

  it("is no flag behind --, where all are FILEs", async () => {
    const { status, err } = await run(["check", STORM, "--", STORM, "--lang", "zh"]);
    expect(status).toBe(2);
    expect(err).toBe("leaklens: --lang stands after --, where all are FILEs: give flags before\n");
  });

  it.each([
    [["--lang", "de", "top", "heap.pb.gz"], "--lang de is none of en, zh"],
    [["top", "heap.pb.gz", "--lang=klingon"], "--lang klingon is none of en, zh"],
    [["--lang", "top", "heap.pb.gz"], "--lang top is none of en, zh"],
    [["top", "heap.pb.gz", "--lang"], "--lang needs a language: en, zh"],
    [["top", "heap.pb.gz", "--lang="], "--lang needs a language: en, zh"],
    [["top", "heap.pb.gz", "--lang", "--json"], "--lang needs a language: en, zh"],
  ])("names the languages that are spoken where it is wrong: %j", async (args, told) => {
    expect(await run(args)).toEqual({ status: 2, out: "", err: `leaklens: ${told}\n` });
  });

  it("may be said by LEAKLENS_LANG, and by no other variable", async () => {
    const help = async (env: Record<string, string>, ...args: string[]) =>
      await run(["labels", "--help", ...args], undefined, undefined, env);
    const [english, chinese] = [await help({}), await help({}, "--lang", "zh")];
    expect(await help({ LEAKLENS_LANG: "zh" })).toEqual(chinese);
    expect(await help({ LEAKLENS_LANG: "zh_CN.UTF-8" })).toEqual(chinese);
    expect(await help({ LEAKLENS_LANG: "" })).toEqual(english);
    expect(await help({ LEAKLENS_LANG: "zh" }, "--lang", "en")).toEqual(english);
    expect(await help({ LC_ALL: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8", LANGUAGE: "zh" })).toEqual(
      english,
    );
    expect(await help({ LEAKLENS_LANG: "de" })).toEqual({
      status: 2,
      out: "",
      err: "leaklens: LEAKLENS_LANG de is none of en, zh\n",
    });
  });
});

/** What of a help is the same in every language: flags, and names that stand for what is given. */
const flagsOf = (help: string) => help.match(/^ {2}(?:-\w, )?--[\w-]+(?: [A-Z/=]+\b)?/gm) ?? [];

describe("help", () => {
  it.each(COMMANDS.map((command) => command.name))(
    "of %s is in both languages, with the same flags",
    async (name) => {
      const english = (await run([name, "--help"])).out;
      const chinese = (await run([name, "--help", "--lang", "zh"])).out;
      expect(english).not.toMatch(CHINESE);
      expect(flagsOf(chinese)).toEqual(flagsOf(english));
      const [, ...said] = chinese.split("\n\n").filter((part) => !part.startsWith("  "));
      expect(said.length).toBeGreaterThan(0);
      for (const part of said) expect(part).toMatch(CHINESE);
    },
  );

  it("lists each command with what it does, in both languages", async () => {
    const english = (await run(["--help"])).out;
    const chinese = (await run(["--help", "--lang", "zh"])).out;
    for (const { name, takes } of COMMANDS) {
      const line = (help: string) =>
        help.split("\n").find((l) => l.replace(/[[\]]/g, "").startsWith(`  leaklens ${name} `)) ??
        "";
      expect(line(english)).toContain(takes);
      expect(line(english)).not.toMatch(CHINESE);
      expect(line(chinese)).toContain(takes);
      expect(line(chinese)).toMatch(CHINESE);
    }
  });
});

describe("in Chinese", () => {
  it("the table of top is that of pprof, byte for byte", async () => {
    for (const more of [[], ["--cum", "-n", "5"], ["--json"], ["--focus", "json"]]) {
      const english = await run(["top", STORM, ...more]);
      expect(await run(["top", STORM, ...more, "--lang", "zh"])).toEqual(english);
    }
  });

  it("what is wrong is told, with the same status and the same names", async () => {
    const told = async (...args: string[]) => {
      const { status, err } = await run([...args, "--lang", "zh"]);
      return [status, err];
    };
    expect(await told()).toEqual([2, "leaklens: 请给出文件；参见 leaklens --help\n"]);
    expect(await told("top", "missing.pb.gz")).toEqual([
      1,
      "leaklens: missing.pb.gz: 没有此文件\n",
    ]);
    expect(await told("top", STORM, "--wide")).toEqual([
      2,
      "leaklens: 未知选项 '--wide'；参见 leaklens top --help\n",
    ]);
    expect(await told("top", STORM, "--focus")).toEqual([
      2,
      "leaklens: 选项 '--focus <value>' 缺少参数；参见 leaklens top --help\n",
    ]);
    expect(await told("top", STORM, "-n", "1.5")).toEqual([
      2,
      "leaklens: --nodecount 需要不小于 0 的整数，而不是“1.5”\n",
    ]);
  });
});
