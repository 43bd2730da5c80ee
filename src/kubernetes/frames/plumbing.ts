import { memo } from "../../lib/memo.js";
import { KEPT_FRAMES, PLUMBING_RULES } from "../rules/plumbing-rules.js";
import { frameNames, PatternIndex } from "./frame-pattern.js";

/** Names of the groups of plumbing frames. */
export const PLUMBING_GROUPS: readonly string[] = PLUMBING_RULES.map((rule) => rule.group);

const index = new PatternIndex([...KEPT_FRAMES, ...PLUMBING_RULES.flatMap((rule) => rule.frames)]);
/** of each pattern: 0, or 1 + the group's index */
const groupOf = [
  ...KEPT_FRAMES.map(() => 0),
  ...PLUMBING_RULES.flatMap((rule, group) => rule.frames.map(() => group + 1)),
];

/** For each frame 0, or 1 + the index of its group in PLUMBING_GROUPS. */
export const plumbingOf = memo((names: readonly string[]) =>
  Uint8Array.from(frameNames(names), (name) => {
    const found = index.match(name)[0];
    return found === undefined ? 0 : groupOf[found];
  }),
);
