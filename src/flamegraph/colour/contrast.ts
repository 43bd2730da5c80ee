import { interpolateRgb, rgb } from "d3";

/** What WCAG 2.2 asks of text (success criterion 1.4.3, level AA). */
export const AA = 4.5;

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const x = luminance(a);
  const y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Two colours mixed in sRGB, as `#rrggbb`; `share` is that of the second. */
export function mix(a: string, b: string, share: number): string {
  return rgb(interpolateRgb(a, b)(share)).formatHex();
}

/** A little more than asked for, so that rounding to `#rrggbb` never falls below. */
const SAFE = AA + 0.05;

/** Of the given tones the one that is read best on `fill`. */
export function readable(fill: string, tones: readonly string[]): string {
  let best = tones[0];
  for (const tone of tones) if (contrast(fill, tone) > contrast(fill, best)) best = tone;
  return best;
}

/** `text` faded towards `fill` as far as it stays readable (AA), but no further than `most`. */
export function faded(fill: string, text: string, most = 0.45): string {
  let share = most;
  while (share > 0.01) {
    const tone = mix(text, fill, share);
    if (contrast(tone, fill) >= SAFE) return tone;
    share -= 0.03;
  }
  return text;
}

/** `fill` faded towards `ground` until one of the tones can be read on it (AA, with room). */
export function legible(fill: string, ground: string, tones: readonly string[]): string {
  let at = fill;
  for (let share = 0; share < 1; share += 0.04) {
    at = mix(fill, ground, share);
    if (contrast(at, readable(at, tones)) >= AA + 0.3) return at;
  }
  return at;
}
