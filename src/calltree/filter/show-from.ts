import type { Profile } from "../../profile/profile.js";

/** What -show_from of pprof leaves of the stacks. */
export interface CutAtCaller {
  /** 1 for each line kept */
  readonly keepLine: Uint8Array;
  /** 1 for each sample kept */
  readonly keepSample: Uint8Array;
  /** for each sample how many of its locations nearest the root are left out */
  readonly skipRoot: Uint32Array;
}

/**
 * Leaves out what called the outermost function that matches; samples without one are left out:
 * `ShowFrom` of google/pprof, profile/filter.go.
 * @param functions 1 for each function that matches
 * @param mappings whether each mapping matches; of such a location all lines stay
 * @param keepLine lines that are left before, undefined for all
 */
export function cutAtCaller(
  { samples, locations }: Profile,
  functions: Uint8Array,
  mappings: readonly boolean[],
  before: Uint8Array | undefined,
): CutAtCaller {
  const keepLine = before?.slice() ?? new Uint8Array(locations.lineFunction.length).fill(1);
  const matched = new Uint8Array(locations.count);
  for (let l = 0; l < matched.length; l++) {
    if (mappings[locations.mapping[l]]) {
      matched[l] = 1;
      continue;
    }
    const first = locations.lineOffsets[l];
    for (let k = locations.lineOffsets[l + 1] - 1; k >= first; k--) {
      if (keepLine[k] === 0 || functions[locations.lineFunction[k]] !== 1) continue;
      matched[l] = 1;
      keepLine.fill(0, k + 1, locations.lineOffsets[l + 1]);
      break;
    }
  }
  const keepSample = new Uint8Array(samples.count);
  const skipRoot = new Uint32Array(samples.count);
  for (let s = 0; s < samples.count; s++) {
    const from = samples.stackOffsets[samples.stackOf[s]];
    const to = samples.stackOffsets[samples.stackOf[s] + 1];
    for (let i = to - 1; i >= from; i--) {
      if (matched[samples.stackLocations[i]] === 0) continue;
      keepSample[s] = 1;
      skipRoot[s] = to - 1 - i;
      break;
    }
  }
  return { keepLine, keepSample, skipRoot };
}

/** Of each location only the outermost line that is left: pprof's -noinlines. */
export function outermostLines({ locations }: Profile, before: Uint8Array | undefined): Uint8Array {
  const keepLine = before?.slice() ?? new Uint8Array(locations.lineFunction.length).fill(1);
  for (let l = 0; l < locations.count; l++) {
    const first = locations.lineOffsets[l];
    let k = locations.lineOffsets[l + 1] - 1;
    while (k > first && keepLine[k] === 0) k--;
    if (k > first) keepLine.fill(0, first, k);
  }
  return keepLine;
}
