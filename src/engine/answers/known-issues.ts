import { nodeSelf } from "../../calltree/call-tree.js";
import { findPath } from "../../calltree/path-hash.js";
import { fitsRelease, releaseText } from "../../known-issues/issue-scope.js";
import type { KnownIssue } from "../../known-issues/known-issue.js";
import { type MatchableIssues, matchableIssues } from "../../known-issues/matchable-issues.js";
import type { NodeMatches } from "../../known-issues/stack-matcher.js";
import { memo } from "../../lib/memo.js";
import type { Steps } from "../../lib/steps.js";
import { absoluteSum } from "../../profile/absolute-totals.js";
import { featuresOf, subjectOf } from "../../profile/features.js";
import type { Profile } from "../../profile/profile.js";
import { MATCH_WORDS } from "../../words/engine-words.js";
import type { SampleTypeOfSet } from "../file-set.js";
import type { KnownIssueMatch, KnownIssuesAnswer } from "../known-issue-match.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { sidesOf } from "../sides.js";

/** More are not read by anyone. */
const MOST_TOLD = 5;
/** Stacks that are seen in normal use as well say less. */
const MOST_USUAL = 2;
/** A mend is worth telling only of what holds so much. */
const MENDED_SHARE = 0.2;
/** Fewer sampled allocations than that may be chance. */
const LEAST_SAMPLED = 4;
/** Growth counts from so many standard errors on, and from this share of what was held before. */
const SURE = 3;
const LEAST_GROWTH = 0.1;
/** So much of what an issue matches is told by one that is closer to the program. */
const SAID_ALREADY = 0.5;
/** A path matches where so much of it does. */
const SHARE_OF_PATH = 0.2;

const matchesOf = memo((_: object) => new Map<MatchableIssues, NodeMatches>());

/**
 * Which known issues a profile matches: by the stacks of the whole profile, whatever filters show.
 * @param plain the stacks root first and without transforms, joined where the question says so
 * @param path undefined for the whole profile; else the samples that lie in this path of `shown`
 */
export function* knownIssuesAnswer(
  plain: Prepared,
  question: Question,
  path: { readonly of: Prepared; readonly text: string } | undefined,
): Steps<KnownIssuesAnswer> {
  const { set } = plain;
  const type = measuredBy(plain, question);
  const profile = sortOf(type);
  const known = sidesOf(question).shown.every((p) => hasStacks(set.profiles[p]));
  if (!profile || !known) return { matches: [], unit: type.unit };
  const program = set.program(question.shown);
  const found = matchableIssues(program, profile);
  const nodes = yield* nodeMatches(plain, found);
  const sides = sidesOf(question);
  const held = heldByIssue(nodes, plain.self(sides.shown, type), found.issues.length);
  const of = totalOf(plain, sides.shown, type);
  const period = Math.max(...sides.shown.map((p) => set.profiles[p].period));
  const sampled = type.unit === "bytes" ? LEAST_SAMPLED * period : 0;
  const grows = growth(plain, sides, type, nodes, held);
  const inPath = path && heldInPath(plain, path, sides.shown, type, nodes, found.issues.length);
  const enough = found.issues.map((issue, i) => {
    const value = held[i];
    const share = of > 0 ? value / of : 0;
    if (value <= 0 || value < sampled || !isEnough(issue, profile, type, value, share))
      return false;
    if (issue.least.growth && !grows(i)) return false;
    return !inPath || inPath.held[i] >= SHARE_OF_PATH * inPath.total;
  });
  const said = saidAlready(found.issues, enough, nodes, plain.self(sides.shown, type));
  const matches = found.issues.flatMap((issue, i) => {
    if (!enough[i] || said[i] > SAID_ALREADY * held[i]) return [];
    const state = fitsRelease(issue, program);
    const share = held[i] / of;
    if (state === "before" || (state === "mended" && share < MENDED_SHARE)) return [];
    return [matchOf(issue, state, held[i], share, releaseText(issue, program))];
  });
  return { matches: told(matches), unit: type.unit };
}

/** Of each issue that any program can have, what an issue of this program says of the same stacks. */
function saidAlready(
  issues: readonly KnownIssue[],
  enough: readonly boolean[],
  nodes: NodeMatches,
  self: Float64Array,
): Float64Array {
  const said = new Float64Array(issues.length);
  const ofProgram = ({ scope, usual }: KnownIssue) =>
    !usual && (scope.roles.length > 0 || scope.programs.length > 0);
  const byState = sumByState(nodes, self);
  nodes.issues.forEach((of, s) => {
    if (!of.some((i) => enough[i] && ofProgram(issues[i]))) return;
    for (const i of of) if (!ofProgram(issues[i])) said[i] += byState[s];
  });
  return said;
}

/** Whether its stacks are those of a Go program, as it was recorded. */
function hasStacks(profile: Profile): boolean {
  const { go, stacks } = featuresOf(profile);
  return go && stacks === "recorded";
}

/** What is in use is measured in bytes, whatever column is shown. */
function measuredBy({ set }: Prepared, question: Question): SampleTypeOfSet {
  const type = set.sampleType(question.sampleType, question.shown);
  return (type.name.endsWith("objects") && set.companion(type, "space")) || type;
}

