import { describe, expect, it } from "vitest";
import type { Progress } from "../../src/worker/protocol.js";
import { spacedProgress, TOLD_EACH } from "../../src/worker/spaced-progress.js";

const reading = (share: number): Progress => ({ of: "a.pb.gz", doing: "decoding", share });

describe("progress of work that is done in many small steps", () => {
  it("is told at once, then seldom enough that the page has time to draw it", () => {
    const told: [at: number, share: number][] = [];
    let at = 1000;
    const tell = spacedProgress(
      ({ share }) => told.push([at, share]),
      () => at,
    );
    for (let step = 0; step < 100; step++, at += 12) tell(reading(step / 100));
    expect(told[0]).toEqual([1000, 0]);
    const gaps = told.slice(1).map(([when], i) => when - told[i]![0]);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(TOLD_EACH);
    expect(Math.max(...gaps)).toBeLessThan(TOLD_EACH + 12);
  });

  it("is told as it is then, not as it was when it was last left out", () => {
    const told: Progress[] = [];
    let at = 0;
    const tell = spacedProgress(
      (progress) => told.push(progress),
      () => at,
    );
    tell(reading(0.1));
    at = TOLD_EACH - 1;
    tell(reading(0.2));
    at = TOLD_EACH;
    tell({ of: "picture", doing: "building", share: 0.3 });
    expect(told).toEqual([reading(0.1), { of: "picture", doing: "building", share: 0.3 }]);
  });
});
