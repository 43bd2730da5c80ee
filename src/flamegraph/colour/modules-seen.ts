import type { FrameNames, Picture } from "../../engine/answers.js";
import { FLAMEGRAPH_WORDS } from "../../words/flamegraph-words.js";
import { moduleSwatch } from "./box-colours.js";
import type { Theme } from "./canvas-theme.js";
import { originOf } from "./go-modules.js";
import { moduleSwatches } from "./swatches.js";

/** A module is named in the legend where a box of it has at least this share of the whole. */
const SEEN_SHARE = 0.01;
const MOST_MODULES = 10;

/**
 * The modules of boxes that are wide enough to be noticed, the widest first, each with the colour
 * that its widest box has.
 */
export function modulesSeen(
  { layout }: Picture,
  names: FrameNames,
  theme: Theme,
): { module: string; colour: string }[] {
  const widest = new Map<string, { width: number; name: string }>();
  const least = (layout.width[0] ?? 0) * SEEN_SHARE;
  for (let box = 1; box < layout.count; box++) {
    const width = layout.width[box];
    const frame = layout.frame[box];
    if (frame < 0 || width < least) continue;
    const name = names.names[frame] ?? "";
    const { module } = originOf(name);
    const known = widest.get(module);
    if (!known || width > known.width) widest.set(module, { width, name });
  }
  const swatches = moduleSwatches(theme);
  return [...widest]
    .sort(([a, x], [b, y]) => y.width - x.width || (a < b ? -1 : 1))
    .slice(0, MOST_MODULES)
    .map(([module, { name }]) => ({
      module: moduleText(module),
      colour: swatches[moduleSwatch(name)].fill,
    }));
}

function moduleText(module: string): string {
  if (module === "std") return FLAMEGRAPH_WORDS.legend.module.standard;
  return module || FLAMEGRAPH_WORDS.legend.module.none;
}
