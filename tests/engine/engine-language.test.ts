import { afterEach, describe, expect, it } from "vitest";
import { Engine, type EngineAsks } from "../../src/engine/engine.js";
import { NO_BASE, type Question } from "../../src/engine/question.js";
import { finish } from "../../src/lib/steps.js";
import type { Profile } from "../../src/profile/profile.js";
import { speak } from "../../src/words/language.js";
import { PLAIN_QUESTION } from "../question.js";
import { recording } from "../recordings.js";

const CASES = {
  "a series with a base": {
    files: [0, 2, 5].map((n) => `leaking-operator/0${n}.pb.gz`),
    ask: { shown: 2, base: 0 },
  },
  "one heap of an API server": {
    files: ["configmap-list-storm/05-storm-gc.pb.gz"],
    ask: { shown: 0, base: NO_BASE },
  },
};

/** Every question, with what goes with it. */
const ASKS: { [K in keyof EngineAsks]?: EngineAsks[K]["with"] } = {
  set: undefined,
  program: undefined,
  picture: undefined,
  table: undefined,
  callers: { name: "main.main" },
  search: { pattern: "json" },
  kinds: undefined,
  lit: undefined,
  finding: undefined,
  heldBy: undefined,
  suspects: undefined,
  knownIssues: { path: "" },
  detail: { path: "" },
  labels: { path: "" },
  report: { link: "" },
};

function opened(files: readonly string[], profiles: readonly Profile[]): Engine {
  const engine = new Engine();
  profiles.forEach((profile, i) => {
    engine.library.add(`${i}`, files[i]!, profile);
  });
  return engine;
}

function answersOf(engine: Engine, question: Question): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(ASKS).map(([name, extra]) => {
      try {
        return [name, finish(engine.ask(name as "report", question, extra as never))];
      } catch (error) {
        return [name, String(error)];
      }
    }),
  );
}

/** What can be read of answers: their texts, without figures of each node. */
const texts = (answers: unknown): string =>
  JSON.stringify(answers, (_, value) =>
    ArrayBuffer.isView(value) ? (value as Float64Array).length : value,
  );

afterEach(() => speak("en"));

describe("an engine that was asked in another language", () => {
  it.each(Object.entries(CASES))("answers as a new one: %s", async (_, { files, ask }) => {
    const profiles = await Promise.all(files.map(recording));
    const question: Question = {
      ...PLAIN_QUESTION,
      files: files.map((_, i) => `${i}`),
      ...ask,
    };
    const fresh = () => texts(answersOf(opened(files, profiles), question));
    const english = fresh();
    await speak("zh", "issues");
    const chinese = fresh();
    expect(chinese).not.toBe(english);
    await speak("en");
    const engine = opened(files, profiles);
    const asked = () => texts(answersOf(engine, question));
    expect(asked()).toBe(english);
    await speak("zh", "issues");
    expect(asked()).toBe(chinese);
    await speak("en");
    expect(asked()).toBe(english);
  });

  it.each(Object.entries(CASES))("reports in Chinese alone: %s", async (_, { files, ask }) => {
    const profiles = await Promise.all(files.map(recording));
    const question = { ...PLAIN_QUESTION, files: files.map((_, i) => `${i}`), ...ask };
    await speak("zh", "issues");
    const report = finish(
      opened(files, profiles).ask("report", question, { link: "https://example.com/#v=1" }),
    );
    expect(report).toMatch(/^# Go 堆：/);
    // Names of code, addresses, and the names of what they lead to are the same in every language.
    const said = report.replace(/`[^`]*`|（[^（）]*：<[^>]*>）|<[^>]*>/g, "");
    expect(said.split("\n").filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(line))).toEqual(
      [],
    );
  });

  it("tells a file's notes in the language that is spoken", async () => {
    const [file] = CASES["one heap of an API server"].files;
    const profile = { ...(await recording(file!)), timeNanos: 1n };
    const { facts } = opened([file!], [profile]).library.get("0");
    const english = [...facts.notes];
    await speak("zh", "issues");
    expect(english).toHaveLength(facts.notes.length);
    expect(english.at(-1)).toMatch(/^The file's time makes no sense/);
    expect(facts.notes.at(-1)).toMatch(/^文件的时间不合理/);
  });
});
