import { afterEach, describe, expect, it } from "vitest";
import type { FindingAnswer } from "../../../../src/engine/answers.js";
import { finish } from "../../../../src/lib/steps.js";
import { LANGUAGES, type Language, speak } from "../../../../src/words/language.js";
import { CASES, opened, titleOf } from "./findings.js";

/** The sentences, what is marked in them in brackets, and where it leads to. */
function written({ segments, aside }: FindingAnswer): string {
  const said = segments.map(({ text, strong, kind, stage, path }) => {
    const leads = [kind, stage, path && "path"].filter(Boolean).join(" ");
    return strong || leads !== "" ? `[${text}${leads === "" ? "" : ` → ${leads}`}]` : text;
  });
  return [said.join(""), ...(aside === "" ? [] : [`(${aside})`])].join("\n");
}

/** Every finding in every language, each by the same engine: what it keeps is of no language. */
async function allWritten(): Promise<Record<Language, string>> {
  const out: Record<Language, string[]> = { en: [], zh: [] };
  for (const one of CASES) {
    const [engine, question] = await opened(one);
    for (const language of LANGUAGES) {
      await speak(language);
      const finding = finish(engine.ask("finding", question, undefined));
      out[language].push(`## ${titleOf(one)}\n${written(finding)}\n`);
    }
  }
  return { en: out.en.join("\n"), zh: out.zh.join("\n") };
}

afterEach(() => speak("en"));

describe("the finding of every recording", () => {
  it("is what it was, in both languages", { timeout: 120_000 }, async () => {
    const { en, zh } = await allWritten();
    await expect(en).toMatchFileSnapshot("./every-finding.en.md");
    await expect(zh).toMatchFileSnapshot("./every-finding.zh.md");
  });
});
