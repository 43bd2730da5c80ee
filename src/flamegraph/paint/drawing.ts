/**
 * The few things the painter draws with, in device pixels from the upper left corner. A canvas,
 * an SVG document and a recording for tests all are drawings, so all show the same.
 */
export interface Drawing {
  rect(x: number, y: number, width: number, height: number, fill: string): void;
  /** a rectangle with rounded corners */
  round(x: number, y: number, width: number, height: number, radius: number, fill: string): void;
  /** a frame of the given line width, wholly inside of the rectangle */
  frame(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
    stroke: string,
    line: number,
  ): void;
  /** slanted lines across a rectangle */
  hatch(x: number, y: number, width: number, height: number, stroke: string): void;
  /** a dotted line from left to right, one dot high */
  dots(x: number, y: number, width: number, dot: number, stroke: string): void;
  /** text whose middle is at `y`; `x` is its left end, or its right one */
  text(text: string, x: number, y: number, fill: string, align: "left" | "right"): void;
}
