import { lastOf } from "../../../lib/must.js";

/** Functions with their figures and calls, as a printed tree has them. */
export class CallGraph {
  readonly nodes = new Map<string, { flat: number; cum: number }>();
  /** caller to callee to value */
  readonly callees = new Map<string, Map<string, number>>();
  hasNegative = false;

  function(name: string, flat: number, cum: number): void {
    this.nodes.set(name, { flat, cum });
    if (flat < 0 || cum < 0) this.hasNegative = true;
  }

  /** A call stands in the text twice: below its caller and above its callee. */
  call(from: string, to: string, value: number): void {
    if (value < 0) this.hasNegative = true;
    if (from === to) return;
    let of = this.callees.get(from);
    if (!of) {
      of = new Map();
      this.callees.set(from, of);
    }
    of.set(to, Math.max(of.get(to) ?? 0, value));
  }
}

/** A path from a root, root first, and what ends in its last function. */
export interface EstimatedStack {
  readonly path: readonly string[];
  readonly value: number;
  /** it ends in functions that the text does not show */
  readonly isOpen: boolean;
}

const MAX_DEPTH = 128;
const MAX_STACKS = 20_000;
/** So many calls are followed; what is left then ends where it is. */
const MAX_FOLLOWED = 100_000;
/** Paths of less than this share of the total end where they are. */
const LEAST_SHARE = 1e-5;
/** Figures are rounded for printing: less than this share of a function is no part of its own. */
const ROUNDING = 0.002;

/**
 * Stacks of a call graph: from each function that has more than its callers pass to it, what it
 * has is passed on to its callees in proportion to the calls. Functions that call each other in a
 * circle are followed as long as that is worth it.
 * Values are whole; together they are at most the total.
 */
export function estimatedStacks(graph: CallGraph, total: number): EstimatedStack[] {
  const incoming = new Map<string, number>();
  const names = new Set(graph.nodes.keys());
  for (const [from, of] of graph.callees) {
    names.add(from);
    for (const [to, value] of of) {
      names.add(to);
      incoming.set(to, (incoming.get(to) ?? 0) + value);
    }
  }
  const out: EstimatedStack[] = [];
  let left = total;
  const emit = (path: readonly string[], share: number, isOpen: boolean) => {
    const value = Math.min(Math.round(share), left);
    if (value <= 0 || out.length >= MAX_STACKS) return;
    out.push({ path, value, isOpen });
    left -= value;
  };
  let followed = 0;
  const least = Math.max(1, total * LEAST_SHARE);
  for (const root of names) {
    const of = figuresOf(graph, root, incoming);
    const own = throughOf(graph, root, of) - (incoming.get(root) ?? 0);
    if (own <= ROUNDING * of.cum || own < least) continue;
    const open: { path: readonly string[]; flow: number }[] = [{ path: [root], flow: own }];
    for (let at = open.pop(); at && out.length < MAX_STACKS; at = open.pop()) {
      const { path, flow } = at;
      const node = lastOf(path);
      const { flat, cum } = figuresOf(graph, node, incoming);
      const calls = [...(graph.callees.get(node) ?? [])];
      const passed = calls.reduce((sum, [, value]) => sum + value, 0);
      const rest = Math.max(0, cum - flat - passed);
      const unseen = rest > ROUNDING * cum ? rest : 0;
      const all = flat + passed + unseen;
      followed += calls.length;
      if (all <= 0 || path.length >= MAX_DEPTH || flow < least || followed > MAX_FOLLOWED) {
        emit(path, flow, false);
        continue;
      }
      emit(path, (flow * flat) / all, false);
      emit(path, (flow * unseen) / all, true);
      for (const [to, value] of calls) {
        open.push({ path: [...path, to], flow: (flow * value) / all });
      }
    }
  }
  return out;
}

/** What leaves a function: of one that calls itself through others more than its own figure. */
function throughOf(graph: CallGraph, name: string, of: { flat: number; cum: number }): number {
  let out = of.flat;
  for (const value of graph.callees.get(name)?.values() ?? []) out += value;
  return Math.max(of.cum, out);
}

/** Of a function that is only named beside another, what passes through it is all that is known. */
function figuresOf(
  graph: CallGraph,
  name: string,
  incoming: ReadonlyMap<string, number>,
): { flat: number; cum: number } {
  const known = graph.nodes.get(name);
  if (known) return known;
  let passed = 0;
  for (const value of graph.callees.get(name)?.values() ?? []) passed += value;
  return { flat: 0, cum: Math.max(passed, incoming.get(name) ?? 0) };
}
