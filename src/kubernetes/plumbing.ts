import { frameNames, PatternIndex } from "./framepattern.js";
import { PLUMBING_RULES } from "./plumbingrules.js";

/** Names of the groups of plumbing frames. */
export const PLUMBING_GROUPS: readonly string[] = PLUMBING_RULES.map((rule) => rule.group);

const index = new PatternIndex(PLUMBING_RULES.flatMap((rule) => rule.frames));
const groupOf = PLUMBING_RULES.flatMap((rule, group) => rule.frames.map(() => group));

const known = new WeakMap<readonly string[], Uint8Array>();

/** For each frame 0, or 1 + the index of its group in PLUMBING_GROUPS. */
export function plumbingOf(names: readonly string[]): Uint8Array {
  let groups = known.get(names);
  if (!groups) {
    groups = Uint8Array.from(frameNames(names), (name) => {
      const found = index.match(name)[0];
      return found === undefined ? 0 : groupOf[found]! + 1;
    });
    known.set(names, groups);
  }
  return groups;
}
