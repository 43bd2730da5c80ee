import { afterEach, expect, it } from "vitest";
import type { SuspectsAnswer } from "../../../src/engine/answers.js";
import { aboutText } from "../../../src/ui/suspects/about-text.js";
import { speak } from "../../../src/words/language.js";

/** An answer whose suspects, in order, are of a stage and grew by so much. */
const answer = (...suspects: readonly (readonly [stage: string, growth: number])[]) =>
  ({
    about: "growth",
    explained: 0.9,
    suspects: suspects.map(([stage, growth]) => ({ stage, growth })),
  }) as unknown as SuspectsAnswer;

afterEach(() => speak("en"));

it("the list is said to have the largest first where it has", () => {
  for (const of of [
    answer(),
    answer(["application", 3]),
    answer(["watch-receive", 9], ["application", 3]),
    answer(["application", 9], ["watch-receive", 3]),
  ]) {
    expect(aboutText(of)).toBe(
      "Paths that explain 90.0% of the significant growth, largest first.",
    );
  }
});

it("a holder that comes before what it holds, which grew more, is said to", async () => {
  const of = answer(["application", 3], ["watch-receive", 9], ["watch-etcd", 1]);
  expect(aboutText(of)).toBe(
    "Paths that explain 90.0% of the significant growth: the likely holder of what watches decoded, then the others, largest first.",
  );
  await speak("zh");
  expect(aboutText(of)).toMatch(/先是 watch 解码出的对象的可能持有者/);
});
