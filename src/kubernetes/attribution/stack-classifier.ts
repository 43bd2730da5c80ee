import { SHAPE_RULES } from "../rules/shape-rules.js";
import {
  CUSTOM_RESOURCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  type KindName,
  NAMED,
  OTHER_CATEGORIES,
  SHAPED,
  STAGES,
  UNPROVEN,
} from "../vocabulary.js";
import {
  type FrameClasses,
  LIBRARY,
  OWN,
  RESOURCE,
  ROW,
  RULE_PATHS,
  SHAPE,
  SHAPE_SHIFT,
  TYPED,
  WEAK,
} from "./frame-classes.js";
import { SHAPE_STATE, ShapeWalk } from "./shape-matcher.js";

/** Kinds that rules name without a frame of theirs; the first of every list of kinds. */
export const RULE_KINDS: readonly KindName[] = [
  CUSTOM_RESOURCE,
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "Secret" },
];
const CRD = 0;

const kindOfShape = SHAPE_RULES.map((r) => RULE_KINDS.findIndex((k) => k.kind === r.verdict.kind));
const CUSTOM_STAGE = STAGES.indexOf("custom-resource");
const APPLICATION = STAGES.indexOf("application");
const CONNECTIONS = STAGES.indexOf("connections");
const OTHER_STAGE = STAGES.indexOf("other");
const CONNECTIONS_CATEGORY = OTHER_CATEGORIES.indexOf("connections");
const DEEP_COPY = STAGES.indexOf("deep-copy");
const CONVERSION = STAGES.indexOf("conversion");
/** In place of the kind of a run of typed frames. */
const OUTSIDE = -2;

/** What a judge knows after some frames, as so many numbers. */
export const STATE = 6 + SHAPE_STATE;

/**
 * Judges one stack at a time by its own frames alone: `start`, each frame from root to leaf,
 * `finish`. Then the fields hold the verdict.
 */
export class Judge {
  kind = KIND_UNKNOWN;
  evidence = UNPROVEN;
  stage = OTHER_STAGE;
  category = 0;
  /** the kind is unknown, but the stack handles an object or its bytes */
  carries = false;

  private readonly rows: Int32Array;
  private readonly shape = new ShapeWalk();
  private low = 0;
  private high = 0;
  private own = 0;
  private typed = -1;
  /** kind of the run of typed frames that the last frame belongs to, -1 as long as it has none */
  private run = OUTSIDE;
  private resource = -1;

  constructor(classes: FrameClasses) {
    this.rows = classes.rows;
  }

  start(): void {
    this.low = 0;
    this.high = 0;
    this.own = 0;
    this.typed = -1;
    this.run = OUTSIDE;
    this.resource = -1;
    this.shape.start();
  }

  /** Writes down what was made of the frames so far: STATE numbers, of which `resume` goes on. */
  save(into: Int32Array, at: number): void {
    into[at] = this.low;
    into[at + 1] = this.high;
    into[at + 2] = this.own;
    into[at + 3] = this.typed;
    into[at + 4] = this.run;
    into[at + 5] = this.resource;
    this.shape.save(into, at + 6);
  }

  resume(saved: Int32Array, at: number): void {
    this.low = saved[at]!;
    this.high = saved[at + 1]!;
    this.own = saved[at + 2]!;
    this.typed = saved[at + 3]!;
    this.run = saved[at + 4]!;
    this.resource = saved[at + 5]!;
    this.shape.resume(saved, at + 6);
  }

  /** @param row of the frame, see FrameClasses */
  frame(row: number): void {
    const at = row * ROW;
    const flags = this.rows[at + 2]!;
    const kind = this.rows[at + 3]!;
    this.low |= ((this.low << 1) | RULE_PATHS.starts[0]!) & this.rows[at]!;
    this.high |= ((this.high << 1) | RULE_PATHS.starts[1]!) & this.rows[at + 1]!;
    if (flags & OWN) this.own = 1;
    else if (flags & LIBRARY) this.own = 0;
    if (flags & TYPED) {
      // Parts lie below their kind, and a kind within a kind is its part.
      if (this.run < 0) this.run = kind;
      if (this.run >= 0) this.typed = this.run;
    } else this.run = OUTSIDE;
    if (flags & RESOURCE && kind >= 0) this.resource = kind;
    if (flags & SHAPE) this.shape.step(flags >> SHAPE_SHIFT);
  }

  /** @param bytes size of one allocation of the sample whose stack it is */
  finish(bytes: number): void {
    const { low, high, typed, resource } = this;
    const own = this.own !== 0;
    const stage = RULE_PATHS.first(0, low, high);
    const other = RULE_PATHS.first(1, low, high);
    const copied = own && (stage < 0 || stage === DEEP_COPY || stage === CONVERSION);
    this.stage = copied ? APPLICATION : stage < 0 ? OTHER_STAGE : stage;
    this.category = 0;
    this.carries = false;
    this.evidence = NAMED;
    if (typed >= 0) {
      this.kind = typed;
      return;
    }
    if (other >= 0 && !(other >= WEAK && (stage >= 0 || own))) {
      this.beOther(other % WEAK);
      return;
    }
    if (stage === CUSTOM_STAGE) {
      this.kind = CRD;
      return;
    }
    if (resource >= 0) {
      this.kind = resource;
      return;
    }
    const found = this.shape.rule(bytes);
    if (found >= 0 && kindOfShape[found]! >= 0) {
      this.kind = kindOfShape[found]!;
      this.evidence = SHAPED;
      return;
    }
    this.kind = KIND_UNKNOWN;
    this.evidence = UNPROVEN;
    this.carries = stage >= 0 || own;
  }

  private beOther(category: number): void {
    this.kind = KIND_OTHER;
    this.evidence = UNPROVEN;
    this.category = category;
    this.stage = category === CONNECTIONS_CATEGORY ? CONNECTIONS : OTHER_STAGE;
  }
}
