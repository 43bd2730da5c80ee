import { describe, expect, it } from "vitest";
import { matchTest } from "../../src/calltree/layout/box-match.js";
import { boxChange, boxRow } from "../../src/rows/box-rows.js";
import { pictureOf } from "../flamegraph/pictures.js";
import { profileOfStacks } from "../generate.js";

// f0 > f1 > f2, f0 > f3; frames are named f0, f1 and so on
const STACKS = [
  [0, 1, 2],
  [0, 3],
];
const after = profileOfStacks(STACKS, [600n, 400n]);
const before = profileOfStacks(STACKS, [600n, 100n]);
const KINDS = [{ kind: "Pods", pattern: /^f1$/ }];
const FOLDED = pictureOf(profileOfStacks([[0, 1, 2, 3, 4]], [10n]), { plumbing: /^f[0-3]$/ });
const RUN = [...FOLDED.picture.layout.fold].findIndex((fold) => fold >= 0);
const plain = pictureOf(after, { kinds: KINDS });
const compared = pictureOf(after, { base: before });

const boxOf = ({ picture, names }: typeof plain, name: string) => {
  const box = [...picture.layout.frame].findIndex((frame) => names.names[frame] === name);
  expect(box, name).toBeGreaterThan(0);
  return box;
};
const rowOf = (shown: typeof plain, box: number) => {
  const { picture, names } = shown;
  const figures = { total: picture.boxTotal, self: picture.boxSelf, of: picture.total };
  return boxRow(picture, names, figures, box);
};

describe("a row of the call tree", () => {
  it("says what its box holds, what of it is its own, and the share of all", () => {
    expect(rowOf(plain, boxOf(plain, "f0"))).toMatchObject({
      total: 1000,
      self: 0,
      share: 1,
      inner: true,
      fold: -1,
    });
    expect(rowOf(plain, boxOf(plain, "f3"))).toMatchObject({
      total: 400,
      self: 400,
      share: 0.4,
      inner: false,
    });
  });

  it("names the kind of its box, and none for all", () => {
    expect(rowOf(plain, boxOf(plain, "f2")).kind).toBe("Pods");
    expect(rowOf(plain, boxOf(plain, "f3")).kind).toBeUndefined();
    expect(rowOf(plain, 0).kind).toBeUndefined();
  });

  it("has a file for a function alone: not for all, not for a folded run", () => {
    expect(rowOf(FOLDED, RUN)).toMatchObject({ fold: 0, file: undefined });
    expect(rowOf(FOLDED, 0).file).toBeUndefined();
    expect(rowOf(FOLDED, boxOf(FOLDED, "f4")).file).toBeTypeOf("string");
  });

  it("says what changed, and that no change is noise", () => {
    const { picture } = compared;
    const change = (name: string) => boxChange(picture, boxOf(compared, name));
    expect(change("f3").delta).toBe(300);
    expect(change("f2")).toEqual({ delta: 0, noise: true });
  });
});

describe("a search", () => {
  it("finds a folded run by any of its functions, and all by none", () => {
    const { picture, names } = FOLDED;
    const isFound = (name: string, box: number) =>
      matchTest(
        picture.layout,
        Uint8Array.from(names.names, (n) => (n === name ? 1 : 0)),
      )(box);
    expect(isFound("f0", RUN)).toBe(true);
    expect(isFound("f3", RUN)).toBe(true);
    expect(isFound("f4", RUN)).toBe(false);
    for (const name of names.names) expect(isFound(name, 0)).toBe(false);
  });
});
