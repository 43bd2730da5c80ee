import {
  ALL_PATHS,
  type FrameClasses,
  LIBRARY,
  OWN,
  RESOURCE,
  SHAPE,
  STEP,
  TYPED,
} from "./frameclasses.js";
import { OTHER_RULES } from "./otherrules.js";
import { PathWalk } from "./sequences.js";
import { SHAPE_RULES } from "./shaperules.js";
import { ShapeWalk } from "./shapes.js";
import { STAGE_RULES } from "./stagerules.js";
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
} from "./vocabulary.js";

/** Kinds that rules name without a frame of theirs; the first of every list of kinds. */
export const RULE_KINDS: readonly KindName[] = [
  CUSTOM_RESOURCE,
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "Secret" },
];
const CRD = 0;

const stageOfRule = STAGE_RULES.map((r) => STAGES.indexOf(r.stage));
const categoryOfRule = OTHER_RULES.map((r) => OTHER_CATEGORIES.indexOf(r.category));
const kindOfShape = SHAPE_RULES.map((r) => RULE_KINDS.findIndex((k) => k.kind === r.verdict.kind));
const CUSTOM_STAGE = STAGES.indexOf("custom-resource");
const APPLICATION = STAGES.indexOf("application");
const CONNECTIONS = STAGES.indexOf("connections");
const OTHER_STAGE = STAGES.indexOf("other");
const CONNECTIONS_CATEGORY = OTHER_CATEGORIES.indexOf("connections");
const COPIES = new Set(["deep-copy", "conversion"].map((s) => STAGES.indexOf(s as "deep-copy")));

/** Judges one stack at a time by its own frames alone. The fields hold the last verdict. */
export class Judge {
  kind = KIND_UNKNOWN;
  evidence = UNPROVEN;
  stage = OTHER_STAGE;
  category = 0;
  /** the kind is unknown, but the stack handles an object or its bytes */
  carries = false;

  private readonly paths: PathWalk;
  private readonly shape = new ShapeWalk();

  constructor(private readonly classes: FrameClasses) {
    this.paths = new PathWalk(classes.steps, ALL_PATHS, STAGE_RULES.length);
  }

  /**
   * @param frames the stack, root first
   * @param bytes size of one allocation of the sample
   */
  judge(frames: Int32Array, length: number, bytes: () => number): void {
    const { flags, kind } = this.classes;
    this.paths.start();
    this.shape.start();
    let typed = -1;
    let run = -1;
    let inRun = false;
    let resource = -1;
    let own = false;
    for (let i = 0; i < length; i++) {
      const f = frames[i]!;
      const flag = flags[f]!;
      if (inRun && !(flag & TYPED)) inRun = false;
      if (flag === 0) continue;
      if (flag & TYPED) {
        // Parts lie below their kind, and a kind within a kind is its part.
        if (!inRun) run = -1;
        inRun = true;
        if (run < 0) run = kind[f]!;
        if (run >= 0) typed = run;
      }
      if (flag & RESOURCE && kind[f]! >= 0) resource = kind[f]!;
      if (flag & OWN) own = true;
      else if (flag & LIBRARY) own = false;
      if (flag & STEP) this.paths.frame(f);
      if (flag & SHAPE) this.shape.step(this.classes.shape[f]!);
    }
    const stageRule = this.paths.first(0);
    const otherRule = this.paths.first(1);
    const stage = stageRule < 0 ? -1 : stageOfRule[stageRule]!;
    const other = otherRule < 0 ? undefined : OTHER_RULES[otherRule]!;
    const copied = own && (stage < 0 || COPIES.has(stage));
    this.stage = copied ? APPLICATION : stage < 0 ? OTHER_STAGE : stage;
    this.category = 0;
    this.carries = false;
    this.evidence = NAMED;
    if (typed >= 0) {
      this.kind = typed;
      return;
    }
    if (other && !(other.weak && (stage >= 0 || own))) {
      this.beOther(otherRule);
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
    const shape = this.shape.rule(bytes);
    if (shape >= 0 && kindOfShape[shape]! >= 0) {
      this.kind = kindOfShape[shape]!;
      this.evidence = SHAPED;
      return;
    }
    this.kind = KIND_UNKNOWN;
    this.evidence = UNPROVEN;
    this.carries = stage >= 0 || own;
  }

  private beOther(rule: number): void {
    this.kind = KIND_OTHER;
    this.evidence = UNPROVEN;
    this.category = categoryOfRule[rule]!;
    this.stage = this.category === CONNECTIONS_CATEGORY ? CONNECTIONS : OTHER_STAGE;
  }
}
