import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { StackReader } from "../../src/kubernetes/attribution/stack-reader.js";
import type { Profile } from "../../src/profile/profile.js";

/**
 * The first stack of a recording that has all these parts of names, in order from root to leaf;
 * a part that ends in `$` must be the leaf's ending.
 */
export function stackWith(profile: Profile, ...parts: readonly string[]): string[] {
  const frames = buildFrameTable([profile]);
  const reader = new StackReader(profile, frames, 0, undefined);
  for (let s = 0; s < profile.samples.count; s++) {
    const n = reader.read(s);
    const names = Array.from(reader.frames.subarray(0, n), (f) => frames.names[f]!);
    let at = 0;
    names.forEach((name, i) => {
      const part = parts[at];
      if (part === undefined) return;
      const leaf = part.endsWith("$");
      if (leaf ? i === n - 1 && name.endsWith(part.slice(0, -1)) : name.includes(part)) at++;
    });
    if (at === parts.length) return names;
  }
  throw new Error(`no stack with ${parts.join(" > ")}`);
}
