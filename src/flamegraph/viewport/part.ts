import type { FlameLayout } from "../../calltree/layout/layout.js";
import { boxAtPath } from "./path-anchor.js";
import { clampViewport, type Surface, type Viewport, viewportOfBox } from "./viewport.js";

/**
 * Where one looks, as text of a view: `from,share,top`. From and share are shares of the zoomed
 * box's width, top is in CSS pixels. "" stands for the whole of the box, as a zoom leads to it.
 */
export type PartText = string;

/** Below this difference two shares of the width are the same on any screen. */
const SAME = 1e-5;

/** What is seen as text; "" where it is just the zoomed box. A box that is not there is the root. */
export function partOf(
  layout: FlameLayout,
  zoom: string,
  viewport: Viewport,
  surface: Surface,
): PartText {
  const box = Math.max(0, boxAtPath(layout, zoom));
  const wide = layout.width[box] || 1;
  const from = (viewport.x - layout.x[box]) / wide;
  const share = viewport.width / wide;
  const whole = Math.abs(from) < SAME && Math.abs(share - 1) < SAME;
  const top = Math.round(viewport.top);
  if (whole && top === Math.round(viewportOfBox(layout, box, 0, surface).top)) return "";
  const width = whole ? "0,1" : `${rounded(from, share)},${rounded(share, share)}`;
  return top === 0 ? width : `${width},${top}`;
}

/** Six digits of what a share of the part is worth: a tenth of a pixel on any screen. */
function rounded(value: number, share: number): string {
  const digits = Math.min(15, Math.max(0, 6 - Math.floor(Math.log10(share))));
  return value.toFixed(Math.max(1, digits)).replace(/\.?0+$/, "") || "0";
}

/** A part's numbers; undefined where the text is none. */
export function parsePart(
  text: PartText,
): { from: number; share: number; top: number } | undefined {
  if (!/^-?\d{1,12}(\.\d{1,15})?,\d{1,12}(\.\d{1,15})?(,\d{1,9})?$/.test(text)) return undefined;
  const [from, share, top = 0] = text.split(",").map(Number);
  return share > 0 ? { from, share, top } : undefined;
}

/** The viewport that a part stands for; that of the zoomed box where the text is none. */
export function viewportOfPart(
  layout: FlameLayout,
  zoom: string,
  text: PartText,
  surface: Surface,
): Viewport {
  const box = Math.max(0, boxAtPath(layout, zoom));
  const part = parsePart(text);
  if (!part) return viewportOfBox(layout, box, 0, surface);
  const wide = layout.width[box] || 1;
  const x = layout.x[box] + part.from * wide;
  return clampViewport({ x, width: part.share * wide, top: part.top }, layout, surface);
}

/** Whether two parts show another width: only then going back has something to undo. */
export function sameWidth(a: PartText, b: PartText): boolean {
  const x = parsePart(a)?.share ?? 1;
  const y = parsePart(b)?.share ?? 1;
  return Math.abs(x - y) <= 1e-3 * Math.max(x, y);
}
