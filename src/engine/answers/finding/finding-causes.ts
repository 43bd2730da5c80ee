import { functionNames } from "../../../calltree/frame-table.js";
import {
  type FrameName,
  frameNames,
  PatternIndex,
} from "../../../kubernetes/frames/frame-pattern.js";
import {
  dependencies,
  isComponentFrame,
  isKubernetesFrame,
} from "../../../kubernetes/frames/own-frames.js";
import { KIND_OTHER, OTHER_CATEGORIES, STAGES } from "../../../kubernetes/vocabulary.js";
import { frameNaming } from "../../../leaks/frame-roles.js";
import { kindKey } from "../../kind-key.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { sidesOf } from "../../sides.js";
import { nodesBelow } from "./nodes-below.js";

/** Some memory with one reason: what a sentence can be about. */
export interface Cause {
  /** "kind": of objects of one kind; "category": no object; "stage": objects of a kind that no
   * frame tells, or etcd's keys and values; "own": code of the program itself, or of a library
   * where no frame of the program is there; "unknown": nothing is known */
  readonly sort: "kind" | "category" | "stage" | "own" | "unknown";
  /** the kind's key, the category, the stage, or the whole name of the function */
  readonly name: string;
  held: number;
  /** in the base; 0 where nothing is compared */
  before: number;
}

/** What holds memory, and what grew, each byte in one cause. */
export interface Causes {
  readonly causes: readonly Cause[];
  /** functions of the program's own that grew beside what clients decode, most growth first */
  readonly holders: readonly { readonly name: string; readonly growth: number }[];
  /** by kind's key: the program's own function that keeps most of it, where one does */
  readonly keepers: ReadonlyMap<string, string>;
  /** growth of what informers note of changes for event handlers that have not seen them yet */
  readonly notified: number;
  /** nearly all that this client received as answers is on stacks that ask for lists */
  readonly receivedLists: boolean;
  /** bytes below frames that decrypt what is stored */
  readonly decrypted: number;
}

const OTHER_STAGE = STAGES.indexOf("other");
const APPLICATION = STAGES.indexOf("application");
const ETCD = OTHER_CATEGORIES.indexOf("etcd");
const RECEIVED: readonly number[] = (["watch-receive", "list-receive"] as const).map((s) =>
  STAGES.indexOf(s),
);
/** Who asks an API server for a list. */
const LISTS = new PatternIndex([
  "*.List",
  "*.ListWithContext",
  "*.ListWithAlloc",
  "tools/pager.*",
  "tools/cache.(*Reflector).list",
]);
/** Where informers make a notification for each handler, which keeps the object that changed. */
const NOTIFIES = new PatternIndex([
  "tools/cache.(*sharedIndexInformer).OnAdd",
  "tools/cache.(*sharedIndexInformer).OnUpdate",
  "tools/cache.(*sharedIndexInformer).OnDelete",
  "tools/cache.(*sharedIndexInformer).HandleDeltas",
  "tools/cache.(*sharedProcessor).distribute",
  "tools/cache.(*processorListener).add",
  "k8s.io/utils/buffer.(*RingGrowing).WriteOne",
  "k8s.io/utils/buffer.(*TypedRingGrowing).WriteOne",
]);
const ANSWERED = STAGES.indexOf("list-receive");
const NEARLY_ALL = 0.9;
const DECRYPTS = new PatternIndex(["*.TransformFromStorage"]);

/** Sums up the samples of what is shown, and of its base, by cause. */
export function causesOf(prepared: Prepared, question: Question): Causes {
  const { tree, attribution, set } = prepared;
  const type = set.sampleType(question.sampleType, question.shown);
  const { shown, base, baseIsMedian } = sidesOf(question);
  const names = tree.frames.names;
  const { own, keeper, library } = nearestOf(prepared);
  const functions = frameNames(functionNames(tree.frames));
  const below = nodesBelow(tree, DECRYPTS);
  const listing = nodesBelow(tree, LISTS);
  const causes = new Causal(attribution.kinds.map(kindKey), names);
  const holders = new FrameSums(names.length);
  const kept = new Map<string, Map<number, number>>();
  let decrypted = 0;
  let notified = 0;
  let answered = 0;
  let listed = 0;
  const notifies = functions.map((n) => NOTIFIES.match(n).length > 0);
  const add = (profiles: readonly number[], sign: 1 | -1): void => {
    for (const p of profiles) {
      if (type.index[p] < 0) continue;
      const cells = prepared.cells(p);
      const sums = prepared.cellSums(p, type);
      for (let c = 0; c < sums.length; c++) {
        const value = sums[c];
        const node = cells.node[c];
        if (value === 0 || node < 0) continue;
        const stage = attribution.stage[p][cells.first[c]];
        const category = attribution.category[p][cells.first[c]];
        const frame = own[node] >= 0 ? own[node] : library[node];
        const cause = causes.of(cells.kind[c], stage, category, frame);
        if (sign > 0) cause.held += value;
        else cause.before += value;
        if (notifies[tree.frame[node]]) notified += sign * value;
        if (sign > 0 && below[node]) decrypted += value;
        if (sign > 0 && stage === ANSWERED) {
          answered += value;
          if (listing[node]) listed += value;
        }
        if (sign > 0 && cause.sort === "kind" && own[node] >= 0 && stage === APPLICATION) {
          const by = kept.get(cause.name) ?? new Map<number, number>();
          kept.set(cause.name, by.set(own[node], (by.get(own[node]) ?? 0) + value));
        }
        if (keeper[node] >= 0 && !RECEIVED.includes(stage)) {
          holders.add(keeper[node], sign * value);
        }
      }
    }
  };
  add(shown, 1);
  if (!baseIsMedian) add(base, -1);
  return {
    causes: causes.all(),
    holders: holders.frames
      .map((frame) => ({ name: names[frame], growth: holders.sums[frame] }))
      .filter(({ growth }) => base.length > 0 && growth > 0)
      .sort((a, b) => b.growth - a.growth),
    keepers: new Map(
      [...kept].map(([kind, by]) => {
        const most = [...by].reduce((a, b) => (b[1] > a[1] ? b : a));
        return [kind, names[most[0]]];
      }),
    ),
    receivedLists: answered > 0 && listed >= NEARLY_ALL * answered,
    notified: base.length > 0 ? notified : 0,
    decrypted,
  };
}

