import { describe, expect, it } from "vitest";
import type { FlameGraphProps } from "../../src/flamegraph/props.js";
import { isFlame, sameColours, sameSight } from "../../src/flamegraph/props-equal.js";
import { pictureOfStacks } from "./shown.js";

const one = pictureOfStacks([[0]], [1n]);
const two = pictureOfStacks([[0, 1]], [2n]);
const none = (): void => {};
const props: FlameGraphProps = {
  ...one,
  plumbingGroups: [],
  orientation: "icicle",
  colouring: "kind",
  side: "both",
  matches: undefined,
  lit: false,
  zoom: "",
  part: "",
  selection: "",
  hover: "",
  theme: "light",
  accentKind: "",
  label: "",
  onZoom: none,
  onPart: none,
  onSelect: none,
  onHover: none,
  onUnfold: none,
  onPainted: none,
  onMenu: none,
};
/** Another value for each prop. */
const other: Required<FlameGraphProps> = {
  ...two,
  plumbingGroups: ["a"],
  orientation: "flame",
  colouring: "package",
  side: "before",
  matches: new Uint8Array(1),
  lit: true,
  zoom: "a",
  part: "0,0.5",
  selection: "b",
  hover: "c",
  theme: "dark",
  accentKind: "Secret",
  label: "d",
  onZoom: () => {},
  onPart: () => {},
  onSelect: () => {},
  onHover: () => {},
  onUnfold: () => {},
  onPainted: () => {},
  onMenu: () => {},
};
const keys = Object.keys(other) as (keyof FlameGraphProps)[];

describe("two props", () => {
  it("look alike where they differ in no more than hover, label and handlers", () => {
    const unseen = keys.filter((key) => sameSight(props, { ...props, [key]: other[key] }));
    expect(unseen.sort()).toEqual(
      ["hover", "label", ...keys.filter((key) => key.startsWith("on"))].sort(),
    );
  });

  it("colour a picture alike whatever is zoomed, selected, found or lit", () => {
    const recolour = keys.filter((key) => !sameColours(props, { ...props, [key]: other[key] }));
    expect(recolour.sort()).toEqual(["accentKind", "colouring", "names", "theme"]);
  });

  it("are of a flame graph or of an icicle", () => {
    expect([isFlame(props), isFlame(other)]).toEqual([false, true]);
  });
});
