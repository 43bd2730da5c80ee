import type { CarriedAnswers } from "../engine/profile-library.js";
import { LINK_WORDS } from "../words/readers/link-words.js";
import { type Coded, THRESHOLD_PARTS } from "./format/content-code.js";
import { TreePaths } from "./format/tree-paths.js";
import { writeLink } from "./link.js";
import { LINK_LIMITS, type LinkInput, type LinkTree, restShareOf } from "./link-content.js";
import { LinkError } from "./link-error.js";
import { Pruner } from "./prune-tree.js";

/** A self-contained link. */
export interface EncodedLink {
  /** the whole fragment, without "#" */
  readonly text: string;
  readonly chars: number;
  /** nodes that stayed, without the root */
  readonly kept: number;
  /** share of the bytes that lies in what was cut, 0 to 1, the largest of the files */
  readonly restShare: number;
  /** nodes stayed whose share in some file is at least this */
  readonly threshold: number;
}

/** So long a link is taken everywhere. */
export const SAFE_CHARS = 2000;
/** With nodes of this share a link tells enough to carry other sample types as well. */
const GOOD_THRESHOLD = 0.005;

/**
 * Makes a link of at most `maxChars` characters, with the lowest threshold that fits. Of the
 * sample types the first one is shown; the others, and the answers, are carried as long as that
 * leaves all nodes of at least 0.5%. Answers that are not carried are worked out again from what
 * is left, by whoever opens the link.
 * @throws LinkError where not even the root fits
 */
export function encodeLink(input: LinkInput, maxChars = SAFE_CHARS): EncodedLink {
  const { finding, kinds } = input.carried;
  const carriers = [input.carried, { finding, kinds }, { finding }, {}];
  let best: EncodedLink | undefined;
  for (const carried of carriers) {
    const nodes = pinned(input.tree, carried);
    for (const types of typeCounts(input.types.length)) {
      const found = lowest({ ...withTypes(input, types), carried }, nodes, maxChars);
      if (found && found.threshold <= GOOD_THRESHOLD) return found;
      if (found && (!best || found.threshold < best.threshold)) best = found;
    }
  }
  if (best) return best;
  throw new LinkError(LINK_WORDS.noRoom(maxChars), LINK_WORDS.hints.longer);
}

/** The nodes that answers point to. */
function pinned(tree: LinkTree, { finding, suspects }: CarriedAnswers): number[] {
  const cards = suspects?.suspects ?? [];
  const paths = [...cards, ...(finding?.segments ?? [])].flatMap((of) => of.path ?? []);
  if (paths.length === 0) return [];
  const known = new TreePaths(tree);
  const stacks = cards.map((card) => known.follow(Math.max(0, known.find(card.path)), card.stack));
  return [...paths.map((path) => known.find(path)), ...stacks].filter((node) => node > 0);
}

/** All types, then half of them, down to one. */
function typeCounts(types: number): number[] {
  return types <= 1 ? [types] : [types, ...typeCounts(types >> 1)];
}

/** The same with the first types alone. */
function withTypes(input: LinkInput, count: number): LinkInput {
  const all = input.types.length;
  if (count === all) return input;
  const chosen = <T>(columns: readonly T[]) => columns.filter((_, c) => c % all < count);
  const { tree } = input;
  return {
    ...input,
    types: input.types.slice(0, count),
    measure: chosen(input.measure),
    tree: { ...tree, self: chosen(tree.self), rest: chosen(tree.rest) },
  };
}

/** The link with the lowest threshold that has room. */
function lowest(
  input: LinkInput,
  nodes: readonly number[],
  maxChars: number,
): EncodedLink | undefined {
  const pruner = new Pruner(input, nodes);
  const steps = pruner.steps(THRESHOLD_PARTS, LINK_LIMITS.nodes);
  const attempt = (step: number): EncodedLink | undefined => {
    const threshold = steps[step] / THRESHOLD_PARTS;
    const tree = pruner.prune(threshold);
    const text = written({ ...input, tree, threshold });
    if (text === undefined || text.length > maxChars) return undefined;
    const kept = tree.parent.length - 1;
    return {
      text,
      chars: text.length,
      kept,
      restShare: restShareOf(tree, input.types.length),
      threshold,
    };
  };
  let best = attempt(0);
  if (!best) return undefined;
  // Ever more nodes until it is too long, so that what is far too long is never coded.
  let fits = 0;
  let stride = 16;
  let over = steps.length;
  while (fits + 1 < over) {
    const next = over < steps.length ? (fits + over) >> 1 : Math.min(fits + stride, over - 1);
    const found = attempt(next);
    if (found) {
      best = found;
      fits = next;
      stride *= 2;
    } else over = next;
  }
  return best;
}

/** The link's text; undefined where it would be beyond what is read. */
function written(content: Coded): string | undefined {
  try {
    return writeLink(content);
  } catch (error) {
    if (error instanceof LinkError) return undefined;
    throw error;
  }
}
