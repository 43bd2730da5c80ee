import type { FrameTable } from "../calltree/frametable.js";
import { frameNames, PatternIndex } from "./framepattern.js";
import { namedKind } from "./kindnames.js";
import { OTHER_RULES } from "./otherrules.js";
import { isKubernetesFrame, isOwnFrame } from "./ownframes.js";
import { type FrameSteps, frameSteps } from "./sequences.js";
import { SHAPE_PATTERNS, shapeCodeOf } from "./shapes.js";
import { STAGE_RULES } from "./stagerules.js";
import type { KindName } from "./vocabulary.js";

/** The frame is a method or conversion of an API type. */
export const TYPED = 1;
/** The frame is code of one resource: a registry, a client, an informer. */
export const RESOURCE = 2;
/** The frame is the program's own code. */
export const OWN = 4;
/** The frame is code of Kubernetes or its libraries, other than a deep copy. */
export const LIBRARY = 8;
/** The frame is a step of a rule's path. */
export const STEP = 16;
/** The frame is a step of a shape. */
export const SHAPE = 32;

/** Kinds beyond so many are no kinds: a file that has them is not what it seems. */
const MAX_KINDS = 8192;

/** What each frame of a table says, as small integers; every array has one entry a frame. */
export interface FrameClasses {
  readonly flags: Uint8Array;
  /** index into kinds, -1 where the frame names none */
  readonly kind: Int16Array;
  /** see SHAPE_CODES */
  readonly shape: Uint8Array;
  readonly steps: FrameSteps;
  readonly kinds: readonly KindName[];
}

/** All paths of stage rules, then all paths of other rules. */
export const ALL_PATHS = [...STAGE_RULES.map((r) => r.path), ...OTHER_RULES.map((r) => r.path)];

/**
 * Judges each frame of a table once, by its name and source file, so that a walk over stacks
 * compares small integers only.
 * @param extra kinds that get an index although no frame names them
 */
export function classifyFrames(frames: FrameTable, extra: readonly KindName[]): FrameClasses {
  const count = frames.names.length;
  const flags = new Uint8Array(count);
  const kind = new Int16Array(count).fill(-1);
  const shape = new Uint8Array(count);
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
  const shapes = new PatternIndex(SHAPE_PATTERNS);
  const steps = frameSteps(parts, ALL_PATHS);
  for (let f = 0; f < count; f++) {
    const name = parts[f]!;
    let flag = 0;
    const named = namedKind(name);
    if (named) {
      flag |= named.by === "typed" ? TYPED : RESOURCE;
      if (named.name) kind[f] = indexOf(named.name);
    }
    if (isOwnFrame(frames.names[f]!, name, frames.files[f] ?? "")) flag |= OWN;
    else if (isKubernetesFrame(name) && !/\bDeepCopy(?:Into|Object)?$/.test(name.func)) {
      flag |= LIBRARY;
    }
    if (steps.offsets[f]! < steps.offsets[f + 1]!) flag |= STEP;
    const found = shapes.match(name)[0];
    if (found !== undefined) {
      shape[f] = shapeCodeOf(found);
      flag |= SHAPE;
    }
    flags[f] = flag;
  }
  return { flags, kind, shape, steps, kinds };
}
