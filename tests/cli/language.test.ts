import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { pluginArgs } from "../../src/cli/kubectl-plugin.js";
import { cellsOf } from "../../src/cli/output/cells.js";
import { COMMANDS } from "../../src/cli/registry.js";
import { speak } from "../../src/words/language.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");
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
  ])("names the languages that are spoken where it is wrong (%#)", async (args, told) => {
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

/** What of two answers of JSON differs: the path of each text in Chinese. */
function translated(english: unknown, chinese: unknown, path = ""): string[] {
  if (typeof chinese === "string" && CHINESE.test(chinese)) {
    expect(typeof english).toBe("string");
    return [path];
  }
  if (typeof english !== "object" || english === null) {
    expect(chinese, path).toEqual(english);
    return [];
  }
  expect(Object.keys(chinese as object), path).toEqual(Object.keys(english));
  return Object.entries(english).flatMap(([key, value]) =>
    translated(value, (chinese as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

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

  it("tables have their columns one below the other, by the cells of characters", async () => {
    const { out } = await run(["kinds", STORM, "--lang", "zh"]);
    const [, , , ...lines] = out.split("\n");
    const table = lines.slice(0, lines.indexOf(""));
    expect(table.map((line) => line.split(/ {2,}/)[0])).toEqual([
      "资源类型",
      "ConfigMap",
      "非 API 对象",
      "未知",
      "总计",
    ]);
    // The second column ends at the same cell in each line.
    const ends = table.map((line) => cellsOf(/^.*? {2,}\S+( [KMGT]?i?B)?/.exec(line)?.[0] ?? ""));
    expect(new Set(ends).size).toBe(1);
    expect(out).not.toMatch(/^(kind|stage|No API object|unknown|total)\b/m);
  });

  it.each([
    ["kinds", STORM],
    ["suspects", CREATED, STORM],
    ["check", CREATED, STORM, "--max-heap", "1MiB"],
    ["labels", STORM],
  ])("JSON of %s has the same fields, keys and figures", async (...args) => {
    const english = await run([...args, "--json"]);
    const chinese = await run([...args, "--json", "--lang", "zh"]);
    expect(chinese.status).toBe(english.status);
    const changed = translated(JSON.parse(english.out), JSON.parse(chinese.out));
    const isProse = /finding|sentence|notes|said|text|words|program|knownIssues|advice|forecast/;
    expect(changed.filter((path) => !isProse.test(path))).toEqual([]);
    if (args[0] === "check") expect(changed).toContain(".findings.0.sentence");
  });

  it("a check is told as text, as Markdown and as JUnit", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leaklens-language-"));
    const junit = join(folder, "junit.xml");
    const flags = ["--max-heap", "1MiB", "--class", "growing", "--lang", "zh"];
    try {
      const text = await run(["check", CREATED, STORM, ...flags, "--junit", junit]);
      expect(text.status).toBe(3);
      expect(text.err).toBe("leaklens: 2 项预算中有 1 项超出，2 项预算中有 1 项无法判定\n");
      expect(text.out).toMatch(/^超出预算 {2}--max-heap 1\.00 MiB$/m);
      expect(text.out).toMatch(/^ {4}NEW 占用 1\.85 GiB（± 21\.9 MiB），高出预算 1\.85 GiB$/m);
      expect(text.out).toMatch(/^ {4}无法判定是否有 growing 类的可疑点$/m);
      expect(readFileSync(junit, "utf8")).toContain(
        '<testcase classname="leaklens.check" name="--max-heap 1.00 MiB">',
      );
      expect(readFileSync(junit, "utf8")).toContain('message="NEW 占用 1.85 GiB');
      const markdown = await run(["check", CREATED, STORM, ...flags, "--markdown"]);
      expect(markdown.out).toMatch(/^### 堆检查：2 项预算中有 1 项超出/);
      expect(markdown.out).toContain("| 预算 | 结果 |");
      expect((await run(["check", STORM, STORM, "--lang", "zh"])).out).toMatch(/^符合预算\n/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("a report is written, its findings as on the page", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leaklens-language-"));
    const out = join(folder, "report.md");
    try {
      expect((await run(["export", STORM, "-o", out, "--lang", "zh"])).status).toBe(0);
      const report = readFileSync(out, "utf8");
      expect(report).toMatch(/^\*\*ConfigMap\*\* 占存活堆的 \*\*94\.\d%\*\*：/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("suspects are told with their facts in one list", async () => {
    const { out } = await run(["suspects", CREATED, STORM, "--lang", "zh"]);
    expect(out).toMatch(
      /^01-created\.pb\.gz → 03-storm\.pb\.gz：以下路径解释了显著增长的 92\.5%。$/m,
    );
    expect(out).toMatch(
      /^1\. {2}handlers\.transformResponseObject {2}\+897 MiB .*，占增长的 52\.2%$/m,
    );
    expect(out).toMatch(/ConfigMap（形状匹配），json-response，/);
    expect(out).toMatch(/^ {4}路径：/m);
    expect(out).toMatch(/^怎么办$/m);
  });

  it.each([
    [["index"], "index 需要 -o DIR；参见 leaklens index --help"],
    [
      ["index", "-o", "d", "x", "--shard", "4/4"],
      "--shard 需要 I/N，其中 I 为 0 到 N - 1，而不是“4/4”",
    ],
    [
      ["index", "-o", "d", "x", "--path", "a"],
      "--path a 没有给出标签：请写 {cluster}、{node} 或 {pod}",
    ],
    [["record", "-o", "d", "--keep", "3"], "--keep 需与 --until-rss 或 --until-heap 一起使用"],
    [["link", "x", "--app", "no where"], "--app no where 不是地址：地址以 https:// 开头"],
    [["export", "x", "-o", "y.doc"], "y.doc：由后缀决定格式，可用的有 "],
    [["watch", "--keep", "501"], "--keep 最多为 500 轮，这些轮次保存在内存中"],
    [["suspects", STORM], "suspects 需要按时间顺序给出两个以上 FILE"],
  ])("each command tells what is wrong with its flags (%#)", async (args, told) => {
    const { status, err } = await run([...args, "--lang", "zh"]);
    expect(status).toBe(2);
    expect(err.startsWith(`leaklens: ${told}`), err).toBe(true);
  });
});
