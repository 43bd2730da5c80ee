import type { Role } from "../rules/role-rules.js";
import { SHAPE_RULES } from "../rules/shape-rules.js";
import {
  ACTIVITIES,
  CUSTOM_RESOURCE,
  HANDLINGS,
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
  ACTIVITY_LIST,
  CUSTOM,
  type FrameClasses,
  HANDLING_LIST,
  LIBRARY,
  OTHER_LIST,
  OWN,
  OWNER_END,
  OWNER_MASK,
  OWNER_NONE,
  OWNER_SHIFT,
  RESOURCE,
  ROW,
  RULE_PATHS,
  SHAPE,
  SHAPE_MASK,
  SHAPE_SHIFT,
  TYPED,
} from "./frame-classes.js";
import { SHAPE_STATE, ShapeWalk } from "./shape-matcher.js";
import { StageTable } from "./stage-table.js";

/** Kinds that rules name without a frame of theirs; the first of every list of kinds. */
export const RULE_KINDS: readonly KindName[] = [
  CUSTOM_RESOURCE,
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "Secret" },
];
const CRD = 0;

const kindOfShape = SHAPE_RULES.map((r) => RULE_KINDS.findIndex((k) => k.kind === r.verdict.kind));
const APPLICATION = STAGES.indexOf("application");
const CONNECTIONS = STAGES.indexOf("connections");
const OTHER_STAGE = STAGES.indexOf("other");
const CONNECTIONS_CATEGORY = OTHER_CATEGORIES.indexOf("connections");
/** Stages that say less than that it is the program's own code. */
const YIELDS: readonly number[] = (["deep-copy", "conversion", "informer", "other"] as const).map(
  (name) => STAGES.indexOf(name),
);
const ADMISSION = STAGES.indexOf("admission");
const ETCD_CATEGORY = OTHER_CATEGORIES.indexOf("etcd");
/** Activities from here on are those of an etcd server. */
const FIRST_OF_ETCD = ACTIVITIES.indexOf("serving-range");
const UNSTRUCTURED = HANDLINGS.indexOf("unstructured");
/** Activities from here on are those of clients and of etcd. */
const FIRST_OF_CLIENTS = ACTIVITIES.indexOf("receiving-watch");
/**
 * By activity, the unknown one first: whether what shares a path may be of one kind. All informers
 * of a client share one path, whatever they are of.
 */
const SHARED_PATHS: readonly boolean[] = [
  true,
  ...ACTIVITIES.map((_, at) => at < FIRST_OF_CLIENTS),
];
/** Numbers beside the words of paths and the shape. */
const FIELDS = 6;
export const SHARES_PATH = 1;
const MAY_GROW = 2;
/** A known kind that is not that of the request: admission looks up namespaces, classes, quotas. */
export const LOOKED_UP = 3;
/** In place of the kind of a run of typed frames. */
const OUTSIDE = -2;

/** What a judge knows after some frames, as so many numbers. */
export const STATE = RULE_PATHS.words + FIELDS + SHAPE_STATE;

/**
 * Judges one stack at a time by its own frames alone: `start`, each frame from root to leaf,
 * `finish`. Then the fields hold the verdict.
 */
export class Judge {
  kind = KIND_UNKNOWN;
  evidence = UNPROVEN;
  stage = OTHER_STAGE;
  category = 0;
  /**
   * 0 where the kind is known, or nothing of an object is handled; SHARES_PATH where samples on the
   * same path may tell the kind; MAY_GROW where only what grew with it can
   */
  carries = 0;
  /** indices into ACTIVITIES and HANDLINGS, -1 where no rule fits */
  activity = -1;
  handling = -1;

  private readonly rows: Int32Array;
  private readonly stages: StageTable;
  private readonly isServer: boolean;
  private readonly shape = new ShapeWalk();
  private readonly bits = new Int32Array(RULE_PATHS.words);
  private own = 0;
  private custom = 0;
  private owner = OWNER_NONE;
  private typed = -1;
  /** kind of the run of typed frames that the last frame belongs to, -1 as long as it has none */
  private run = OUTSIDE;
  private resource = -1;

  /** @param role of the program, which decides where a stack's root is cut off */
  constructor(classes: FrameClasses, role: Role = "other") {
    this.rows = classes.rows;
    this.stages = new StageTable(role);
    this.isServer = role === "apiserver";
  }

  start(): void {
    this.bits.fill(0);
    this.own = 0;
    this.custom = 0;
    this.owner = OWNER_NONE;
    this.typed = -1;
    this.run = OUTSIDE;
    this.resource = -1;
    this.shape.start();
  }

