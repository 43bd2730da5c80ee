import { pathText } from "../../../calltree/path-hash.js";
import { holdersBelow, type ReferenceNode } from "../../../leaks/references/held-by.js";
import { lastOf } from "../../../lib/must.js";
import { featuresOf } from "../../../profile/features.js";
import { shortName } from "../../../profile/function-name.js";
import { HOLDER_WORDS } from "../../../words/engine-words.js";
import type { SuspectCard, SuspectsAnswer } from "../../answers.js";
import { type Comparison, comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import { NO_BASE, type Question } from "../../question.js";
import { sidesOf } from "../../sides.js";
import { throughText } from "./holder-words.js";

/** A link of the tree that is shown. */
interface Link extends ReferenceNode {
  readonly node: number;
}

/**
 * What holds memory, in place of suspects, where what is shown is made of chains of references;
 * undefined for all else. A chain says who holds memory and not who allocated it: there is no
 * stage, no class of a leak, no rate and no advice. With a base of the same sort each holder is
 * told with what it held there; a base that is no chain of references is left alone.
 * @param prepared a tree with the root first
 */
export function holdersAnswer(prepared: Prepared, question: Question): SuspectsAnswer | undefined {
  const { set, tree, paths } = prepared;
  const isChain = set.profiles.map((p) => featuresOf(p).subject === "references");
  const sides = sidesOf(question);
  if (!sides.shown.every((p) => isChain[p])) return undefined;
  const isCompared = sides.base.length > 0 && sides.base.every((p) => isChain[p]);
  const compared = comparisonOf(prepared, isCompared ? question : { ...question, base: NO_BASE });
  const { totals, baseTotals, type } = compared;
  const { held, chains } = holdersBelow(linksOf(compared));
  const columns = isChain.every(Boolean)
    ? set.profiles.map((_, p) =>
        type.index[p] < 0 ? undefined : prepared.totals(prepared.self([p], type)),
      )
    : [];
  const cards = chains.map((chain, i): SuspectCard => {
    const { words, path, type: holds, bytes, notFollowed, content } = held.holders[i];
    const { node } = lastOf(chain);
    const before = isCompared && baseTotals ? baseTotals[node] : null;
    return {
      path: pathText(paths.low[node], paths.high[node]),
      name: words,
      stack: chain.map((link) => tree.frames.names[tree.frame[link.node]]),
      kind: null,
      evidence: "",
      stage: "",
      class: "",
      before: before ?? bytes,
      after: bytes,
      growth: before === null ? 0 : bytes - before,
      error: 0,
      share: totals[0] > 0 ? bytes / totals[0] : 0,
      survival: null,
      meanObjectBytes: null,
      series: columns.map((column) => column?.[node] ?? 0),
      forecast: "",
      advice: [],
      holder: {
        through:
          path.length > 1
            ? HOLDER_WORDS.field(throughText(path))
            : HOLDER_WORDS.variable(shortName(path[0])),
        type: holds,
        before,
        notFollowed,
        content,
      },
    };
  });
  return {
    about: "holders",
    explained: cards.reduce((sum, card) => sum + card.share, 0),
    restarted: false,
    suspects: cards,
    cleared: [],
    unit: type.unit,
    of: totals[0],
  };
}

/** The tree that is shown as links, those that hold nothing left out. */
function linksOf({ prepared, totals }: Comparison): Link {
  const { parent, frame, frames, nodeCount } = prepared.tree;
  const links = new Map<number, Link>();
  const make = (node: number, name: string): Link => {
    const link = { node, name, children: new Map(), bytes: totals[node], objects: 0 };
    links.set(node, link);
    return link;
  };
  const root = make(0, "");
  for (let node = 1; node < nodeCount; node++) {
    if (!(totals[node] > 0)) continue;
    links.get(parent[node])?.children.set(node, make(node, frames.names[frame[node]]));
  }
  return root;
}
