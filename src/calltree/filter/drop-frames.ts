import { RE2JS } from "re2js";
import type { Profile } from "../../profile/profile.js";

/** What drop_frames and keep_frames of a profile leave of its stacks. */
export interface PrunedStacks {
  /** 1 for each line kept (index into LocationTable.lineFunction) */
  readonly keepLine: Uint8Array;
  /** for each sample how many of its leaf-most locations are left out */
  readonly skipLeaf: Uint32Array;
}

/** In names that C++ compilers write these parentheses open no list of arguments. */
const RESERVED = ["(anonymous namespace)", "operator()"];

/**
 * Leaves out the frames that a profile itself calls uninteresting (an allocator's own), and what
 * they called: `RemoveUninteresting` and `Prune` of google/pprof, profile/prune.go. A pattern
 * that cannot be compiled is passed over, as there.
 * @returns undefined where the profile has no drop_frames or nothing matches them
 */
export function pruneStacks(
  profile: Profile,
  dropFrames = profile.dropFrames,
  keepFrames = profile.keepFrames,
): PrunedStacks | undefined {
  const drop = wholeName(dropFrames);
  if (!drop) return undefined;
  const keep = wholeName(keepFrames);
  if (keepFrames !== "" && !keep) return undefined;
  const { functions, locations, samples, strings } = profile;
  const dropped = new Uint8Array(functions.count);
  let any = false;
  for (let f = 0; f < functions.count; f++) {
    const name = strings.get(functions.name[f]) || strings.get(functions.systemName[f]);
    if (name === "") continue;
    const simple = simplified(name);
    if (drop(simple) && !keep?.(simple)) {
      dropped[f] = 1;
      any = true;
    }
  }
  if (!any) return undefined;
  const keepLine = new Uint8Array(locations.lineFunction.length).fill(1);
  // 1 where some lines of a location are left out, 2 where all of it is.
  const pruned = new Uint8Array(locations.count);
  for (let l = 0; l < locations.count; l++) {
    const first = locations.lineOffsets[l];
    const last = locations.lineOffsets[l + 1];
    let outermost = last - 1;
    while (outermost >= first && dropped[locations.lineFunction[outermost]] !== 1) outermost--;
    if (outermost < first) continue;
    pruned[l] = outermost === last - 1 ? 2 : 1;
    // Where the whole location matched, its lines stay for samples that are not cut at it.
    if (pruned[l] === 1) keepLine.fill(0, first, outermost + 1);
  }
  const skipLeaf = new Uint32Array(samples.count);
  for (let s = 0; s < samples.count; s++) {
    const from = samples.stackOffsets[samples.stackOf[s]];
    const to = samples.stackOffsets[samples.stackOf[s] + 1];
    let foundUser = false;
    for (let i = to - 1; i >= from; i--) {
      const mark = pruned[samples.stackLocations[i]];
      if (mark === 0) foundUser = true;
      else if (foundUser) {
        skipLeaf[s] = mark === 2 ? i + 1 - from : i - from;
        break;
      }
    }
  }
  return { keepLine, skipLeaf };
}

function wholeName(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern === "") return undefined;
  try {
    const compiled = RE2JS.compile(`^(${pattern})$`);
    return (name) => compiled.test(name);
  } catch {
    return undefined;
  }
}

/** The name without a list of arguments: `simplifyFunc` of profile/prune.go. */
function simplified(name: string): string {
  const bare = name.startsWith(".") ? name.slice(1) : name;
  for (let at = 0; at < bare.length; at++) {
    const reserved = RESERVED.find((r) => bare.startsWith(r, at));
    if (reserved) at += reserved.length - 1;
    else if (bare[at] === "(") return bare.slice(0, at);
  }
  return bare;
}
