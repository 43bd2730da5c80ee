import { memo } from "../../lib/memo.js";
import { PROGRAM_WORDS } from "../../words/kubernetes/program-words.js";
import { type Language, language } from "../../words/language.js";
import { KEPT_FRAMES, PLUMBING_RULES } from "../rules/plumbing-rules.js";
import { frameNames, PatternIndex } from "./frame-pattern.js";

const groupsIn = new Map<Language, readonly string[]>();

/** Names of the groups of plumbing frames; the same array as long as the same language is spoken. */
export function plumbingGroups(): readonly string[] {
  const known = groupsIn.get(language());
  if (known) return known;
  const groups = PLUMBING_RULES.map(({ group }) => PROGRAM_WORDS.plumbing[group]);
  groupsIn.set(language(), groups);
  return groups;
}

const index = new PatternIndex([...KEPT_FRAMES, ...PLUMBING_RULES.flatMap((rule) => rule.frames)]);
/** of each pattern: 0, or 1 + the group's index */
const groupOf = [
  ...KEPT_FRAMES.map(() => 0),
  ...PLUMBING_RULES.flatMap((rule, group) => rule.frames.map(() => group + 1)),
];

/** For each frame 0, or 1 + the index of its group in `plumbingGroups`. */
export const plumbingOf = memo((names: readonly string[]) =>
  Uint8Array.from(frameNames(names), (name) => {
    const found = index.match(name)[0];
    return found === undefined ? 0 : groupOf[found];
  }),
);