/** The causes, each found by numbers: names are put together once a cause, not once a sample. */
class Causal {
  private readonly byName = new Map<string, Cause>();
  private readonly byNumber = new Map<number, Cause>();

  /**
   * @param kinds keys of the kinds
   * @param names of the frames
   */
  constructor(
    private readonly kinds: readonly string[],
    private readonly names: readonly string[],
  ) {}

  /** @param frame the nearest of the program or a library, -1 for none */
  of(kind: number, stage: number, category: number, frame: number): Cause {
    let number: number;
    if (kind >= 0) number = kind * SORTS.length;
    else if (kind === KIND_OTHER && category !== ETCD) number = category * SORTS.length + 1;
    else if (stage !== OTHER_STAGE && stage !== APPLICATION) number = stage * SORTS.length + 2;
    else number = frame >= 0 ? frame * SORTS.length + 3 : 4;
    return this.byNumber.get(number) ?? this.put(number);
  }

  all(): Cause[] {
    return [...this.byName.values()];
  }

  private put(number: number): Cause {
    const sort = SORTS[number % SORTS.length];
    const name = this.nameOf(sort, Math.floor(number / SORTS.length));
    const key = `${sort} ${name}`;
    const cause = this.byName.get(key) ?? { sort, name, held: 0, before: 0 };
    this.byName.set(key, cause);
    this.byNumber.set(number, cause);
    return cause;
  }

  private nameOf(sort: Cause["sort"], index: number): string {
    switch (sort) {
      case "kind":
        return this.kinds[index];
      case "category":
        return OTHER_CATEGORIES[index];
      case "stage":
        return STAGES[index];
      case "own":
        return this.names[index];
      case "unknown":
        return "";
    }
  }
}

/** In the order of the numbers that `Causal.of` makes. */
const SORTS: readonly Cause["sort"][] = ["kind", "category", "stage", "own", "unknown"];

/** Sums by frame. */
class FrameSums {
  readonly sums: Float64Array;
  /** the frames that something was added to, in the order in which it was */
  readonly frames: number[] = [];
  private readonly seen: Uint8Array;

  constructor(count: number) {
    this.sums = new Float64Array(count);
    this.seen = new Uint8Array(count);
  }

  add(frame: number, value: number): void {
    if (this.seen[frame] === 0) {
      this.seen[frame] = 1;
      this.frames.push(frame);
    }
    this.sums[frame] = this.sums[frame] + value;
  }
}

const isMain = (name: FrameName): boolean => name.package === "main" && name.func === "main";

/** For each node a frame at it or above, the nearest of its sort; -1 for none. */
interface NearestFrames {
  /** of the program, or of one of its parts */
  readonly own: Int32Array;
  /** the same without modules that the program was only built with: they keep no objects for it */
  readonly keeper: Int32Array;
  /** of another module, Kubernetes and its libraries aside: theirs are in every stack */
  readonly library: Int32Array;
}

function nearestOf({ tree }: Prepared): NearestFrames {
  const names = functionNames(tree.frames);
  const naming = frameNaming(names, tree.frames.files);
  const parts = frameNames(names);
  const foreign = dependencies(names, tree.frames.files);
  const ofProgram = parts.map((name) => isComponentFrame(name) && !isMain(name));
  const ofLibrary = parts.map((name, f) => naming.module[f] && !isKubernetesFrame(name));
  const own = new Int32Array(tree.nodeCount).fill(-1);
  const keeper = own.slice();
  const library = own.slice();
  for (let n = 1; n < own.length; n++) {
    const frame = tree.frame[n];
    const isOwn = naming.own[frame] || ofProgram[frame];
    own[n] = isOwn ? frame : own[tree.parent[n]];
    keeper[n] = isOwn && !foreign[frame] ? frame : keeper[tree.parent[n]];
    library[n] = ofLibrary[frame] ? frame : library[tree.parent[n]];
  }
  return { own, keeper, library };
}
