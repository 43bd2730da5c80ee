import type { FrameTable } from "../calltree/frame-table.js";
import { type Granularity, granularFrames } from "../calltree/granularity.js";
import { withLabelFrames } from "../calltree/label-frames.js";
import type { Profile } from "../profile/profile.js";
import { framesCollapsed } from "./collapse.js";
import type { Transform } from "./question.js";

/** Frames as some transforms leave them. */
export interface FramesOfSteps extends ReturnType<typeof framesCollapsed> {
  /** the set's profiles, with the frames that labels make; samples are the same, one for one */
  readonly profiles: readonly Profile[];
  /** how many of the locations nearest the root are labels */
  readonly rootLabels: number;
}

/** Whether a transform changes what the frames are, not only which of them are left. */
export function changesFrames(t: Transform): boolean {
  return /^(?:collapse|tagroot|tagleaf|granularity)$/.test(t.do);
}

/** The frame table of a set's functions, changed as transforms ask for. */
export function framesOfSteps(
  profiles: readonly Profile[],
  frames: FrameTable,
  transforms: readonly Transform[],
): FramesOfSteps {
  const keys = (step: "tagroot" | "tagleaf"): string[] =>
    transforms.flatMap((t) => (t.do === step ? keysOf(t.pattern) : []));
  const root = keys("tagroot");
  const shaped = profiles.map((p) => withLabelFrames(p, { root, leaf: keys("tagleaf") }));
  const table = granularFrames(frames, shaped, granularityOf(transforms));
  const { frames: names, collapsed } = framesCollapsed(table, transforms);
  return { frames: names, collapsed, profiles: shaped, rootLabels: root.length };
}

/** Keys of labels as pprof's flags have them, with commas between. */
function keysOf(text: string): string[] {
  return text.split(",").filter((key) => key !== "");
}

/** The last granularity that was asked for. */
export function granularityOf(transforms: readonly Transform[]): Granularity {
  let found: Granularity = "functions";
  for (const t of transforms) if (t.do === "granularity") found = t.pattern;
  return found;
}
