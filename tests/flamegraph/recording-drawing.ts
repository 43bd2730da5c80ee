import type { Drawing } from "../../src/flamegraph/paint/drawing.js";

/** One call of a drawing. */
export interface Mark {
  readonly what: "rect" | "round" | "frame" | "hatch" | "dots" | "text";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly text: string;
  readonly align: "left" | "right";
}

const NOTHING = { width: 0, height: 0, text: "", align: "left" } as const;

/** Notes what is drawn instead of drawing it. */
export class RecordingDrawing implements Drawing {
  readonly marks: Mark[] = [];

  of(...what: Mark["what"][]): Mark[] {
    return this.marks.filter((m) => what.includes(m.what));
  }

  rect(x: number, y: number, width: number, height: number, colour: string): void {
    this.marks.push({ ...NOTHING, what: "rect", x, y, width, height, colour });
  }

  round(x: number, y: number, width: number, height: number, _r: number, colour: string): void {
    this.marks.push({ ...NOTHING, what: "round", x, y, width, height, colour });
  }

  frame(x: number, y: number, width: number, height: number, _r: number, colour: string): void {
    this.marks.push({ ...NOTHING, what: "frame", x, y, width, height, colour });
  }

  hatch(x: number, y: number, width: number, height: number, colour: string): void {
    this.marks.push({ ...NOTHING, what: "hatch", x, y, width, height, colour });
  }

  dots(x: number, y: number, width: number, height: number, colour: string): void {
    this.marks.push({ ...NOTHING, what: "dots", x, y, width, height, colour });
  }

  text(text: string, x: number, y: number, colour: string, align: "left" | "right"): void {
    this.marks.push({ ...NOTHING, what: "text", x, y, colour, text, align });
  }
}
