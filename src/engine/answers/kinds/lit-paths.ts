import { nodeTotals, sumUp } from "../../../calltree/call-tree.js";
import { ownWidths } from "../../../calltree/layout/layout.js";
import { pathText } from "../../../calltree/path-hash.js";
import { EVIDENCE, STAGES } from "../../../kubernetes/attribution/attribution.js";
import { release } from "../../../lib/release.js";
import type { LitPath } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { pickKind, type SamplePick } from "./kind-filter.js";
import { pickedSelves } from "./kind-shares.js";

const MAX_PATHS = 200;
/** A path ends where no child holds at least this share of it. */
const FORK_SHARE = 0.8;
/** Paths below this share of what is lit are left to the table. */
const SMALLEST_SHARE = 0.002;

/**
 * The call paths through which the lit kind holds memory, in order of bytes: from the root each
 * path follows whatever hands nearly all of its lit bytes to one child and forks elsewhere.
 */
export function litPaths(prepared: Prepared, question: Question): readonly LitPath[] {
  const lit = litNodes(prepared, question);
  if (!lit) return [];
  const { tree } = prepared;
  const { compared, pick, self, baseSelf, width, ends } = lit;
  const totals = nodeTotals(tree, self);
  const baseTotals = baseSelf ? nodeTotals(tree, baseSelf) : undefined;
  const shown = ends.slice(0, MAX_PATHS);
  const told = mostOf(prepared, shown, compared.shown, pick, compared.type.index);
  const found = shown.map((node, i) => ({
    ...pathOf(prepared, node),
    value: totals[node],
    baseValue: baseTotals?.[node] ?? 0,
    share: width[node] / width[0],
    stage: STAGES[told[i].stage] ?? "",
    evidence: EVIDENCE[told[i].evidence] ?? "",
  }));
  release(self, baseSelf, width, totals, baseTotals);
  return found;
}

/** The first of the lit paths; undefined where there is none. */
export function firstLitPath(
  prepared: Prepared,
  question: Question,
): Pick<LitPath, "path" | "name"> | undefined {
  const lit = litNodes(prepared, question);
  if (!lit) return undefined;
  const { self, baseSelf, width, ends } = lit;
  release(self, baseSelf, width);
  return ends.length > 0 ? pathOf(prepared, ends[0]) : undefined;
}

function pathOf({ tree, paths }: Prepared, node: number): Pick<LitPath, "path" | "name"> {
  return {
    path: pathText(paths.low[node], paths.high[node]),
    name: tree.frames.names[tree.frame[node]],
  };
}

/** The nodes where lit paths end, in order of bytes; undefined where nothing is lit. */
function litNodes(prepared: Prepared, question: Question) {
  if (!question.lit && !question.litStage) return undefined;
  const { tree, attribution } = prepared;
  const compared = comparisonOf(prepared, question);
  const pick = pickKind(attribution, question.lit, question.litStage);
  const { self, baseSelf } = pickedSelves(compared, pick);
  const width = sumUp(tree, ownWidths(self, baseSelf, compared.mode));
  const all = width[0];
  if (!(all > 0)) return undefined;
  const ends = endsOf(tree.parent, width, all * SMALLEST_SHARE);
  ends.sort((a, b) => width[b] - width[a] || a - b);
  return { compared, pick, self, baseSelf, width, ends };
}

/** Nodes where lit paths end: no child holds most of them, and they hold something themselves. */
function endsOf(parent: Int32Array, width: Float64Array, smallest: number): number[] {
  const n = parent.length;
  const heaviest = new Int32Array(n).fill(-1);
  for (let node = 1; node < n; node++) {
    const up = parent[node];
    const best = heaviest[up];
    if (best < 0 || width[node] > width[best]) heaviest[up] = node;
  }
  const forks = new Uint8Array(n);
  for (let node = 0; node < n; node++) {
    const best = heaviest[node];
    forks[node] = best < 0 || width[best] < width[node] * FORK_SHARE ? 1 : 0;
  }
  // Of a fork the children begin paths of their own, unless they are all small.
  const ends: number[] = [];
  const covered = new Float64Array(n);
  for (let node = n - 1; node > 0; node--) {
    const w = width[node];
    if (w < smallest) continue;
    if (forks[node] && covered[node] < w * 0.5) {
      ends.push(node);
      covered[node] = w;
    }
    covered[parent[node]] += covered[node];
  }
  release(heaviest, forks, covered);
  return ends;
}

/** The stage and the evidence that most of the picked bytes below each of some nodes have. */
function mostOf(
  prepared: Prepared,
  ends: readonly number[],
  profiles: readonly number[],
  pick: SamplePick,
  typeIndex: readonly number[],
): { stage: number; evidence: number }[] {
  const { tree, set, attribution } = prepared;
  const owner = new Int32Array(tree.nodeCount).fill(-1);
  for (let i = 0; i < ends.length; i++) owner[ends[i]] = i;
  for (let n = 1; n < tree.nodeCount; n++) if (owner[n] < 0) owner[n] = owner[tree.parent[n]];
  const stage = ends.map(() => new Float64Array(STAGES.length));
  const evidence = ends.map(() => new Float64Array(EVIDENCE.length));
  for (const p of profiles) {
    const { count, values } = set.profiles[p].samples;
    const from = typeIndex[p] * count;
    const nodes = tree.sampleNode[p];
    for (let s = 0; s < count; s++) {
      const at = nodes[s] < 0 ? -1 : owner[nodes[s]];
      if (at < 0 || !pick(p, s)) continue;
      const value = Math.abs(values[from + s]);
      stage[at][attribution.stage[p][s]] += value;
      evidence[at][attribution.evidence[p][s]] += value;
    }
  }
  return ends.map((_, i) => ({
    stage: indexOfLargest(stage[i]),
    evidence: indexOfLargest(evidence[i]),
  }));
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
