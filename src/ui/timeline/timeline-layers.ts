import { area, curveLinear, line } from "d3";
import type { SetAnswer } from "../../engine/answers.js";
import { TONES } from "../../flamegraph/colour/canvas-theme.js";
import { mix } from "../../flamegraph/colour/contrast.js";
import { bandColour } from "../controls/band-colour.js";
import { livesOf } from "./lives.js";

/** A layer of the timeline: a kind, or one stage of it, with its colour. */
export interface Layer {
  readonly key: string;
  readonly fill: string;
  /** one a file; negative values count as zero */
  readonly values: readonly number[];
}

/** How far the parts of a kind are mixed with the ground: its largest stage is at full strength. */
const TINTS = [0, 0.32, 0.52];

/** The layers from the bottom up: unknown and other, then kinds, each parted by stage in tints. */
export function layersOf(
  set: Pick<SetAnswer, "bands" | "tints">,
  theme: "light" | "dark",
): Layer[] {
  return [...set.bands].reverse().flatMap(({ key, values }) => {
    const parts = set.tints.filter((tint) => tint.key === key);
    if (parts.length === 0) return [{ key, fill: bandColour(key, theme), values }];
    return parts.map((part, i) => ({
      key: `${key} ${part.stage}`,
      fill: mix(bandColour(key, theme), TONES[theme].panel, TINTS[i] ?? TINTS.at(-1)!),
      values: part.values,
    }));
  });
}

/** Half of the width of a file that stands alone, in pixels. */
const ALONE = 5;

/** The drawn shapes of one process: a path for each layer, and the line of the total. */
export interface Course {
  readonly key: string;
  readonly layers: readonly { readonly key: string; readonly fill: string; readonly d: string }[];
  readonly line: string;
}

/** Shapes for each process of the set: from one to the next nothing is drawn. */
export function coursesOf(
  set: Pick<SetAnswer, "kind" | "order" | "restarts" | "totals">,
  layers: readonly Layer[],
  x: (file: number) => number,
  y: (value: number) => number,
): Course[] {
  return livesOf(set).map((life) => {
    // A single moment is a small column.
    const points =
      life.length === 1
        ? [-ALONE, ALONE].map((by) => ({ file: life[0]!, x: x(life[0]!) + by }))
        : life.map((file) => ({ file, x: x(file) }));
    const below = new Float64Array(points.length);
    return {
      key: life.join(),
      layers: layers.map(({ key, fill, values }) => {
        const from = [...below];
        const to = points.map((p, n) => from[n]! + Math.max(0, values[p.file]!));
        below.set(to);
        const shape = area<number>()
          .x((n) => points[n]!.x)
          .y0((n) => y(from[n]!))
          .y1((n) => y(to[n]!))
          .curve(curveLinear);
        return { key, fill, d: shape(points.map((_, n) => n)) ?? "" };
      }),
      line:
        line<(typeof points)[number]>()
          .x((p) => p.x)
          .y((p) => y(set.totals[p.file]!))(points) ?? "",
    };
  });
}
