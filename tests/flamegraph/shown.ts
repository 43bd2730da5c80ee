import fc from "fast-check";
import type { Colouring } from "../../src/engine/question.js";
import { boxColours } from "../../src/flamegraph/colour/box-colours.js";
import { drawnFigures } from "../../src/flamegraph/paint/figures.js";
import { standing } from "../../src/flamegraph/paint/highlight.js";
import { estimatedMeter, Labels } from "../../src/flamegraph/paint/labels.js";
import { FONT_SIZE, type Painting, paintScene } from "../../src/flamegraph/paint/paint.js";
import { createScene, fillScene, type Scene } from "../../src/flamegraph/paint/scene.js";
import type { Surface, Viewport } from "../../src/flamegraph/viewport/viewport.js";
import { profileOfStacks, random, stacksWithValues } from "../generate.js";
import { pictureOf, type Shown, type ShownOptions } from "./pictures.js";
import { RecordingDrawing } from "./recording-drawing.js";

/** How a picture is painted where a test says nothing else. */
export interface PaintOptions {
  readonly flame?: boolean;
  readonly theme?: "light" | "dark";
  readonly matches?: Uint8Array;
  readonly lit?: boolean;
  readonly colouring?: Colouring;
  readonly plumbingGroups?: readonly string[];
}

/** All that a painted picture follows from. */
export function paintingOf({ picture, names }: Shown, options: PaintOptions = {}): Painting {
  const theme = options.theme ?? "light";
  return {
    picture,
    names,
    plumbingGroups: options.plumbingGroups ?? ["Plumbing"],
    figures: drawnFigures(picture),
    colours: boxColours(picture, names, {
      colouring: options.colouring ?? "package",
      theme,
      accentKind: "",
    }),
    standing: standing(picture, options.matches, options.lit ?? false),
    labels: new Labels(names.names, estimatedMeter(FONT_SIZE)),
    theme,
    flame: options.flame ?? false,
  };
}

/** What is seen of a picture, and the calls that draw it. */
export function painted(
  shown: Shown,
  viewport: Viewport,
  surface: Surface,
  options: PaintOptions = {},
): { scene: Scene; drawing: RecordingDrawing } {
  const scene = createScene(16);
  fillScene(scene, shown.picture.layout, viewport, surface);
  const drawing = new RecordingDrawing();
  paintScene(drawing, scene, viewport, surface, paintingOf(shown, options));
  return { scene, drawing };
}

/** A picture of stacks of functions "f0", "f1" and so on, root first. */
export function pictureOfStacks(
  stacks: readonly (readonly number[])[],
  values: readonly bigint[],
  options: ShownOptions = {},
): Shown {
  return pictureOf(profileOfStacks(stacks, values), options);
}

/** Pictures of up to forty stacks. */
export const pictures: fc.Arbitrary<Shown> = stacksWithValues.map(({ stacks, values }) =>
  pictureOfStacks(stacks, values),
);

/** Surfaces of a few hundred pixels, of usual ratios. */
export const surfaces: fc.Arbitrary<Surface> = fc.record({
  width: fc.integer({ min: 40, max: 300 }),
  height: fc.integer({ min: 20, max: 250 }),
  ratio: fc.constantFrom(1, 1.25, 1.5, 2),
});

/** A part of the whole: where it begins, how much of it, and how far down, each 0 to 1. */
export const parts = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  share: fc.oneof(fc.constant(1), fc.double({ min: 1e-4, max: 1, noNaN: true })),
  down: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** A picture of at least `nodes` nodes: a few wide frames, and more and more ever narrower. */
export function hugePicture(nodes: number): Shown {
  const chance = random(9);
  const stacks: number[][] = [];
  const values: bigint[] = [];
  const depth = 24;
  for (let count = 0; count < nodes; count += depth - 4) {
    const stack: number[] = [];
    for (let d = 0; d < depth; d++) {
      stack.push(d * 40 + Math.floor(40 * chance() ** (d < 3 ? 4 : 1)));
    }
    stacks.push(stack);
    values.push(BigInt(Math.ceil(1 / (chance() ** 2 + 1e-5))));
  }
  return pictureOfStacks(stacks, values);
}
