import { afterEach, describe, expect, it } from "vitest";
import { KNOWN_ISSUES } from "../../src/known-issues/known-issues.js";
import { speak } from "../../src/words/language.js";
import { RELEASES_WORDS } from "../../src/words/releases-words.js";

afterEach(() => speak("en"));

/** What stays in any language: releases, names of metrics, flags and functions. */
const factsOf = (text: string) =>
  new Set(text.match(/\bv?\d+\.\d+\.\d+\b|--[\w-]+(?:=[\w]+)?|\b\w+_\w+\b|\b[a-z]+\.[A-Z]\w+/g));

describe("words of the known issues", () => {
  it("are read in the language that is spoken when they are read", async () => {
    const issue = KNOWN_ISSUES[0]!;
    const english = issue.title;
    await speak("zh", "issues");
    expect(issue.title).toMatch(/[\u4E00-\u9FFF]/);
    await speak("en");
    expect(issue.title).toBe(english);
  });

  it("name the same releases, flags, metrics and functions in both languages", async () => {
    const facts = () =>
      KNOWN_ISSUES.map(({ id, title, tellApart, act }) => [
        id,
        ...[title, tellApart, act].map((text) => [...factsOf(text)].sort()),
      ]);
    const english = facts();
    await speak("zh", "issues");
    expect(facts()).toEqual(english);
  });

  it("say in Chinese whose an issue is, where that is no name", async () => {
    await speak("zh", "issues");
    const whose = new Set(KNOWN_ISSUES.map(({ scope }) => scope.of));
    expect(whose).toContain("Kubernetes 组件");
    expect([...whose].filter((of) => /[a-z]'s |\bof\b/.test(of))).toEqual([]);
  });

  it("say how far a release is known", async () => {
    await speak("zh", "issues");
    expect(RELEASES_WORDS.since("1.33")).toBe("1.33 或更高版本");
    expect(RELEASES_WORDS.between("1.31", "1.33")).toBe("1.31 至 1.33");
  });
});
