import { lastOf } from "../../lib/must.js";
import { type Profile, stackOfSample } from "../../profile/profile.js";
import { isElement, type Link, linkOf, NOT_FOLLOWED } from "../../profile/reference-chain.js";
import { LEAKS_WORDS } from "../../words/leaks-words.js";
import { contentOf, type HeldContent } from "./held-content.js";
import { HOLDER_RULES, RUNNABLE_GROUPS } from "./holder-rules.js";

/** Where chains of references part: what holds memory. */
export interface Holder {
  /** in words, "the stores of informers"; the root variable where nothing is known of it */
  readonly words: string;
  /** variable or field names from the root to what holds: the last may be a collection */
  readonly path: readonly string[];
  /** type of what holds, "" for a root alone */
  readonly type: string;
  readonly bytes: number;
  readonly objects: number;
  /** of bytes, those that hang somewhere below it: the tool found no field that leads to them */
  readonly notFollowed: number;
  /** what it holds, the largest first */
  readonly content: readonly HeldContent[];
}

/** Who holds the memory of a process. */
export interface HeldBy {
  readonly bytes: number;
  readonly objects: number;
  readonly notFollowed: number;
  /** the largest first; what is small is left out */
  readonly holders: readonly Holder[];
}

/** A branch below that share is no holder of its own. */
const LEAST = 0.02;
/** A chain is followed while one link has that share of what the link before has. */
const FOLLOWED = 0.9;
const MOST_HOLDERS = 12;
/** Chains are followed no deeper: goref itself stops at 256. */
const DEEPEST = 512;

/** A link, and what hangs below it. */
export interface ReferenceNode {
  readonly name: string;
  /** by a number that tells links below one node apart */
  readonly children: Map<number, ReferenceNode>;
  bytes: number;
  objects: number;
}

/** Holders, and for each the chain that ends where they hold, root variable first. */
export interface Holdings<N extends ReferenceNode> {
  readonly held: HeldBy;
  readonly chains: readonly (readonly N[])[];
}

/**
 * Who holds the memory, by chains of references: they are followed from the root while they run
 * together, and each branch of weight is a holder.
 * @param bytes of each sample
 * @param objects of each sample; empty where they are not counted
 */
export function heldBy(
  profile: Profile,
  bytes: ArrayLike<number>,
  objects: ArrayLike<number>,
): HeldBy {
  return holdersBelow(treeOf(profile, bytes, objects)).held;
}

/**
 * The holders of a tree of references.
 * @param root stands for the process: its children are root variables
 */
export function holdersBelow<N extends ReferenceNode>(root: N): Holdings<N> {
  const ends: N[][] = [];
  const branch = (node: N, path: readonly N[]) => {
    let at = node;
    const chain = [...path, node];
    for (;;) {
      const next = heaviest(at) as N | undefined;
      if (!next || next.bytes < at.bytes * FOLLOWED || next.name === NOT_FOLLOWED) break;
      at = next;
      chain.push(at);
    }
    const parts = [...(at.children.values() as Iterable<N>)].filter(
      (child) => child.bytes >= root.bytes * LEAST && child.name !== NOT_FOLLOWED,
    );
    const link = linkOf(at.name);
    const isObject = link !== undefined && isElement(link);
    // Below an element of a collection stands the object itself: its fields are no holders.
    if (parts.length > 1 && !isObject) for (const part of parts) branch(part, chain);
    else ends.push(chain);
  };
  for (const child of root.children.values() as Iterable<N>) {
    if (child.bytes > 0 && child.bytes >= root.bytes * LEAST) branch(child, []);
  }
  ends.sort((a, b) => lastOf(b).bytes - lastOf(a).bytes);
  const chains = ends.slice(0, MOST_HOLDERS);
  const held = {
    bytes: root.bytes,
    objects: root.objects,
    notFollowed: notFollowedIn(root),
    holders: chains.map(holderOf),
  };
  return { held, chains };
}

function treeOf(
  profile: Profile,
  bytes: ArrayLike<number>,
  objects: ArrayLike<number>,
): ReferenceNode {
  const { samples, locations, functions, strings } = profile;
  const root: ReferenceNode = { name: "", children: new Map(), bytes: 0, objects: 0 };
  for (let s = 0; s < samples.count; s++) {
    const value = bytes[s] ?? 0;
    const count = objects[s] ?? 0;
    let node = root;
    node.bytes += value;
    node.objects += count;
    const stack = stackOfSample(samples, s);
    const last = Math.max(0, stack.length - DEEPEST);
    for (let k = stack.length - 1; k >= last; k--) {
      const location = stack[k];
      const line = locations.lineOffsets[location];
      if (line === locations.lineOffsets[location + 1]) continue;
      const name = functions.name[locations.lineFunction[line]];
      let child = node.children.get(name);
      if (!child) {
        child = { name: strings.get(name), children: new Map(), bytes: 0, objects: 0 };
        node.children.set(name, child);
      }
      node = child;
      node.bytes += value;
      node.objects += count;
    }
  }
  return root;
}

function heaviest({ children }: ReferenceNode): ReferenceNode | undefined {
  let best: ReferenceNode | undefined;
  for (const child of children.values()) if (!best || child.bytes > best.bytes) best = child;
  return best;
}

function notFollowedIn(node: ReferenceNode): number {
  let sum = 0;
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.name === NOT_FOLLOWED) sum += next.bytes;
    else stack.push(...next.children.values());
  }
  return sum;
}

function holderOf(chain: readonly ReferenceNode[]): Holder {
  const last = lastOf(chain);
  const links = chain.map((node) => linkOf(node.name));
  // A collection holds its elements, however many of them the chain's end stands for.
  let end = chain.length - 1;
  for (let link = links[end]; end > 0 && link && isElement(link); link = links[end]) end--;
  return {
    words: wordsOf(chain, links),
    path: chain.slice(0, end + 1).map((node, i) => links[i]?.field ?? node.name),
    type: links[end]?.type ?? "",
    bytes: last.bytes,
    objects: last.objects,
    notFollowed: notFollowedIn(last),
    content: contentOf([...last.children.values()], last.bytes),
  };
}

function wordsOf(chain: readonly ReferenceNode[], links: readonly (Link | undefined)[]): string {
  const texts = chain.map((node, i) => links[i]?.type ?? node.name);
  for (const { type, holder } of HOLDER_RULES)
    if (texts.some((text) => type.test(text))) return LEAKS_WORDS.holder(holder);
  for (let i = links.length - 1; i >= 0; i--) {
    const link = links[i];
    if (!link?.type.endsWith("manager.runnableGroup")) continue;
    const holder = RUNNABLE_GROUPS[link.field];
    if (holder) return LEAKS_WORDS.holder(holder);
  }
  return chain[0].name;
}
