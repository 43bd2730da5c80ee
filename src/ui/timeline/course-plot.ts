import { max, scaleLinear } from "d3";
import type { SetAnswer } from "../../engine/answers.js";
import { itemAt, lastOf, must } from "../../lib/must.js";
import { momentsOf } from "../controls/moments.js";
import { STRIP } from "./timeline-parts.js";

/** Where the files of a series stand in the strip, in pixels. */
export interface CoursePlot {
  readonly left: number;
  readonly right: number;
  /** of a file */
  x(file: number): number;
  /** of a value of the set's unit */
  y(value: number): number;
  /** Which file stands nearest to a place. */
  nearest(x: number): number;
}

/** Space between a snapshot and the edge. */
const PADDING = 12;

/**
 * Places files by their times; where one has none, at even steps in their order.
 * @param right edge of the plot
 */
export function plotCourse(
  { order, times, totals }: Pick<SetAnswer, "order" | "times" | "totals">,
  right: number,
): CoursePlot {
  const { at } = momentsOf(order.map((i) => times[i]));
  const first = itemAt(at, 0);
  const last = lastOf(at);
  const scale = scaleLinear(
    [first, last === first ? first + 1 : last],
    [STRIP.left + PADDING, right - PADDING],
  );
  const places = new Map(order.map((i, n) => [i, scale(itemAt(at, n))]));
  const x = (file: number) => must(places.get(file), "place of a file");
  return {
    left: STRIP.left,
    right,
    x,
    y: scaleLinear([0, max(totals) || 1], [STRIP.height - STRIP.bottom, STRIP.top]),
    nearest: (place) => {
      const away = (file: number) => Math.abs(x(file) - place);
      return order.reduce((best, file) => (away(file) < away(best) ? file : best));
    },
  };
}
