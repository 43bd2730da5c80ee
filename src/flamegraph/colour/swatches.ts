import { hcl, interpolateLab, rgb } from "d3";
import { type Theme, TONES } from "./canvas-theme.js";
import { faded, legible, mix, readable } from "./contrast.js";
import { CODE_GROUPS } from "./go-modules.js";
import { HUE_COLOURS, HUES, type Hue, OTHER_FILL, UNKNOWN_FILL } from "./kind-hues.js";

/** A fill and what is written and drawn on it. All text on it is readable (WCAG AA). */
export interface Swatch {
  readonly fill: string;
  /** names */
  readonly text: string;
  /** shares, paths of packages */
  readonly dim: string;
  /** lines of hatching and dots; not text */
  readonly mark: string;
  /** a bar at the left edge, which tells the box of a kind from greys where its fill does not */
  readonly edge?: string;
}

/** A swatch with the given fill, or one as near to it as can be written on. */
function swatch(wanted: string, theme: Theme, text?: string): Swatch {
  const { ground, text: strong } = TONES[theme];
  const tones = theme === "light" ? [strong, "#ffffff"] : [strong, "#0f0e0d"];
  const fill = legible(wanted, ground, tones);
  const best = text ?? readable(fill, tones);
  return { fill, text: best, dim: faded(fill, best), mark: mix(fill, best, 0.34) };
}

/** Steps of a ramp from soft to strong. */
export const RAMP = 12;
const SOFT: Readonly<Record<Theme, number>> = { light: 0.12, dark: 0.18 };
const STRONG: Readonly<Record<Theme, number>> = { light: 0.6, dark: 0.62 };

/**
 * The accent is stronger still at its end: CIEDE2000 from every grey of the graph is 20 at least,
 * with deuteranopia and protanopia too. On dark ground that is beyond what light text is read on,
 * so the last steps have dark text, and the tones between, on which neither is read, are left out.
 */
function accentShare(t: number, theme: Theme): number {
  if (theme === "light") return SOFT.light + (0.7 - SOFT.light) * t;
  if (t > 0.8) return 0.82 + 0.4 * (t - 0.8);
  return SOFT.dark + (STRONG.dark - SOFT.dark) * (t / 0.8);
}

/** The full-strength colour of a hue; undefined is the accent. */
export function hueColour(hue: Hue | undefined, theme: Theme): string {
  return hue === undefined ? TONES[theme].accent : HUE_COLOURS[theme][hue];
}

/** `RAMP` swatches of a hue, soft to strong, each with the hue at full strength at its edge. */
export function hueRamp(hue: Hue | undefined, theme: Theme): Swatch[] {
  const colour = hueColour(hue, theme);
  const share = (t: number) =>
    hue === undefined ? accentShare(t, theme) : SOFT[theme] + (STRONG[theme] - SOFT[theme]) * t;
  const fills = ramp((t) => mix(TONES[theme].ground, colour, share(t)));
  return fills.map((fill) => ({ ...swatch(fill, theme), edge: colour }));
}

function ramp(colourAt: (t: number) => string, steps = RAMP): string[] {
  return Array.from({ length: steps }, (_, i) => rgb(colourAt(i / (steps - 1))).formatHex());
}

/** Frames without a colour of their own; rows take turns. */
export function frameSwatches(theme: Theme): [Swatch, Swatch] {
  const { frame, frameText } = TONES[theme];
  return [swatch(frame[0], theme, frameText), swatch(frame[1], theme, frameText)];
}

/** Frames that step back: not lit, or not found. Rows take turns. */
export function dimmedSwatches(theme: Theme): [Swatch, Swatch] {
  const { ground, text: strong } = TONES[theme];
  const tone = theme === "light" ? "#000000" : "#ffffff";
  return [0.035, 0.06].map((share) => {
    const fill = mix(ground, tone, share);
    const text = faded(fill, strong, 0.5);
    return { fill, text, dim: faded(fill, strong, 0.6), mark: mix(fill, text, 0.25) };
  }) as [Swatch, Swatch];
}

/** What belongs to no kind, and what is not known. Rows take turns. */
export function restSwatches(theme: Theme): { other: [Swatch, Swatch]; unknown: [Swatch, Swatch] } {
  const turn = (fill: string): [Swatch, Swatch] => [
    swatch(fill, theme),
    swatch(mix(fill, theme === "light" ? "#000000" : "#ffffff", 0.025), theme),
  ];
  return { other: turn(OTHER_FILL[theme]), unknown: turn(UNKNOWN_FILL[theme]) };
}

/** Steps to each side of zero. */
export const GROWTH_STEPS = 14;

/** Diverging: index GROWTH_STEPS is zero, below it less, above it more. */
export function growthSwatches(theme: Theme): Swatch[] {
  const { moreFill: more, lessFill: less } = TONES[theme];
  const zero = theme === "light" ? "#e9e7e3" : "#2e2c29";
  const reach = theme === "light" ? 0.82 : 0.66;
  const out: Swatch[] = [];
  for (let i = -GROWTH_STEPS; i <= GROWTH_STEPS; i++) {
    const t = (Math.abs(i) / GROWTH_STEPS) * reach;
    const deep = i < 0 && theme === "light" ? t * 0.86 : t;
    out.push(swatch(interpolateLab(zero, i < 0 ? less : more)(deep), theme));
  }
  return out;
}

/**
 * One sequential ramp, nothing survived to all survived. It keeps to the lightnesses that the
 * theme's text is read on, so that none of its steps has to be faded and the ramp never turns.
 */
export function survivalSwatches(theme: Theme): Swatch[] {
  const ends =
    theme === "light" ? ["#e7f2ee", "#86c2b1", "#3c9aa0"] : ["#20302d", "#28504a", "#26706a"];
  const lower = interpolateLab(ends[0], ends[1]);
  const upper = interpolateLab(ends[1], ends[2]);
  return ramp((t) => (t < 0.5 ? lower(t * 2) : upper(t * 2 - 1))).map((f) => swatch(f, theme));
}

/** Hues that modules take by hash. */
export const MODULE_HUES = 18;

/** Swatches of modules: index group * MODULE_HUES + hue. Groups differ in lightness. */
export function moduleSwatches(theme: Theme): Swatch[] {
  const light = [80, 87.5, 92.5, 90];
  const dark = [42, 33, 26, 21];
  const chroma = [26, 17, 12, 3];
  const out: Swatch[] = [];
  CODE_GROUPS.forEach((_, g) => {
    for (let h = 0; h < MODULE_HUES; h++) {
      const l = (theme === "light" ? light : dark)[g];
      const colour = hcl((h * 360) / MODULE_HUES + 10, chroma[g], l)
        .rgb()
        .clamp();
      out.push(swatch(colour.formatHex(), theme));
    }
  });
  return out;
}

/** Every swatch there is in a theme, with what it is for: what the contrast test goes through. */
export function allSwatches(theme: Theme): { use: string; swatch: Swatch }[] {
  const rest = restSwatches(theme);
  const groups: [string, readonly Swatch[]][] = [
    ["frame", frameSwatches(theme)],
    ["dimmed", dimmedSwatches(theme)],
    ["other", rest.other],
    ["unknown", rest.unknown],
    ["growth", growthSwatches(theme)],
    ["survival", survivalSwatches(theme)],
    ["package", moduleSwatches(theme)],
    ["accent", hueRamp(undefined, theme)],
    ...HUES.map((hue): [string, Swatch[]] => [hue, hueRamp(hue, theme)]),
  ];
  return groups.flatMap(([use, list]) => list.map((s) => ({ use, swatch: s })));
}