function sortOf({ name, unit }: SampleTypeOfSet): "heap" | "goroutine" | undefined {
  const subject = subjectOf([{ type: name, unit }]);
  return subject === "heap" ? "heap" : subject === "goroutines" ? "goroutine" : undefined;
}

/** The sum of absolute values, as percentages of pprof are of. */
function totalOf({ set }: Prepared, shown: readonly number[], type: SampleTypeOfSet): number {
  let sum = 0;
  for (const p of shown) sum += set.absoluteTotal(p, type);
  return sum;
}

/** Worked out once for a tree, whatever is measured. */
function* nodeMatches({ tree }: Prepared, found: MatchableIssues): Steps<NodeMatches> {
  const ofTree = matchesOf(tree);
  let nodes = ofTree.get(found);
  if (!nodes) {
    nodes = yield* found.matcher.match(tree, tree.frames.names);
    ofTree.set(found, nodes);
  }
  return nodes;
}

function sumByState({ state, issues }: NodeMatches, self: Float64Array): Float64Array {
  const sums = new Float64Array(issues.length);
  for (let n = 0; n < self.length; n++) sums[state[n]] += self[n];
  return sums;
}

function heldByIssue(nodes: NodeMatches, self: Float64Array, count: number): Float64Array {
  const byState = sumByState(nodes, self);
  const held = new Float64Array(count);
  nodes.issues.forEach((of, s) => {
    for (const i of of) held[i] += byState[s];
  });
  return held;
}

function growth(
  plain: Prepared,
  { shown, base, baseIsMedian }: ReturnType<typeof sidesOf>,
  type: SampleTypeOfSet,
  nodes: NodeMatches,
  held: Float64Array,
): (issue: number) => boolean {
  if (base.length === 0 || baseIsMedian || base.some((p) => type.index[p] < 0)) {
    return () => false;
  }
  const before = heldByIssue(nodes, plain.self(base, type), held.length);
  const variance = heldByIssue(nodes, plain.variance([...shown, ...base], type), held.length);
  return (i) => {
    const more = held[i] - before[i];
    return more > SURE * Math.sqrt(variance[i]) && more > LEAST_GROWTH * before[i];
  };
}

/** What the samples of a path hold, in all and by issue. */
function heldInPath(
  plain: Prepared,
  path: { readonly of: Prepared; readonly text: string },
  shown: readonly number[],
  type: SampleTypeOfSet,
  nodes: NodeMatches,
  count: number,
): { readonly held: Float64Array; readonly total: number } {
  const { tree, paths } = path.of;
  const node = findPath(paths, path.text);
  const self = new Float64Array(plain.tree.nodeCount);
  if (node >= 0) {
    const inside = new Uint8Array(tree.nodeCount);
    inside[node] = 1;
    for (let n = node + 1; n < inside.length; n++) if (inside[tree.parent[n]]) inside[n] = 1;
    for (const p of shown) {
      const values = plain.set.values(p, type);
      const kept = values.map((value, s) => {
        const at = tree.sampleNode[p][s];
        return at >= 0 && inside[at] ? value : 0;
      });
      const one = nodeSelf(plain.tree, p, kept);
      for (let n = 0; n < self.length; n++) self[n] += one[n];
    }
  }
  const total = absoluteSum(self);
  // A path that holds nothing matches nothing.
  return { held: heldByIssue(nodes, self, count), total: total > 0 ? total : Infinity };
}

function isEnough(
  { least, profile: seenIn }: KnownIssue,
  profile: "heap" | "goroutine",
  type: SampleTypeOfSet,
  value: number,
  share: number,
): boolean {
  if (type.name.startsWith("alloc_") && !least.allocated) return false;
  if (profile === "heap") return share >= (least.share ?? 0) && value >= (least.bytes ?? 0);
  const enough = value >= (least.count ?? 0);
  return enough && (seenIn === "both" || share >= (least.share ?? 0));
}

function matchOf(
  issue: KnownIssue,
  state: KnownIssueMatch["state"],
  value: number,
  share: number,
  release: string,
): KnownIssueMatch {
  const { id, title, scope, usual, tellApart, act, source, confidence } = issue;
  const mended = issue.mended ?? [];
  return {
    id,
    title,
    of: scope.of,
    share,
    value,
    state,
    mended,
    releases: releasesText(mended, state, release),
    usual: usual === true,
    tellApart,
    act,
    source,
    confidence,
  };
}

function releasesText(
  mended: readonly string[],
  state: KnownIssueMatch["state"],
  release: string,
): string {
  if (mended.length === 0) return "";
  const { until } = MATCH_WORDS;
  if (state === "mended") return until.mended(mended, release);
  return release === "" ? until.unknown(mended) : until.is(mended, release);
}

/** Faults before what is also seen in normal use, then by share; a mend once, at the end. */
function told(matches: readonly KnownIssueMatch[]): KnownIssueMatch[] {
  const ranked = [...matches].sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  const open = ranked.filter((m) => m.state !== "mended");
  const faults = open.filter((m) => !m.usual);
  const usual = open.filter((m) => m.usual).slice(0, MOST_USUAL);
  const mended = ranked.filter((m) => m.state === "mended" && !m.usual).slice(0, 1);
  return [...faults.slice(0, MOST_TOLD - usual.length), ...usual, ...mended];
}
