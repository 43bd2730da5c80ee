import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/engine/answers.js";
import { drawnFigures } from "../../../src/flamegraph/paint/figures.js";
import { profileOfStacks } from "../../generate.js";
import { pictureOf } from "../pictures.js";

describe("the figures written into boxes", () => {
  const stacks = [[0, 1], [0]];
  const base = profileOfStacks(stacks, [600n, 100n]);
  const now = profileOfStacks(stacks, [200n, 100n]);
  const { picture } = pictureOf(now, { base });
  const drawn = (change: Partial<Picture>, side?: "before" | "after") =>
    drawnFigures({ ...picture, ...change }, side);

  it("are what the widths stand for", () => {
    expect(drawn({})).toMatchObject({ total: picture.boxTotal, of: picture.of, signed: false });
    expect(drawn({ widths: "after" }).total).toBe(picture.boxTotal);
    // A frame that is half as wide as the graph is not 4% of anything seen.
    const before = drawn({ widths: "before" });
    expect(before.total).toBe(picture.boxBaseTotal);
    expect(before.of).toBe(700);
    const change = drawn({ widths: "delta" });
    expect(change.signed).toBe(true);
    expect(change.total[0]).toBe(-400);
  });

  it("are those of its own side where two graphs stand side by side", () => {
    expect(drawn({ widths: "delta" }, "after").total).toBe(picture.boxTotal);
    expect(drawn({ widths: "after" }, "before").total).toBe(picture.boxBaseTotal);
  });

  it("are changes without another base of a file that is a difference", () => {
    expect(drawn({ widths: "larger", isDelta: true }).total).toBe(picture.boxTotal);
  });
});
