import { sumUp } from "../../calltree/call-tree.js";
import { functionNames } from "../../calltree/frame-table.js";
import {
  BOX_JOINED,
  boxSelves,
  boxValues,
  type FlameLayout,
  layoutTree,
} from "../../calltree/layout/layout.js";
import { boxOfNodes, layoutSeen } from "../../calltree/layout/seen-nodes.js";
import { findPath } from "../../calltree/path-hash.js";
import { plumbingOf } from "../../kubernetes/frames/plumbing.js";
import { memo } from "../../lib/memo.js";
import { release } from "../../lib/release.js";
import type { Steps } from "../../lib/steps.js";
import { BOX_UNKNOWN, type JoinFacts, type Picture } from "../answers.js";
import { type Comparison, comparisonOf } from "../comparison.js";
import { kindKey } from "../kind-key.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { joinedMarks, lengthenedSamples } from "./joined-nodes.js";
import { pickKind } from "./kinds/kind-filter.js";
import { kindShares, pickedWidths } from "./kinds/kind-shares.js";
import { survivalOfNodes } from "./survival.js";

/** How much of a graph is made. */
export type Extent =
  | { readonly of: "whole" }
  /** a first look: without kinds, errors, and what is too narrow for any screen */
  | { readonly of: "draft" }
  /** all that is drawn while the box of a path ("" is the root) fills the screen */
  | { readonly of: "glance"; readonly zoom: string };

/** The graph of a question: layout, figures, kinds, what is lit. */
export function* picture(
  prepared: Prepared,
  question: Question,
  extent: Extent = { of: "whole" },
): Steps<Picture> {
  const { set, tree, attribution } = prepared;
  const draft = extent.of === "draft";
  const compared = comparisonOf(prepared, question);
  const { type, shown, self, baseSelf } = compared;
  const { width } = compared;
  yield 0.1;
  const layout = layoutOf(prepared, question, width, extent);
  if (prepared.joined) {
    markJoined(layout, joinedMarks(prepared, question, shown, type, compared.totals));
  }
  yield 0.4;
  const { totals, baseTotals } = compared;
  const ofNode = draft ? undefined : boxOfNodes(tree, layout);
  const errors = ofNode && errorsOf(compared, layout, ofNode);
  yield 0.5;
  const { count } = layout;
  const kinds = ofNode
    ? yield* kindShares(compared, { ...layout, ofNode })
    : { kind: new Int16Array(count).fill(BOX_UNKNOWN), share: new Float32Array(count) };
  release(ofNode);
  const lit =
    question.lit || question.litStage
      ? shareOf(
          layout,
          pickedWidths(compared, pickKind(attribution, question.lit, question.litStage)),
        )
      : new Float32Array(0);
  yield 0.9;
  const survival = survivalOfNodes(prepared, question, type);
  const none = new Float64Array(0);
  return {
    layout,
    namesId: prepared.namesId,
    sampleType: type.name,
    unit: type.unit,
    total: totals[0],
    of: compared.of,
    kept: compared.kept,
    baseTotal: baseTotals?.[0] ?? 0,
    hasBase: compared.isDifference,
    isDelta: compared.isDelta,
    sampling: compared.sampling,
    widths: compared.mode,
    boxTotal: boxValues(layout, totals),
    boxSelf: boxSelves(layout, self),
    boxBaseTotal: baseTotals ? boxValues(layout, baseTotals) : none,
    boxBaseSelf: baseSelf ? boxSelves(layout, baseSelf) : none,
    boxError: errors?.own ?? new Float32Array(count),
    boxDeltaError: errors?.change ?? new Float32Array(baseSelf ? count : 0),
    boxKind: kinds.kind,
    boxKindShare: kinds.share,
    boxLit: lit,
    boxSurvival: survival.ofNode ? boxShares(layout, survival.ofNode) : new Float32Array(0),
    kinds: attribution.kinds.map(kindKey),
    samples: shown.reduce((n, p) => n + set.profiles[p].samples.count, 0),
    roots: rootsOf(layout),
    joined: joinFacts(compared),
    cutStacks: tree.cutStacks ?? 0,
    survivalRefused: survival.refused,
    ...(extent.of === "glance" ? { isGlance: true } : {}),
    ...(extent.of === "draft" ? { isDraft: true } : {}),
  };
}

function layoutOf(
  prepared: Prepared,
  question: Question,
  width: Float64Array,
  extent: Extent,
): FlameLayout {
  const { tree } = prepared;
  const plumbing = question.folded ? plumbingOf(functionNames(tree.frames)) : undefined;
  const unfolded = plumbing && unfoldedNodes(prepared, question);
  if (extent.of === "glance") {
    const zoom = extent.zoom === "" ? 0 : Math.max(0, findPath(prepared.paths, extent.zoom));
    return layoutSeen(tree, width, { plumbing, unfolded }, zoom);
  }
  const options = { paths: prepared.paths, plumbing, unfolded };
  if (extent.of === "whole") return layoutTree(tree, width, options);
  const seen = seenAtFirst(width);
  const layout = layoutTree(tree, seen, options);
  release(seen);
  return layout;
}

