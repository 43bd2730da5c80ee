import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Hovering } from "../../../src/flamegraph/input/hover.js";
import { standing } from "../../../src/flamegraph/paint/highlight.js";
import type { Facts } from "../../../src/flamegraph/paint/tooltip-content.js";
import type { FlameGraphProps } from "../../../src/flamegraph/props.js";
import { pathOf } from "../../../src/flamegraph/viewport/path-anchor.js";
import { pictureOfStacks } from "../shown.js";

const { picture, names } = pictureOfStacks([[0, 1], [2]], [3n, 1n]);
const stands = standing(picture, undefined, false);
const pathAt = (box: number): string => pathOf(picture.layout, box);

let told: (string | undefined)[];
let hovered: string[];
let props: FlameGraphProps;
let hovering: Hovering;
const host = { style: { cursor: "" }, getBoundingClientRect: () => ({ left: 0, top: 0 }) };

beforeEach(() => {
  vi.stubGlobal("window", { innerWidth: 800, innerHeight: 600 });
  told = [];
  hovered = [];
  props = {
    picture,
    names,
    plumbingGroups: [],
    orientation: "icicle",
    colouring: "kind",
    matches: undefined,
    lit: false,
    zoom: "",
    part: "",
    selection: "",
    theme: "light",
    accentKind: "",
    onZoom: () => {},
    onSelect: () => {},
    onUnfold: () => {},
    onHover: (path) => hovered.push(path),
  };
  const tip = { offsetWidth: 10, offsetHeight: 10, style: { transform: "" } };
  hovering = new Hovering(
    host as unknown as HTMLElement,
    tip as unknown as HTMLElement,
    (facts: Facts | undefined) => told.push(facts?.title),
  );
});
afterEach(() => vi.unstubAllGlobals());

describe("hovering", () => {
  it("tells of a box once, however far the pointer moves on it", () => {
    const box = picture.layout.frame.indexOf(1);
    const over = (b: number) => hovering.over({ box: b, blocked: 0 }, props, stands);
    expect([over(box), over(box), over(0), over(box)]).toEqual([true, false, true, true]);
    expect(told).toEqual(["f1", "all", "f1"]);
    expect(hovered).toEqual([pathAt(box), "", pathAt(box)]);
    expect([hovering.box, host.style.cursor]).toEqual([box, "pointer"]);
  });

  it("tells a block from its first box, and marks none of it", () => {
    hovering.over({ box: 2, blocked: 0 }, props, stands);
    expect(hovering.over({ box: 2, blocked: 2 }, props, stands)).toBe(true);
    expect(told.at(-1)).toBe("2 frames");
    expect(hovered.at(-1)).toBe("");
    expect(hovering.box).toBe(-1);
  });

  it("hides the tooltip where nothing is, and says so of the box once", () => {
    hovering.over({ box: 1, blocked: 0 }, props, stands);
    expect(hovering.over(undefined, props, stands)).toBe(true);
    expect(hovering.over(undefined, props, stands)).toBe(false);
    expect(told.slice(1)).toEqual([undefined, undefined]);
    expect(hovered).toEqual([pathAt(1), ""]);
    expect([hovering.box, host.style.cursor]).toEqual([-1, ""]);
  });

  it("is out of the way after a click, until the pointer moves away from there", () => {
    hovering.over({ box: 1, blocked: 0 }, props, stands);
    hovering.clicked(100, 50);
    // The zoom brings something else under the pointer, which hardly moves.
    hovering.over({ box: 2, blocked: 0 }, props, stands);
    hovering.follow(104, 52);
    expect(told).toEqual(["f0", undefined]);
    expect(hovering.box).toBe(2);
    hovering.follow(140, 52);
    expect(told).toEqual(["f0", undefined, "f1"]);
  });

  it("hides a tooltip that a key brought up", () => {
    hovering.describe(1, { x: 1, y: 2, high: 3 }, props, stands);
    expect(hovering.box).toBe(-1);
    hovering.none(undefined);
    expect([told, hovered]).toEqual([["f0", undefined], []]);
  });

  it("finds the box hovered in a linked graph, and tells when it is another", () => {
    const link = (hover: string | undefined) => hovering.link({ ...props, hover });
    expect([link(undefined), link(pathAt(2)), link(pathAt(2))]).toEqual([false, true, false]);
    expect(hovering.linked).toBe(2);
    expect([link("zzz"), hovering.linked]).toEqual([true, -1]);
    expect([link(""), hovering.linked]).toEqual([false, -1]);
  });
});
