import type { FrameTable } from "../../calltree/frame-table.js";
import { frameNames, PatternIndex } from "../frames/frame-pattern.js";
import { namedKind } from "../frames/kind-names.js";
import { isKubernetesFrame, isOwnFrame } from "../frames/own-frames.js";
import { OTHER_RULES } from "../rules/other-rules.js";
import { STAGE_RULES } from "../rules/stage-rules.js";
import { type KindName, OTHER_CATEGORIES, STAGES } from "../vocabulary.js";
import { PathBits, WORD } from "./path-matcher.js";
import { SHAPE_PATTERNS, shapeCodeOf } from "./shape-matcher.js";

/** The frame is a method or conversion of an API type. */
export const TYPED = 1;
/** The frame is code of one resource: a registry, a client, an informer. */
export const RESOURCE = 2;
/** The frame is the program's own code. */
export const OWN = 4;
/** The frame is code of Kubernetes or its libraries, other than a deep copy. */
export const LIBRARY = 8;
/** The frame is a step of a shape; its code stands in the bits above the flags. */
export const SHAPE = 16;
export const SHAPE_SHIFT = 8;

/** Kinds beyond so many are no kinds: a file that has them is not what it seems. */
const MAX_KINDS = 8192;

/** What the frames of a table say, as small integers. */
export interface FrameClasses {
  /** of each frame the row that says what it means, the same for all that mean the same */
  readonly rowOf: Int32Array;
  /**
   * ROW numbers a row: the frame's bits in both words of RULE_PATHS, its flags, and its index
   * into kinds, -1 where it names none
   */
  readonly rows: Int32Array;
  readonly kinds: readonly KindName[];
}

export const ROW = 4;

/** The verdict of a rule for what is no object: its category, and whether it is weak. */
export const WEAK = OTHER_CATEGORIES.length;

/** Stage rules, whose verdict is a stage, and rules for what is no object. */
export const RULE_PATHS = new PathBits([
  STAGE_RULES.map((r) => ({ path: r.path, verdict: STAGES.indexOf(r.stage) })),
  OTHER_RULES.map((r) => ({
    path: r.path,
    verdict: OTHER_CATEGORIES.indexOf(r.category) + (r.weak ? WEAK : 0),
  })),
]);

const patterns = new PatternIndex([...SHAPE_PATTERNS, ...RULE_PATHS.patterns]);
const FIRST_STEP = SHAPE_PATTERNS.length;

/**
 * Judges each frame of a table once, by its name and source file, so that a walk over stacks
 * meets small integers only.
 * @param extra kinds that get an index although no frame names them
 */
export function classifyFrames(frames: FrameTable, extra: readonly KindName[]): FrameClasses {
  const count = frames.names.length;
  const rowOf = new Int32Array(count);
  const rows: number[] = [];
  const known = new Map<string, number>();
  const kinds: KindName[] = [];
  const indices = new Map<string, number>();
  const indexOf = (name: KindName): number => {
    const key = `${name.kind}.${name.group}`;
    let index = indices.get(key);
    if (index === undefined) {
      if (kinds.length >= MAX_KINDS) return -1;
      index = kinds.length;
      indices.set(key, index);
      kinds.push(name);
    }
    return index;
  };
  for (const name of extra) indexOf(name);
  const parts = frameNames(frames.names);
  for (let f = 0; f < count; f++) {
    const name = parts[f]!;
    let flags = 0;
    let kind = -1;
    const named = namedKind(name);
    if (named) {
      flags |= named.by === "typed" ? TYPED : RESOURCE;
      if (named.name) kind = indexOf(named.name);
    }
    if (isOwnFrame(frames.names[f]!, name, frames.files[f] ?? "")) flags |= OWN;
    else if (isKubernetesFrame(name) && !isDeepCopy(name.func)) flags |= LIBRARY;
    let low = 0;
    let high = 0;
    for (const found of patterns.match(name)) {
      if (found < FIRST_STEP) {
        if (!(flags & SHAPE)) flags |= SHAPE | (shapeCodeOf(found) << SHAPE_SHIFT);
        continue;
      }
      const bit = RULE_PATHS.bitOf[found - FIRST_STEP]!;
      if (bit < WORD) low |= 1 << bit;
      else high |= 1 << (bit - WORD);
    }
    const key = `${low} ${high} ${flags} ${kind}`;
    let row = known.get(key);
    if (row === undefined) {
      row = rows.length / ROW;
      known.set(key, row);
      rows.push(low, high, flags, kind);
    }
    rowOf[f] = row;
  }
  return { rowOf, rows: Int32Array.from(rows), kinds };
}

function isDeepCopy(func: string): boolean {
  return func.includes("DeepCopy") && /\bDeepCopy(?:Into|Object)?$/.test(func);
}
