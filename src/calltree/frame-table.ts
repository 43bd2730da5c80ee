import { visibleText } from "../lib/visible-text.js";
import { canonicalName } from "../profile/function-name.js";
import type { Profile } from "../profile/profile.js";
import { type LoosenedMatch, loosenedMatches } from "./matching/loose-match.js";

/**
 * The functions of one or several profiles, each once. Two functions are the same frame when
 * their names are equal; with several profiles also when they differ only by vendoring or by a
 * module's version (`canonicalName`), and across builds as `loosened` tells.
 */
export interface FrameTable {
  readonly names: readonly string[];
  /** the names as the files have them, where one holds what `visibleText` writes otherwise */
  readonly rawNames?: readonly string[];
  /** the function's own name where `names` say more of it, or less; absent where they are the same */
  readonly functionNames?: readonly string[];
  /** source file of the first function of this name, "" where unknown */
  readonly files: readonly string[];
  /** for each profile, the frame of each of its functions */
  readonly ofFunction: readonly Int32Array[];
  /** for each profile, the frame of each of its lines (see LocationTable) */
  readonly ofLine: readonly Int32Array[];
  /** for each profile, a frame for each location that has no line, -1 where it has one */
  readonly ofBareLocation: readonly Int32Array[];
  /** functions of different builds that are one frame though their names differ in more; absent where names were not compared with each other */
  readonly loosened?: readonly LoosenedMatch[];
}

/**
 * How names are compared with each other: "builds" knows a function of another build again,
 * "exact" takes names letter by letter as `go tool pprof` does.
 */
export type NameMatching = "builds" | "exact";

/** The names as a file that is written has them. */
export function exactNames(table: FrameTable): readonly string[] {
  return table.rawNames ?? table.names;
}

/** The names by which the functions of a table are judged, whatever is shown of them. */
export function functionNames(table: FrameTable): readonly string[] {
  return table.functionNames ?? table.names;
}

/** Makes the frame table of some profiles, in order of first occurrence. */
export function buildFrameTable(
  profiles: readonly Profile[],
  matching: NameMatching = "builds",
): FrameTable {
  const names: string[] = [];
  const raw: string[] = [];
  const files: string[] = [];
  const known = new Map<string, number>();
  const loose = profiles.length > 1 && matching === "builds";
  const frameOf = (
    name: string,
    file: string,
    key = loose ? canonicalName(name) : name,
  ): number => {
    let frame = known.get(key);
    if (frame === undefined) {
      frame = names.length;
      known.set(key, frame);
      raw.push(name);
      names.push(visibleText(name));
      files.push(visibleText(file));
    }
    return frame;
  };
  const ofFunction: Int32Array[] = [];
  const ofLine: Int32Array[] = [];
  const ofBareLocation: Int32Array[] = [];
  for (const profile of profiles) {
    const { functions, locations, strings, mappings } = profile;
    const functionFrame = new Int32Array(functions.count).fill(-1);
    for (let f = 0; f < functions.count; f++) {
      const name = strings.get(functions.name[f]) || strings.get(functions.systemName[f]);
      if (name) functionFrame[f] = frameOf(name, strings.get(functions.file[f]));
    }
    // What has no name is known by the object it lies in.
    const unnamed = (l: number, startLine = 0): number => {
      const path = mappings[locations.mapping[l]]?.file ?? "";
      const object = path.split("/").at(-1);
      const name = object ? `[${object}]` : "<unknown>";
      return frameOf(name, "", loose ? name : `[${path}] ${startLine}`);
    };
    const lineFrame = new Int32Array(locations.lineFunction.length);
    const bare = new Int32Array(locations.count).fill(-1);
    for (let l = 0; l < locations.count; l++) {
      const first = locations.lineOffsets[l];
      const last = locations.lineOffsets[l + 1];
      if (first === last) bare[l] = unnamed(l);
      for (let k = first; k < last; k++) {
        const f = locations.lineFunction[k];
        const frame = functionFrame[f] ?? -1;
        lineFrame[k] = frame >= 0 ? frame : unnamed(l, functions.startLine[f]);
      }
    }
    for (let f = 0; f < functions.count; f++) {
      if (functionFrame[f] < 0) functionFrame[f] = frameOf("<unknown>", "");
    }
    ofFunction.push(functionFrame);
    ofLine.push(lineFrame);
    ofBareLocation.push(bare);
  }
  const rawNames = raw.some((name, f) => name !== names[f]) ? { rawNames: raw } : {};
  if (!loose) return { names, ...rawNames, files, ofFunction, ofLine, ofBareLocation };
  const { into, matches } = loosenedMatches(profiles, names, files, ofFunction);
  if (matches.length > 0) {
    for (const frames of [...ofFunction, ...ofLine]) {
      for (let i = 0; i < frames.length; i++) frames[i] = into[frames[i]];
    }
  }
  return { names, ...rawNames, files, ofFunction, ofLine, ofBareLocation, loosened: matches };
}
