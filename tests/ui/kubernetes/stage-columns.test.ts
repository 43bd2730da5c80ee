import { describe, expect, it } from "vitest";
import type { KindsAnswer } from "../../../src/engine/answers.js";
import { stagesOf } from "../../../src/ui/kubernetes/stage-columns.js";
import { stageLabel } from "../../../src/words/page/kubernetes-words.js";

describe("the columns of stages", () => {
  it("are those at which a kind holds something, the largest change first", () => {
    const answer = {
      stages: { informer: 5, conversion: -9, audit: 0, connections: 20 },
      kinds: [{ stages: { informer: 5 } }, { stages: { conversion: -9, connections: 0 } }],
    } as unknown as KindsAnswer;
    expect(stagesOf(answer)).toEqual(["conversion", "informer"]);
  });

  it("are named as people say it, and a new one by its id", () => {
    expect(stageLabel("watch-fanout")).toBe("watch fan-out");
    expect(stageLabel("of-tomorrow")).toBe("of-tomorrow");
    expect(stageLabel("constructor")).toBe("constructor");
  });
});
