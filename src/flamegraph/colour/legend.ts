import type { FrameNames, KindKey, Picture } from "../../engine/answers.js";
import type { Colouring } from "../../engine/question.js";
import { lastOf } from "../../lib/must.js";
import { FLAMEGRAPH_WORDS } from "../../words/flamegraph-words.js";
import { type Theme, TONES } from "./canvas-theme.js";
import { hueOf, OTHER_DOT, OTHER_FILL, UNKNOWN_DOT, UNKNOWN_FILL } from "./kind-hues.js";
import { modulesSeen } from "./modules-seen.js";
import { GROWTH_STEPS, growthSwatches, hueColour, survivalSwatches } from "./swatches.js";

const WORDS = FLAMEGRAPH_WORDS.legend;

/** One colour of a legend and what it means. */
export interface LegendItem {
  readonly colour: string;
  readonly label: string;
}

/** What the colours of a graph mean, for the page, an SVG or a printed sheet to draw. */
export interface Legend {
  readonly title: string;
  /** separate colours, or the stops of a ramp from left to right */
  readonly form: "items" | "ramp";
  readonly items: readonly LegendItem[];
  /** what else must be known to read the colours */
  readonly note: string;
}

/** The colour of a kind at full strength, as in chips and dots. */
export function kindColour(kind: KindKey, theme: Theme, accentKind: string): string {
  if (kind === "other") return OTHER_DOT[theme];
  if (kind === "unknown") return UNKNOWN_DOT[theme];
  return hueColour(hueOf(kind, accentKind), theme);
}

/** A kind is named in the legend where a box of it has at least this share of the whole. */
const SEEN_SHARE = 0.002;
const MOST_KINDS = 12;

/** The kinds that boxes wide enough to be noticed have, the widest first. */
function kindsSeen({ kinds, boxKind, layout }: Picture): KindKey[] {
  const widest = new Float64Array(kinds.length);
  const least = (layout.width[0] ?? 0) * SEEN_SHARE;
  for (let box = 0; box < boxKind.length; box++) {
    const kind = boxKind[box];
    const width = layout.width[box];
    if (kind >= 0 && width >= least && width > widest[kind]) widest[kind] = width;
  }
  return kinds
    .map((kind, k) => ({ kind, width: widest[k] }))
    .filter(({ width }) => width > 0)
    .sort((a, b) => b.width - a.width)
    .slice(0, MOST_KINDS)
    .map(({ kind }) => kind);
}

/** What a legend follows from besides the picture. */
export interface LegendOptions {
  readonly theme: Theme;
  readonly accentKind: string;
  readonly names: FrameNames;
  /**
   * what the figures are compared with where that is no earlier moment of the same process: "the
   * median", "master-1"; of that nothing grew
   */
  readonly against?: string | undefined;
}

/** Describes the colours of a picture. */
export function legendOf(colouring: Colouring, picture: Picture, options: LegendOptions): Legend {
  const { theme, accentKind, names, against } = options;
  switch (colouring) {
    case "kind":
      return {
        title: WORDS.kind.title,
        form: "items",
        items: [
          ...kindsSeen(picture).map((kind) => ({
            colour: hueColour(hueOf(kind, accentKind), theme),
            label: kind,
          })),
          { colour: OTHER_FILL[theme], label: WORDS.kind.other },
          { colour: UNKNOWN_FILL[theme], label: WORDS.kind.unknown },
          { colour: TONES[theme].frame[0], label: WORDS.kind.mixed },
        ],
        note: WORDS.kind.note,
      };
    case "growth": {
      if (!picture.hasBase) {
        return {
          title: WORDS.noBase.title,
          form: "items",
          items: [{ colour: TONES[theme].frame[0], label: WORDS.noBase.item }],
          note: WORDS.noBase.note,
        };
      }
      const ramp = growthSwatches(theme);
      const stop = (step: number, label: string): LegendItem => ({
        colour: ramp[GROWTH_STEPS + step].fill,
        label,
      });
      return {
        title: picture.isDelta
          ? WORDS.growth.ofDelta
          : against
            ? WORDS.growth.against(against)
            : WORDS.growth.sinceBase,
        form: "ramp",
        items: [
          stop(-GROWTH_STEPS, WORDS.growth.less),
          stop(-GROWTH_STEPS / 2, ""),
          stop(0, WORDS.growth.none),
          stop(GROWTH_STEPS / 2, ""),
          stop(GROWTH_STEPS, WORDS.growth.more),
        ],
        note: picture.sampling.basis === "exact" ? "" : WORDS.growth.note,
      };
    }
    case "survival": {
      const ramp = survivalSwatches(theme);
      return {
        title: WORDS.survival.title,
        form: "ramp",
        items: [
          { colour: ramp[0].fill, label: WORDS.survival.none },
          { colour: ramp[Math.floor(ramp.length / 2)].fill, label: "" },
          { colour: lastOf(ramp).fill, label: WORDS.survival.all },
        ],
        note: picture.survivalRefused || WORDS.survival.note,
      };
    }
    case "package": {
      return {
        title: WORDS.module.title,
        form: "items",
        items: modulesSeen(picture, names, theme).map(({ module, colour }) => ({
          colour,
          label: module,
        })),
        note: WORDS.module.note,
      };
    }
  }
}
