import type { Drawing } from "./drawing.js";

/**
 * Writes an SVG document: text stays text, so it can be searched and edited. Coordinates are those
 * of the drawing; nothing that is given to it can become markup.
 */
export class SvgDrawing implements Drawing {
  private readonly parts: string[] = [];
  private readonly patterns = new Map<string, string>();

  /**
   * @param ratio pixels of the drawing to a CSS pixel, for lines as thin as a canvas has them
   * @param fontSize in pixels of the drawing
   * @param measure width of a text in pixels of the drawing: it is written down, so that a viewer
   *   with another font keeps to the places that the texts were given
   */
  constructor(
    private readonly ratio: number,
    private readonly fontSize: number,
    private readonly fontFamily: string,
    private readonly measure: (text: string) => number,
  ) {}

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.shape(x, y, width, height, ` fill="${attribute(fill)}"`);
  }

  round(x: number, y: number, width: number, height: number, radius: number, fill: string): void {
    this.shape(x, y, width, height, ` rx="${figure(radius)}" fill="${attribute(fill)}"`);
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
    this.shape(
      x + line / 2,
      y + line / 2,
      Math.max(0, width - line),
      Math.max(0, height - line),
      ` rx="${figure(Math.max(0, radius - line / 2))}" fill="none" stroke="${attribute(stroke)}" stroke-width="${figure(line)}"`,
    );
  }

  hatch(x: number, y: number, width: number, height: number, stroke: string): void {
    let id = this.patterns.get(stroke);
    if (id === undefined) {
      id = `hatch${this.patterns.size + 1}`;
      this.patterns.set(stroke, id);
    }
    this.shape(x, y, width, height, ` fill="url(#${id})"`);
  }

  dots(x: number, y: number, width: number, dot: number, stroke: string): void {
    const d = figure(dot);
    const end = x + width;
    this.parts.push(
      `<path d="M${figure(x)} ${figure(y + dot / 2)}H${figure(end)}" stroke="${attribute(stroke)}" stroke-width="${d}" stroke-dasharray="${d} ${figure(dot * 2)}"/>`,
    );
  }

  text(text: string, x: number, y: number, fill: string, align: "left" | "right"): void {
    const anchor = align === "right" ? ` text-anchor="end"` : "";
    const length = figure(this.measure(text));
    const fixed = length === "0" ? "" : ` textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
    this.write(text, x, y, fill, anchor + fixed);
  }

  /** Text of another size or weight: titles, legends. */
  heading(text: string, x: number, y: number, fill: string, size: number, weight: number): void {
    this.write(text, x, y, fill, ` font-size="${figure(size)}" font-weight="${figure(weight)}"`);
  }

  /** All that is drawn between this and `end` is moved by `x` and `y` and cut off at a size. */
  begin(x: number, y: number, width: number, height: number): void {
    this.parts.push(
      `<svg x="${figure(x)}" y="${figure(y)}" width="${figure(width)}" height="${figure(height)}" overflow="hidden">`,
    );
  }

  end(): void {
    this.parts.push("</svg>");
  }

  /** The document, which opens by itself. */
  document(width: number, height: number, title: string): string {
    const w = figure(width);
    const h = figure(height);
    const patterns = [...this.patterns].map(([stroke, id]) => this.pattern(id, stroke)).join("");
    return [
      `<?xml version="1.0" encoding="UTF-8"?>`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${attribute(this.fontFamily)}" font-size="${figure(this.fontSize)}">`,
      `<title>${content(title)}</title>`,
      ...(patterns ? [`<defs>${patterns}</defs>`] : []),
      ...this.parts,
      "</svg>",
      "",
    ].join("\n");
  }

  private write(text: string, x: number, y: number, fill: string, more: string): void {
    this.parts.push(
      `<text x="${figure(x)}" y="${figure(y)}" fill="${attribute(fill)}"${more} xml:space="preserve">${content(text)}</text>`,
    );
  }

  private shape(x: number, y: number, width: number, height: number, more: string): void {
    this.parts.push(
      `<rect x="${figure(x)}" y="${figure(y)}" width="${figure(width)}" height="${figure(height)}"${more}/>`,
    );
  }

  private pattern(id: string, stroke: string): string {
    const step = Math.max(3, Math.round(4 * this.ratio));
    const lines = [-step, 0, step]
      .map((at) => `M${at - 1} ${step + 1}L${at + step + 1} -1`)
      .join("");
    const line = figure(Math.max(1, this.ratio * 0.9));
    return `<pattern id="${id}" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><path d="${lines}" stroke="${attribute(stroke)}" stroke-width="${line}"/></pattern>`;
  }
}

/** Text as it stands between tags. Characters that no XML document may hold become U+FFFD. */
function content(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));
}

/** Text as it stands in a quoted attribute. */
function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;");
}

function figure(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0";
}