  /** Writes down what was made of the frames so far: STATE numbers, of which `resume` goes on. */
  save(into: Int32Array, at: number): void {
    const { words } = RULE_PATHS;
    for (let w = 0; w < words; w++) into[at + w] = this.bits[w];
    const next = at + words;
    into[next] = this.own;
    into[next + 1] = this.custom;
    into[next + 2] = this.owner;
    into[next + 3] = this.typed;
    into[next + 4] = this.run;
    into[next + 5] = this.resource;
    this.shape.save(into, next + FIELDS);
  }

  resume(saved: Int32Array, at: number): void {
    const { words } = RULE_PATHS;
    for (let w = 0; w < words; w++) this.bits[w] = saved[at + w];
    const next = at + words;
    this.own = saved[next];
    this.custom = saved[next + 1];
    this.owner = saved[next + 2];
    this.typed = saved[next + 3];
    this.run = saved[next + 4];
    this.resource = saved[next + 5];
    this.shape.resume(saved, next + FIELDS);
  }

  /** @param row of the frame, see FrameClasses */
  frame(row: number): void {
    const at = row * ROW;
    const { words, starts } = RULE_PATHS;
    const flags = this.rows[at + words];
    const kind = this.rows[at + words + 1];
    for (let w = 0; w < words; w++) {
      this.bits[w] |= ((this.bits[w] << 1) | starts[w]) & this.rows[at + w];
    }
    if (flags & OWN) this.own = 1;
    else if (flags & LIBRARY) this.own = 0;
    if (flags & CUSTOM) this.custom = 1;
    const owner = (flags >> OWNER_SHIFT) & OWNER_MASK;
    if (owner !== OWNER_NONE) this.owner = owner;
    if (flags & TYPED) {
      // Parts lie below their kind, and a kind within a kind is its part.
      if (this.run < 0) this.run = kind;
      if (this.run >= 0) this.typed = this.run;
    } else this.run = OUTSIDE;
    if (flags & RESOURCE && kind >= 0) this.resource = kind;
    if (flags & SHAPE) this.shape.step((flags >> SHAPE_SHIFT) & SHAPE_MASK);
  }

  /** @param bytes size of one allocation of the sample whose stack it is */
  finish(bytes: number): void {
    const { bits, typed, resource } = this;
    const own = this.own !== 0;
    this.activity = RULE_PATHS.first(ACTIVITY_LIST, bits);
    this.handling = RULE_PATHS.first(HANDLING_LIST, bits);
    const stage = this.stages.of(this.activity, this.handling);
    const other = RULE_PATHS.first(OTHER_LIST, bits);
    // What the program's own code allocates is its own, wherever it was called from.
    const isOwn = own && (stage < 0 || YIELDS.includes(stage));
    this.stage = isOwn ? APPLICATION : stage < 0 ? OTHER_STAGE : stage;
    this.category = 0;
    this.carries = this.stage === ADMISSION ? LOOKED_UP : 0;
    this.evidence = NAMED;
    if (typed >= 0) {
      this.kind = typed;
      return;
    }
    if (other >= 0) {
      this.beOther(other);
      return;
    }
    if (stage >= 0 && this.activity >= FIRST_OF_ETCD) {
      // Keys and values of etcd's own: whose objects they are no frame tells.
      this.kind = KIND_OTHER;
      this.evidence = UNPROVEN;
      this.category = ETCD_CATEGORY;
      return;
    }
    if (this.custom !== 0 || (this.handling === UNSTRUCTURED && this.inServer())) {
      this.kind = CRD;
      return;
    }
    if (resource >= 0) {
      this.kind = resource;
      return;
    }
    const found = this.shape.rule(bytes);
    if (found >= 0 && kindOfShape[found] >= 0 && this.mayBe(kindOfShape[found])) {
      this.kind = kindOfShape[found];
      this.evidence = SHAPED;
      return;
    }
    if (stage < 0 && !own && this.owner > OWNER_END) {
      this.beOther(this.owner - OWNER_END - 1);
      return;
    }
    this.kind = KIND_UNKNOWN;
    this.evidence = UNPROVEN;
    const shares = isOwn || SHARED_PATHS[this.activity + 1];
    this.carries = stage < 0 && !isOwn ? 0 : shares ? SHARES_PATH : MAY_GROW;
  }

  /** Bit of the path that decided in one of the lists of RULE_PATHS, -1 where none did. */
  decidingBit(list: number): number {
    return RULE_PATHS.decidingBit(list, this.bits);
  }

  /** Whether it is a server that handles the object: a client's unstructured one is of any kind. */
  private inServer(): boolean {
    const { activity } = this;
    return activity < 0 ? this.isServer : activity < FIRST_OF_CLIENTS;
  }

  private mayBe(kind: number): boolean {
    return kind !== CRD || this.inServer();
  }

  private beOther(category: number): void {
    this.kind = KIND_OTHER;
    this.evidence = UNPROVEN;
    this.carries = 0;
    this.category = category;
    this.stage = category === CONNECTIONS_CATEGORY ? CONNECTIONS : OTHER_STAGE;
  }
}
