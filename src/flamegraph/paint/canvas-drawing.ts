import type { Drawing } from "./drawing.js";

/** The 2D context of a canvas in the page or of one beside it. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws on a canvas. Its transformation is left alone: coordinates are device pixels. */
export class CanvasDrawing implements Drawing {
  private fill = "";
  private readonly hatches = new Map<string, CanvasPattern | null>();

  constructor(
    private readonly context: Context2D,
    private ratio: number,
  ) {}

  /** Another number of device pixels to a CSS pixel. */
  setRatio(ratio: number): void {
    if (ratio === this.ratio) return;
    this.ratio = ratio;
    this.hatches.clear();
  }

  /** Wipes all that was drawn. */
  clear(): void {
    const { canvas } = this.context;
    this.context.clearRect(0, 0, canvas.width, canvas.height);
  }

  /** Call before each frame: sizing a canvas resets its context. */
  begin(font: string): void {
    const { context } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.font = font;
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    this.fill = "";
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.use(fill);
    this.context.fillRect(x, y, width, height);
  }

  round(x: number, y: number, width: number, height: number, radius: number, fill: string): void {
    this.use(fill);
    const { context } = this;
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    context.fill();
  }

  frame(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
    stroke: string,
    line: number,
  ): void {
    const { context } = this;
    context.strokeStyle = stroke;
    context.lineWidth = line;
    context.beginPath();
    context.roundRect(
      x + line / 2,
      y + line / 2,
      Math.max(0, width - line),
      Math.max(0, height - line),
      Math.max(0, radius - line / 2),
    );
    context.stroke();
  }

  hatch(x: number, y: number, width: number, height: number, stroke: string): void {
    let pattern = this.hatches.get(stroke);
    if (pattern === undefined) {
      pattern = this.makeHatch(stroke);
      this.hatches.set(stroke, pattern);
    }
    if (!pattern) return;
    this.context.fillStyle = pattern;
    this.fill = "";
    this.context.fillRect(x, y, width, height);
  }

  dots(x: number, y: number, width: number, dot: number, stroke: string): void {
    this.use(stroke);
    const { context } = this;
    context.beginPath();
    for (let at = x; at + dot <= x + width; at += dot * 3) context.rect(at, y, dot, dot);
    context.fill();
  }

  text(text: string, x: number, y: number, fill: string, align: "left" | "right"): void {
    this.use(fill);
    const { context } = this;
    if (align === "right") {
      context.textAlign = "right";
      context.fillText(text, x, y);
      context.textAlign = "left";
    } else {
      context.fillText(text, x, y);
    }
  }

  private use(fill: string): void {
    if (this.fill === fill) return;
    this.context.fillStyle = fill;
    this.fill = fill;
  }

  private makeHatch(stroke: string): CanvasPattern | null {
    const step = Math.max(3, Math.round(4 * this.ratio));
    const tile =
      typeof OffscreenCanvas === "undefined"
        ? Object.assign(document.createElement("canvas"), { width: step, height: step })
        : new OffscreenCanvas(step, step);
    const context = tile.getContext("2d") as Context2D | null;
    if (!context) return null;
    context.strokeStyle = stroke;
    context.lineWidth = Math.max(1, this.ratio * 0.9);
    context.beginPath();
    for (const at of [-step, 0, step]) {
      context.moveTo(at - 1, step + 1);
      context.lineTo(at + step + 1, -1);
    }
    context.stroke();
    return this.context.createPattern(tile, "repeat");
  }
}
