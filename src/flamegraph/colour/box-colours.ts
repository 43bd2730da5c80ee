import { scaleLinear, scaleQuantize } from "d3";
import { BOX_OTHER, BOX_UNKNOWN, type FrameNames, type Picture } from "../../engine/answers.js";
import type { Colouring } from "../../engine/question.js";
import { changeError, SIGNIFICANT } from "../../profile/sampling/sampling-error.js";
import type { Theme } from "./canvas-theme.js";
import { CODE_GROUPS, originOf } from "./go-modules.js";
import { hueOf, textHash } from "./kind-hues.js";
import {
  dimmedSwatches,
  frameSwatches,
  GROWTH_STEPS,
  growthSwatches,
  hueRamp,
  MODULE_HUES,
  moduleSwatches,
  RAMP,
  restSwatches,
  type Swatch,
  survivalSwatches,
} from "./swatches.js";

/** Which colour each box has. */
export interface BoxColours {
  readonly swatches: readonly Swatch[];
  /** index into swatches */
  of(box: number): number;
  /** index into swatches of a box that steps back (not lit, or not found) */
  dimmed(box: number): number;
}

export interface ColourOptions {
  readonly colouring: Colouring;
  readonly theme: Theme;
  readonly accentKind: string;
}

/** How the boxes of a picture are coloured. Costs nothing that grows with the number of boxes. */
export function boxColours(
  picture: Picture,
  names: FrameNames,
  options: ColourOptions,
): BoxColours {
  const { colouring, theme, accentKind } = options;
  const base: Swatch[] = [...frameSwatches(theme), ...dimmedSwatches(theme)];
  const { row } = picture.layout;
  const neutral = (box: number): number => row[box] & 1;
  const dimmed = (box: number): number => 2 + (row[box] & 1);
  const from = base.length;
  switch (colouring) {
    case "kind": {
      const { swatches, of } = kindColours(picture, theme, accentKind, from, neutral);
      return { swatches: [...base, ...swatches], of, dimmed };
    }
    case "growth": {
      const swatches = growthSwatches(theme);
      const { boxTotal, boxBaseTotal, boxDeltaError, sampling } = picture;
      const most = largestDelta(picture);
      if (!picture.hasBase) return { swatches: base, of: neutral, dimmed };
      return {
        swatches: [...base, ...swatches],
        of: (box) => {
          const after = boxTotal[box];
          const before = boxBaseTotal[box];
          const held = Math.abs(after) + Math.abs(before);
          const { z } = changeError(after - before, boxDeltaError[box], held, sampling);
          return from + GROWTH_STEPS + growthStep(after - before, z, most);
        },
        dimmed,
      };
    }
    case "survival": {
      const { boxSurvival } = picture;
      const step = scaleQuantize<number>()
        .domain([0, 1])
        .range(Array.from({ length: RAMP }, (_, i) => i));
      return {
        swatches: [...base, ...survivalSwatches(theme)],
        of: (box) => {
          const survival = boxSurvival[box];
          if (survival === undefined || Number.isNaN(survival)) return neutral(box);
          return from + step(survival);
        },
        dimmed,
      };
    }
    case "package": {
      const known: number[] = [];
      const { frame } = picture.layout;
      return {
        swatches: [...base, ...moduleSwatches(theme)],
        of: (box) => {
          const f = frame[box];
          if (f < 0) return neutral(box);
          known[f] ??= from + moduleSwatch(names.names[f] ?? "");
          return known[f];
        },
        dimmed,
      };
    }
  }
}

/** Index into `moduleSwatches` of a function's name. */
export function moduleSwatch(name: string): number {
  const { module, group } = originOf(name);
  return CODE_GROUPS.indexOf(group) * MODULE_HUES + (textHash(module) % MODULE_HUES);
}

function kindColours(
  picture: Picture,
  theme: Theme,
  accentKind: string,
  from: number,
  neutral: (box: number) => number,
): { swatches: Swatch[]; of(box: number): number } {
  const rest = restSwatches(theme);
  const swatches: Swatch[] = [...rest.other, ...rest.unknown];
  const start = new Map<number, number>();
  const hues = new Map<string, number>();
  picture.kinds.forEach((kind, k) => {
    const hue = hueOf(kind, accentKind);
    const key = hue ?? "";
    let at = hues.get(key);
    if (at === undefined) {
      at = from + swatches.length;
      hues.set(key, at);
      swatches.push(...hueRamp(hue, theme));
    }
    start.set(k, at);
  });
  const { boxKind, boxKindShare, layout } = picture;
  const deep = scaleLinear()
    .domain([1, heaviestDepth(picture)])
    .range([0.08, 1])
    .clamp(true);
  return {
    swatches,
    of: (box) => {
      if (box === 0) return 0;
      const kind = boxKind[box];
      const r = layout.row[box];
      if (kind === BOX_OTHER) return from + (r & 1);
      if (kind === BOX_UNKNOWN) return from + 2 + (r & 1);
      const at = start.get(kind);
      if (at === undefined) return neutral(box);
      // Half of the box is the least that gives it the kind: that is tinted softly.
      const pure = Math.min(1, Math.max(0, boxKindShare[box] * 2 - 1));
      return at + Math.round(deep(r) * (0.35 + 0.65 * pure) * (RAMP - 1));
    },
  };
}

/** Number of rows of the path that always takes the widest child: the depth colours go by. */
function heaviestDepth(picture: Picture): number {
  const { layout } = picture;
  let box = 0;
  while (box + 1 < layout.end[box]) box++;
  return Math.max(8, layout.row[box] ?? 0);
}

/** The largest change among the root and its heaviest boxes: what a full colour stands for. */
function largestDelta(picture: Picture): number {
  const { boxTotal, boxBaseTotal, layout } = picture;
  if (layout.count === 0 || !picture.hasBase) return 0;
  let most = Math.abs(boxTotal[0] - boxBaseTotal[0]);
  // Opposite changes cancel in the root; its children tell. They are sorted, so a few will do.
  let child = 1;
  for (let i = 0; i < 64 && child < layout.count; i++) {
    most = Math.max(most, Math.abs(boxTotal[child] - boxBaseTotal[child]));
    child = layout.end[child];
  }
  return most;
}

/** From so many standard errors on a change has all of its colour. */
const SURE = 3.5;

/**
 * The step of the diverging ramp, -GROWTH_STEPS to GROWTH_STEPS. Saturation follows how sure the
 * change is (|z|) as well as how large: noise looks like noise, a sure trifle like a trifle.
 * @param z the change in standard errors (`changeError`); NaN where it has no error
 * @param most the change that has full colour
 */
export function growthStep(delta: number, z: number, most: number): number {
  if (!Number.isFinite(delta) || delta === 0 || !(most > 0)) return 0;
  const errors = Number.isNaN(z) ? SURE : Math.abs(z);
  const sure = errors < SIGNIFICANT ? 0 : Math.min(1, errors / SURE);
  const size = Math.sqrt(Math.min(1, Math.abs(delta) / most));
  const step = Math.round(GROWTH_STEPS * sure * (0.12 + 0.88 * size));
  return step === 0 ? 0 : delta < 0 ? -step : step;
}
