import { nodeTotals } from "../../calltree/call-tree.js";
import { functionNames } from "../../calltree/frame-table.js";
import {
  BOX_JOINED,
  boxSelves,
  boxValues,
  type FlameLayout,
  layoutTree,
  ownWidths,
} from "../../calltree/layout/layout.js";
import { findPath } from "../../calltree/path-hash.js";
import { plumbingOf } from "../../kubernetes/frames/plumbing.js";
import type { Steps } from "../../lib/steps.js";
import { BOX_UNKNOWN, type JoinFacts, type Picture } from "../answers.js";
import { type Comparison, comparisonOf } from "../comparison.js";
import { kindKey } from "../kind-key.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { joinedMarks } from "./joined-nodes.js";
import { pickKind } from "./kinds/kind-filter.js";
import { kindShares, pickedWidths } from "./kinds/kind-shares.js";
import { survivalOfNodes } from "./survival.js";

/**
 * The graph of a question: layout, figures, kinds, what is lit.
 * @param draft leaves out kinds, errors, and what is too narrow for any screen, for a first look
 */
export function* picture(prepared: Prepared, question: Question, draft = false): Steps<Picture> {
  const { set, tree, paths, attribution } = prepared;
  const compared = comparisonOf(prepared, question);
  const { type, shown, self, baseSelf, mode } = compared;
  const own = ownWidths(self, baseSelf, mode);
  const width = nodeTotals(tree, own);
  yield 0.1;
  const unfolded = unfoldedNodes(prepared, question);
  const layout = layoutTree(tree, draft ? seenAtFirst(width) : width, {
    paths,
    ...(question.folded ? { plumbing: plumbingOf(functionNames(tree.frames)), unfolded } : {}),
  });
  if (prepared.joined) markJoined(layout, joinedMarks(prepared, question, shown, type));
  yield 0.4;
  const { totals, baseTotals } = compared;
  const variance = draft ? undefined : nodeTotals(tree, compared.variance);
  const baseVariance =
    compared.baseVariance && !draft ? nodeTotals(tree, compared.baseVariance) : undefined;
  yield 0.5;
  const kinds = draft ? undefined : yield* kindShares(compared, width);
  const lit =
    question.lit || question.litStage
      ? shareOf(
          layout,
          pickedWidths(compared, pickKind(attribution, question.lit, question.litStage)),
        )
      : new Float32Array(0);
  yield 0.9;
  const survival = survivalOfNodes(prepared, question, type);
  const count = layout.count;
  const boxError = new Float32Array(count);
  const boxDeltaError = new Float32Array(baseSelf ? count : 0);
  const boxKind = new Int16Array(count).fill(BOX_UNKNOWN);
  const boxKindShare = new Float32Array(count);
  const boxSurvival = new Float32Array(survival.ofNode ? count : 0);
  for (let box = 0; box < count; box++) {
    const node = layout.node[box];
    if (kinds) {
      boxKind[box] = kinds.kind[node];
      boxKindShare[box] = kinds.share[node];
    }
    if (variance) boxError[box] = Math.sqrt(variance[node]);
    if (baseSelf && variance) {
      boxDeltaError[box] = Math.sqrt(variance[node] + (baseVariance?.[node] ?? 0));
    }
    if (survival.ofNode) boxSurvival[box] = survival.ofNode[node];
  }
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
    widths: mode,
    boxTotal: boxValues(layout, totals),
    boxSelf: boxSelves(layout, self),
    boxBaseTotal: baseTotals ? boxValues(layout, baseTotals) : none,
    boxBaseSelf: baseSelf ? boxSelves(layout, baseSelf) : none,
    boxError,
    boxDeltaError,
    boxKind,
    boxKindShare,
    boxLit: lit,
    boxSurvival,
    kinds: attribution.kinds.map(kindKey),
    samples: shown.reduce((n, p) => n + set.profiles[p].samples.count, 0),
    roots: layout.row.reduce((n, row) => n + (row === 1 ? 1 : 0), 0),
    joined: joinFacts(compared),
    cutStacks: tree.cutStacks ?? 0,
    survivalRefused: survival.refused,
  };
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

/** Frames narrower than this share of the whole are no pixel wide on any screen. */
const NARROWEST = 1 / 8192;

function seenAtFirst(width: Float64Array): Float64Array {
  const least = width[0] * NARROWEST;
  return width.map((w) => (w >= least ? w : 0));
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

export function joinFacts({ prepared, shown, type }: Comparison): JoinFacts {
  const { joined, set } = prepared;
  if (!joined) return { truncated: 0, joined: 0, share: 0 };
  let truncated = 0;
  let mended = 0;
  let held = 0;
  let all = 0;
  for (const p of shown) {
    const values = set.values(p, type);
    const { offsets } = joined.added[p];
    const cut = joined.truncated[p];
    for (let s = 0; s < values.length; s++) {
      const value = Math.abs(values[s]);
      all += value;
      if (cut[s]) truncated++;
      if (offsets[s + 1] > offsets[s]) {
        mended++;
        held += value;
      }
    }
  }
  return { truncated, joined: mended, share: all > 0 ? held / all : 0 };
}
