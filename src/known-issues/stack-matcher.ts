import { finish, type Steps } from "../lib/steps.js";
import { FrameIndex } from "./frame-index.js";
import type { KnownIssue } from "./known-issue.js";

/** So many different states are told apart; a hostile profile cannot make more. */
const MOST_STATES = 1 << 15;
/** So much is done before other work may pass. */
const NAMES_A_STEP = 2048;
const NODES_A_STEP = 1 << 17;
const UNSEEN = -1;
/** In place of how far an issue's frames were found: a frame forbids it. */
const SPOILED = -1;

/** How far the frames of issues were found from the root on: pairs of issue and number of frames. */
type Progress = ReadonlyMap<number, number>;

/** A tree of stacks, as CallTree has it. */
export interface StackTree {
  readonly nodeCount: number;
  readonly parent: Int32Array;
  readonly frame: Int32Array;
}

interface Classes {
  readonly classOf: Int32Array;
  /** by class */
  readonly patternsOf: readonly (readonly number[])[];
}

/** Which issues the stacks that end in each node match. */
export interface NodeMatches {
  /** number of the state of each node */
  readonly state: Int32Array;
  /** positions of the issues that the stacks ending in a state match, by state */
  readonly issues: readonly (readonly number[])[];
}

/**
 * Matches the stacks of a tree with issues. Names are tried once each; then the tree is walked from
 * the root, and what was found so far is a number whose followers are looked up.
 */
export class StackMatcher {
  private readonly index: FrameIndex;
  /** of each pattern: which issue it is of, and its place from the root on; SPOILED for `without` */
  private readonly issueOf: number[] = [];
  private readonly placeOf: number[] = [];
  private readonly lengths: readonly number[];

  constructor(issues: readonly Pick<KnownIssue, "frames" | "without">[]) {
    const patterns: string[] = [];
    issues.forEach(({ frames, without }, issue) => {
      frames.forEach((source, fromLeaf) => {
        patterns.push(source);
        this.issueOf.push(issue);
        this.placeOf.push(frames.length - 1 - fromLeaf);
      });
      if (without === undefined) return;
      patterns.push(without);
      this.issueOf.push(issue);
      this.placeOf.push(SPOILED);
    });
    this.lengths = issues.map(({ frames }) => frames.length);
    this.index = new FrameIndex(patterns);
  }

  /** @param names of the tree's frames */
  *match(tree: StackTree, names: readonly string[]): Steps<NodeMatches> {
    const { classOf, patternsOf } = yield* this.classes(names);
    const states: Progress[] = [new Map()];
    const known = new Map<string, number>([["", 0]]);
    const next: (Int32Array | undefined)[] = [];
    const follow = (from: number, frameClass: number): number => {
      next[from] ??= new Int32Array(patternsOf.length).fill(UNSEEN);
      const found = next[from][frameClass];
      if (found !== UNSEEN) return found;
      const progress = this.step(states[from], patternsOf[frameClass]);
      const key = [...progress].map(([issue, place]) => `${issue}:${place}`).join();
      let to = known.get(key);
      if (to === undefined && states.length < MOST_STATES) {
        to = states.length;
        known.set(key, to);
        states.push(progress);
      }
      next[from][frameClass] = to ?? from;
      return to ?? from;
    };
    const state = new Int32Array(tree.nodeCount);
    for (let n = 1; n < tree.nodeCount; n++) {
      if (n % NODES_A_STEP === 0) yield 0.5 + n / tree.nodeCount / 2;
      const before = state[tree.parent[n]];
      const frameClass = classOf[tree.frame[n]];
      state[n] = frameClass === 0 ? before : follow(before, frameClass);
    }
    return { state, issues: states.map((progress) => this.whole(progress)) };
  }

  /** The issues of which all frames are on one stack of these names, leaf first. */
  matchStack(names: readonly string[]): readonly number[] {
    const stack = [...names].reverse();
    const nodeCount = stack.length + 1;
    const parent = Int32Array.from({ length: nodeCount }, (_, n) => n - 1);
    const { state, issues } = finish(this.match({ nodeCount, parent, frame: parent }, stack));
    return issues[state[nodeCount - 1]];
  }

  /** Names that fit the same patterns are one class; class 0 fits none. */
  private *classes(names: readonly string[]): Steps<Classes> {
    const classOf = new Int32Array(names.length);
    const patternsOf: number[][] = [[]];
    const known = new Map<string, number>([["", 0]]);
    for (let frame = 0; frame < names.length; frame++) {
      if (frame % NAMES_A_STEP === 0) yield frame / names.length / 2;
      const patterns = this.index.match(names[frame]);
      const key = patterns.join();
      let found = known.get(key);
      if (found === undefined) {
        found = patternsOf.length;
        known.set(key, found);
        patternsOf.push(patterns);
      }
      classOf[frame] = found;
    }
    return { classOf, patternsOf };
  }

  private step(before: Progress, patterns: readonly number[]): Progress {
    const after = new Map(before);
    const moved = new Set<number>();
    for (const pattern of patterns) {
      const issue = this.issueOf[pattern];
      const place = this.placeOf[pattern];
      if (place === SPOILED) after.set(issue, SPOILED);
      else if (!moved.has(issue) && (after.get(issue) ?? 0) === place) {
        after.set(issue, place + 1);
        moved.add(issue);
      }
    }
    return new Map([...after].sort((a, b) => a[0] - b[0]));
  }

  private whole(progress: Progress): number[] {
    return [...progress].filter(([i, found]) => found === this.lengths[i]).map(([i]) => i);
  }
}
