import type { Surface } from "./viewport.js";

/** Fonts for names in boxes when the page sets none. */
export const FONT_FAMILY = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** The area an element has, at the device's pixels. */
export function surfaceOf(element: HTMLElement): Surface {
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    ratio: window.devicePixelRatio || 1,
  };
}

/** Gives a canvas the device pixels of a surface; clears it when its size changes. */
export function fitCanvas(canvas: HTMLCanvasElement, surface: Surface): void {
  const width = Math.max(1, Math.round(surface.width * surface.ratio));
  const height = Math.max(1, Math.round(surface.height * surface.ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** Whether the person asked for less movement. */
export function prefersLessMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
