import type { FrameTable } from "../../calltree/frame-table.js";
import { type FrameName, frameNames, PatternIndex } from "../frames/frame-pattern.js";
import { namedKind } from "../frames/kind-names.js";
import { isKubernetesFrame, isOwnFrame } from "../frames/own-frames.js";
import { ACTIVITY_RULES } from "../rules/activity-rules.js";
import { HANDLING_RULES } from "../rules/handling-rules.js";
import { CUSTOM_FRAMES } from "../rules/kind-rules.js";
import { HELPER_FRAMES, OTHER_RULES, OWNER_RULES } from "../rules/other-rules.js";
import { ACTIVITIES, HANDLINGS, type KindName, OTHER_CATEGORIES } from "../vocabulary.js";
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
/** The frame is code that handles custom resources alone. */
export const CUSTOM = 32;
/** The frame is a step of a shape; its code stands in four bits above the flags. */
export const SHAPE = 16;
export const SHAPE_SHIFT = 8;
export const SHAPE_MASK = 15;
/** Whose code the frame is: five bits, see OWNER_NONE. */
export const OWNER_SHIFT = 12;
export const OWNER_MASK = 31;
/** Nobody's: the owner stays that of the frame above. Other owners are a category + 2. */
export const OWNER_NONE = 0;
/** Code of no category. */
export const OWNER_END = 1;

/** Kinds beyond so many are no kinds: a file that has them is not what it seems. */
export const MAX_KINDS = 8192;

/** What the frames of a table say, as small integers. */
export interface FrameClasses {
  /** of each frame the row that says what it means, the same for all that mean the same */
  readonly rowOf: Int32Array;
  /**
   * ROW numbers a row: the frame's bits in the words of RULE_PATHS, its flags, and its index into
   * kinds, -1 where it names none
   */
  readonly rows: Int32Array;
  readonly kinds: readonly KindName[];
}

/** The lists of RULE_PATHS; their verdicts are indices into ACTIVITIES, HANDLINGS, categories. */
export const ACTIVITY_LIST = 0;
export const HANDLING_LIST = 1;
export const OTHER_LIST = 2;
export const RULE_PATHS = new PathBits([
  ACTIVITY_RULES.map((r) => ({ path: r.path, verdict: ACTIVITIES.indexOf(r.activity) })),
  HANDLING_RULES.map((r) => ({ path: r.path, verdict: HANDLINGS.indexOf(r.handling) })),
  OTHER_RULES.map((r) => ({ path: r.path, verdict: OTHER_CATEGORIES.indexOf(r.category) })),
]);
export const ROW = RULE_PATHS.words + 2;

const customs = new PatternIndex(CUSTOM_FRAMES);
const helpers = new PatternIndex(HELPER_FRAMES);
const owners = new PatternIndex(OWNER_RULES.flatMap((rule) => rule.frames));
const ownerOf = OWNER_RULES.flatMap(({ category, frames }) =>
  frames.map(() => (category === "" ? OWNER_END : OTHER_CATEGORIES.indexOf(category) + 2)),
);
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
  const bits = new Int32Array(RULE_PATHS.words);
  for (let f = 0; f < count; f++) {
    const name = parts[f];
    let flags = 0;
    let kind = -1;
    const named = namedKind(name);
    if (named) {
      flags |= named.by === "typed" ? TYPED : RESOURCE;
      if (named.name) kind = indexOf(named.name);
    }
    if (isOwnFrame(frames.names[f], name, frames.files[f] ?? "")) flags |= OWN;
    else if (isKubernetesFrame(name) && !isDeepCopy(name.func)) flags |= LIBRARY;
    if (customs.match(name).length > 0) flags |= CUSTOM;
    flags |= ownerOfFrame(name, (flags & OWN) !== 0) << OWNER_SHIFT;
    bits.fill(0);
    for (const found of patterns.match(name)) {
      if (found < FIRST_STEP) {
        if (!(flags & SHAPE)) flags |= SHAPE | (shapeCodeOf(found) << SHAPE_SHIFT);
        continue;
      }
      const bit = RULE_PATHS.bitOf[found - FIRST_STEP];
      bits[Math.floor(bit / WORD)] |= 1 << (bit % WORD);
    }
    const key = `${bits.join(" ")} ${flags} ${kind}`;
    let row = known.get(key);
    if (row === undefined) {
      row = rows.length / ROW;
      known.set(key, row);
      rows.push(...bits, flags, kind);
    }
    rowOf[f] = row;
  }
  return { rowOf, rows: Int32Array.from(rows), kinds };
}

/** For each frame 1 where it is the program's own code. */
export function ownFrames({ rowOf, rows }: FrameClasses): Uint8Array {
  const flags = RULE_PATHS.words;
  return Uint8Array.from(rowOf, (row) => (rows[row * ROW + flags] & OWN ? 1 : 0));
}

function isDeepCopy(func: string): boolean {
  return func.includes("DeepCopy") && /\bDeepCopy(?:Into|Object)?$/.test(func);
}

function ownerOfFrame(name: FrameName, isOwn: boolean): number {
  if (isOwn) return OWNER_END;
  if (helpers.match(name).length > 0) return OWNER_NONE;
  return ownerOf[owners.match(name)[0] ?? -1] ?? OWNER_NONE;
}
