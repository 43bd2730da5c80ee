import { area, curveLinear, line } from "d3";
import type { SetAnswer } from "../../engine/answers.js";
import { TONES } from "../../flamegraph/colour/canvas-theme.js";
import { mix } from "../../flamegraph/colour/contrast.js";
import { itemAt, lastOf } from "../../lib/must.js";
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
      fill: mix(bandColour(key, theme), TONES[theme].panel, TINTS[i] ?? lastOf(TINTS)),
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
    const aside = life.length === 1 ? [-ALONE, ALONE] : [0];
    const points = life.flatMap((file) => aside.map((by) => ({ file, x: x(file) + by, top: 0 })));
    return {
      key: life.join(),
      layers: layers.map(({ key, fill, values }) => {
        const spans = points.map((point) => {
          const from = point.top;
          point.top += Math.max(0, itemAt(values, point.file));
          return { x: point.x, from, to: point.top };
        });
        const shape = area<(typeof spans)[number]>()
          .x((span) => span.x)
          .y0((span) => y(span.from))
          .y1((span) => y(span.to))
          .curve(curveLinear);
        return { key, fill, d: shape(spans) ?? "" };
      }),
      line:
        line<(typeof points)[number]>()
          .x((p) => p.x)
          .y((p) => y(itemAt(set.totals, p.file)))(points) ?? "",
    };
  });
}
