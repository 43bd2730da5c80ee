import { canonicalName } from "../../profile/function-name.js";
import type { Profile } from "../../profile/profile.js";
import { buildsOf } from "./builds.js";
import { fileShifts, firstLines } from "./line-shift.js";

/** Two names of different builds that are taken for one function though they are not equal. */
export interface LoosenedMatch {
  /** the frame that stands for both */
  readonly frame: number;
  readonly name: string;
  readonly other: string;
}

/** The name without type arguments: `Map[...].Get` and `Map[int].Get` are both `Map.Get`. */
export function withoutTypeArguments(name: string): string {
  if (!name.includes("[")) return name;
  let out = "";
  let depth = 0;
  for (const c of name) {
    if (c === "[") depth++;
    else if (c === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0) out += c;
  }
  return out;
}

/**
 * The name with the numbers of closures left out, which shift when code before them changes:
 * `Serve.func2.1` becomes `Serve.func.`; undefined where the name is no closure's, or that of a
 * closure outside of any function, which tells nothing but its number.
 */
export function withoutClosureNumbers(name: string): string | undefined {
  const at = name.search(/\.func\d+(?:\.\d+|\.func\d+)*(?:-fm)?$/);
  if (at < 0 || name.slice(0, at).endsWith(".glob.")) return undefined;
  return name.slice(0, at) + name.slice(at).replace(/\d+/g, "");
}

/**
 * Closures of the two builds may be this many lines apart, beyond what their file grew by: a
 * sampled profile lacks many a closure that its build has, and the next one is not it.
 */
const NEAR_LINES = 3;

/**
 * The second step of matching across builds, for functions that some build lacks: first type
 * arguments do not count, then numbers of closures, where each build has as many of them and
 * they are at the same place of their file. Profiles of one build are never matched so.
 * @param ofFunction for each profile the frame of each function
 * @returns for each frame itself or the frame it is taken for, and what was matched
 */
export function loosenedMatches(
  profiles: readonly Profile[],
  names: readonly string[],
  files: readonly string[],
  ofFunction: readonly Int32Array[],
): { into: Int32Array; matches: LoosenedMatch[] } {
  const into = Int32Array.from(names, (_, f) => f);
  const matches: LoosenedMatch[] = [];
  const builds = buildsOf(profiles);
  const count = Math.max(...builds) + 1;
  if (count < 2) return { into, matches };
  const has = Array.from({ length: count }, () => new Uint8Array(names.length));
  ofFunction.forEach((frames, p) => {
    for (const f of frames) has[builds[p]][f] = 1;
  });
  const unmatched = (): number[] => {
    const out: number[] = [];
    for (let f = 0; f < names.length; f++) {
      if (into[f] === f && has.some((of) => of[f] === 1) && has.some((of) => of[f] === 0)) {
        out.push(f);
      }
    }
    return out;
  };
  const join = (frame: number, other: number): void => {
    into[other] = frame;
    for (const of of has) of[frame] |= of[other];
    matches.push({ frame, name: names[frame], other: names[other] });
  };
  for (const group of grouped(unmatched(), (f) => withoutTypeArguments(canonicalName(names[f])))) {
    if (!names[group[0]].includes("[") && !group.some((f) => names[f].includes("["))) continue;
    if (!spans(group, has)) continue;
    for (const other of group.slice(1)) join(group[0], other);
  }
  const lines = has.map((_, build) => {
    const own = profiles.flatMap((_, p) => (builds[p] === build ? [p] : []));
    return firstLines(
      own.map((p) => profiles[p]),
      own.map((p) => ofFunction[p]),
      names.length,
    );
  });
  const shifts = new Map<string, Map<string, number>>();
  const near = (a: number, b: number): boolean => {
    const x = has.findIndex((of) => of[a] === 1);
    const y = has.findIndex((of) => of[b] === 1);
    const key = `${x} ${y}`;
    let byFile = shifts.get(key);
    if (!byFile) {
      byFile = fileShifts(files, lines[x], lines[y]);
      shifts.set(key, byFile);
    }
    const moved = lines[y][b] - lines[x][a];
    return Math.abs(moved - (byFile.get(files[a]) ?? 0)) <= NEAR_LINES;
  };
  const closureKey = (f: number): string | undefined =>
    withoutClosureNumbers(withoutTypeArguments(canonicalName(names[f])));
  for (const group of grouped(unmatched(), closureKey)) {
    const sides = has
      .map((of) => group.filter((f) => of[f] === 1).sort((a, b) => byNumber(names[a], names[b])))
      .filter((side) => side.length > 0);
    const [first, ...others] = sides;
    // A frame that two builds have is no stranger to either.
    const shared = group.length !== sides.reduce((n, side) => n + side.length, 0);
    if (!first || others.length === 0 || shared) continue;
    if (others.some((side) => side.length !== first.length)) continue;
    if (others.some((side) => side.some((other, i) => !near(first[i], other)))) continue;
    for (const side of others) {
      for (let i = 0; i < side.length; i++) join(first[i], side[i]);
    }
  }
  return { into, matches };
}

/** Groups of two or more frames of the same key. */
function grouped(frames: readonly number[], keyOf: (f: number) => string | undefined): number[][] {
  const groups = new Map<string, number[]>();
  for (const f of frames) {
    const key = keyOf(f);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(f);
    else groups.set(key, [f]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Whether the frames are not all of the same builds. */
function spans(group: readonly number[], has: readonly Uint8Array[]): boolean {
  return group.some((f) => has.some((of) => of[f] !== of[group[0]]));
}

/** Order of closures: func2 before func10. */
function byNumber(a: string, b: string): number {
  const x = a.match(/\d+/g) ?? [];
  const y = b.match(/\d+/g) ?? [];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = Number(x[i]) - Number(y[i]);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}
