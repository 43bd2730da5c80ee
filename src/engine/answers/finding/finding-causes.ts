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
import { type Prepared, sidesOf } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
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
  const causes = new Map<string, Cause>();
  const holders = new Map<number, number>();
  const kept = new Map<string, Map<number, number>>();
  let decrypted = 0;
  let notified = 0;
  let answered = 0;
  let listed = 0;
  const notifies = functions.map((n) => NOTIFIES.match(n).length > 0);
  const keys = attribution.kinds.map(kindKey);
  const causeOf = (p: number, s: number, node: number): [Cause["sort"], string] => {
    const kind = attribution.kind[p][s];
    const stage = attribution.stage[p][s];
    const category = attribution.category[p][s];
    if (kind >= 0) return ["kind", keys[kind]];
    if (kind === KIND_OTHER && category !== ETCD) return ["category", OTHER_CATEGORIES[category]];
    if (stage !== OTHER_STAGE && stage !== APPLICATION) return ["stage", STAGES[stage]];
    const frame = own[node] >= 0 ? own[node] : library[node];
    return frame >= 0 ? ["own", names[frame]] : ["unknown", ""];
  };
  const add = (profiles: readonly number[], sign: 1 | -1): void => {
    for (const p of profiles) {
      if (type.index[p] < 0) continue;
      const values = set.values(p, type);
      const nodes = tree.sampleNode[p];
      for (let s = 0; s < values.length; s++) {
        const value = values[s];
        const node = nodes[s];
        if (value === 0 || node < 0) continue;
        const [sort, name] = causeOf(p, s, node);
        const key = `${sort} ${name}`;
        let cause = causes.get(key);
        if (!cause) {
          cause = { sort, name, held: 0, before: 0 };
          causes.set(key, cause);
        }
        if (sign > 0) cause.held += value;
        else cause.before += value;
        if (notifies[tree.frame[node]]) notified += sign * value;
        if (sign > 0 && below[node]) decrypted += value;
        if (sign > 0 && attribution.stage[p][s] === ANSWERED) {
          answered += value;
          if (listing[node]) listed += value;
        }
        if (sign > 0 && sort === "kind" && own[node] >= 0) {
          if (attribution.stage[p][s] === APPLICATION) {
            const by = kept.get(name) ?? new Map<number, number>();
            kept.set(name, by.set(own[node], (by.get(own[node]) ?? 0) + value));
          }
        }
        if (keeper[node] >= 0 && !RECEIVED.includes(attribution.stage[p][s])) {
          holders.set(keeper[node], (holders.get(keeper[node]) ?? 0) + sign * value);
        }
      }
    }
  };
  add(shown, 1);
  if (!baseIsMedian) add(base, -1);
  return {
    causes: [...causes.values()],
    holders: [...holders]
      .map(([frame, growth]) => ({ name: names[frame], growth }))
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