/** Standard errors of each box: of what is shown, and of its change where there is a base. */
function errorsOf(
  compared: Comparison,
  layout: FlameLayout,
  ofNode: Int32Array,
): { own: Float32Array; change: Float32Array } {
  const { count } = layout;
  const { shown, baseOfErrors, scale } = compared;
  const variance = boxVariance(compared, layout, ofNode, shown);
  const before = baseOfErrors && boxVariance(compared, layout, ofNode, baseOfErrors);
  const own = new Float32Array(count);
  const change = new Float32Array(compared.baseSelf ? count : 0);
  for (let box = 0; box < count; box++) own[box] = Math.sqrt(variance[box]);
  for (let box = 0; box < change.length; box++) {
    change[box] = Math.sqrt(variance[box] + (before ? before[box] * scale * scale : 0));
  }
  release(variance, before);
  return { own, change };
}

/** Variance of each box's value, of some profiles together. */
function boxVariance(
  { prepared, type }: Comparison,
  { count, parent }: FlameLayout,
  ofNode: Int32Array,
  profiles: readonly number[],
): Float64Array {
  const variance = new Float64Array(count);
  for (const p of profiles) {
    if (type.index[p] >= 0)
      addCells(prepared.cells(p).node, prepared.cellVariance(p, type), ofNode, variance);
  }
  return sumUp({ parent }, variance);
}

/** Adds a sum of each cell to the box that has its node. */
function addCells(node: Int32Array, sums: Float64Array, ofNode: Int32Array, to: Float64Array) {
  for (let c = 0; c < node.length; c++) if (node[c] >= 0) to[ofNode[node[c]]] += sums[c];
}

function boxShares(layout: FlameLayout, ofNode: Float32Array): Float32Array {
  const out = new Float32Array(layout.count);
  for (let box = 0; box < out.length; box++) out[box] = ofNode[layout.node[box]];
  return out;
}

/** Tells the boxes of joined frames from others; a folded run is joined where some of it is. */
function markJoined(layout: FlameLayout, marks: Uint8Array): void {
  const { flags, node, folds } = layout;
  for (let box = 0; box < layout.count; box++) {
    flags[box] = marks[node[box]] ? flags[box] | BOX_JOINED : flags[box] & ~BOX_JOINED;
  }
  for (let m = 0, run = 0; m < folds.memberNode.length; m++) {
    while (m >= folds.offsets[run + 1]) run++;
    const box = folds.box[run];
    if (marks[folds.memberNode[m]]) flags[box] = flags[box] | BOX_JOINED;
  }
}

function rootsOf({ row }: FlameLayout): number {
  let count = 0;
  for (let box = 0; box < row.length; box++) if (row[box] === 1) count++;
  return count;
}

/** Frames narrower than this share of the whole are no pixel wide on any screen. */
const NARROWEST = 1 / 8192;

function seenAtFirst(width: Float64Array): Float64Array {
  const least = width[0] * NARROWEST;
  const seen = new Float64Array(width.length);
  for (let n = 0; n < seen.length; n++) if (width[n] >= least) seen[n] = width[n];
  return seen;
}

function shareOf(layout: FlameLayout, width: Float64Array): Float32Array {
  const out = new Float32Array(layout.count);
  for (let box = 0; box < out.length; box++) {
    const all = layout.width[box];
    out[box] = all > 0 ? Math.min(1, width[layout.node[box]] / all) : 0;
  }
  return out;
}

function unfoldedNodes(prepared: Prepared, question: Question): Uint8Array {
  const marks = new Uint8Array(prepared.tree.nodeCount);
  for (const path of question.unfolded) {
    const node = findPath(prepared.paths, path);
    if (node > 0) marks[node] = 1;
  }
  return marks;
}

/** What joining did for the files shown. */
export function joinFacts({ prepared, shown, type, of }: Comparison): JoinFacts {
  const { joined, set } = prepared;
  if (!joined) return { truncated: 0, joined: 0, share: 0 };
  let truncated = 0;
  let mended = 0;
  let held = 0;
  for (const p of shown) {
    const values = set.values(p, type);
    const lengthened = lengthenedSamples(joined.added[p]);
    truncated += marksIn(joined.truncated[p]);
    mended += lengthened.length;
    for (const s of lengthened) held += Math.abs(values[s]);
  }
  return { truncated, joined: mended, share: of > 0 ? held / of : 0 };
}

const marksIn = memo((marks: Uint8Array): number => {
  let count = 0;
  for (let s = 0; s < marks.length; s++) count += marks[s];
  return count;
});
