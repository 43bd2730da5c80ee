import { describe, expect, it } from "vitest";
import { findingAnswer } from "../../../src/engine/answers/finding/finding.js";
import { kindsAnswer } from "../../../src/engine/answers/kinds/kinds.js";
import { picture } from "../../../src/engine/answers/picture.js";
import type { Transform } from "../../../src/engine/question.js";
import { finish } from "../../../src/lib/steps.js";
import { ask } from "../../export/prepared.js";
import { recording } from "../../recordings.js";

async function storm(transforms: readonly Transform[]) {
  const { prepared, question } = ask([await recording("configmap-list-storm/03-storm.pb.gz")], {
    joined: true,
    transforms,
  });
  const text = finish(findingAnswer(prepared, question)).segments.map((s) => s.text);
  return {
    finding: text.join(""),
    kinds: kindsAnswer(prepared, question),
    picture: finish(picture(prepared, question)),
  };
}

describe("after a filter", () => {
  it("the finding speaks of what is shown, and says how much of the heap that is", async () => {
    const { finding, picture } = await storm([{ do: "ignore", pattern: "growSlice" }]);
    const share = ((picture.kept / picture.of) * 100).toFixed(1);
    expect(finding).toContain(`The filters leave ${share}% of the live heap, `);
    expect(finding).toContain(" of what is shown");
    expect(finding).not.toMatch(/\d% of the live heap(?!, )/);
  });

  it("without one nothing is said of filters", async () => {
    const { finding, picture } = await storm([]);
    expect(finding).not.toMatch(/filters|what is shown/);
    expect(picture.kept).toBe(picture.of);
  });

  it("what is left is what graph and kinds are made of", async () => {
    const { kinds, picture } = await storm([{ do: "focus", pattern: "ListResource" }]);
    expect(picture.kept).toBeLessThan(picture.of);
    expect(picture.kept).toBe(picture.total);
    expect(kinds.total).toBe(picture.total);
    expect(kinds.of).toBe(picture.of);
  });
});
