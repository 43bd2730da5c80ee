import { describe, expect, it } from "vitest";
import { TIMELINE_WORDS } from "../../../src/words/page/timeline-words.js";

describe("words of the timeline", () => {
  it("say how many snapshots there are, and in how long or of how many runs", () => {
    const { snapshots } = TIMELINE_WORDS.relation;
    expect(snapshots(7, 1, "42 min")).toBe("7 snapshots in 42 min");
    expect(snapshots(7, 1, "")).toBe("7 snapshots");
    expect(snapshots(7, 2, "42 min")).toBe("7 snapshots, 2 runs of the program");
  });
});
