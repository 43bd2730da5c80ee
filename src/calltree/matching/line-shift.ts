import type { Profile } from "../../profile/profile.js";

/** The first line of each frame that the profiles of one build know; Infinity where none. */
export function firstLines(
  profiles: readonly Profile[],
  ofFunction: readonly Int32Array[],
  frameCount: number,
): Float64Array {
  const out = new Float64Array(frameCount).fill(Number.POSITIVE_INFINITY);
  profiles.forEach(({ locations }, p) => {
    for (let k = 0; k < locations.lineFunction.length; k++) {
      const f = locations.lineFunction[k];
      const line = locations.lineNumber[k];
      if (f < 0 || line <= 0) continue;
      const frame = ofFunction[p][f];
      if (line < out[frame]) out[frame] = line;
    }
  });
  return out;
}

/**
 * By how many lines each file grew between two builds, above the functions that both know: the
 * median over these.
 * @param a first lines by frame, of one build
 * @param b of the other
 */
export function fileShifts(
  files: readonly string[],
  a: Float64Array,
  b: Float64Array,
): Map<string, number> {
  const shifts = new Map<string, number[]>();
  for (let f = 0; f < files.length; f++) {
    const shift = b[f] - a[f];
    if (!Number.isFinite(shift)) continue;
    const known = shifts.get(files[f]);
    if (known) known.push(shift);
    else shifts.set(files[f], [shift]);
  }
  return new Map(
    [...shifts].map(([file, all]) => [file, all.sort((x, y) => x - y)[all.length >> 1]]),
  );
}
