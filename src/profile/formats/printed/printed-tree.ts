import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { subjectOf } from "../../features.js";
import type { Profile } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { CallGraph, estimatedStacks } from "./call-graph.js";
import { isBareName, nameOf } from "./clean-line.js";
import { figuresProfile, mainBinary, sampleTypeOf } from "./figures-profile.js";
import { measureOf, PERCENT, VALUE } from "./measure.js";
import { plainHead, plainLines } from "./plain-lines.js";
import { noFacts, readFact } from "./report-facts.js";
import { lineItem, type Row } from "./row.js";
import { tableOf } from "./table.js";
import { wholeLines } from "./whole-lines.js";

const SEPARATOR = /^[ \t>]*(?:-{5,}(?:\+-*)?|-*\+-{5,})$/;
const EDGE = new RegExp(`^\\s*(${VALUE})\\s+${PERCENT}\\s*\\|\\s*(\\S.*)$`);
/** The bar before a name, which neither tables nor traces have beside such lines. */
const HINT = /(?:%|^)[ \t]*\|(?:[ \t]|$)/m;
const HAS_SEPARATOR = /^[ \t>]*(?:-{5,}\+-*|-*\+-{5,})[ \t]*$/m;
/** Figures without what follows them, whole or cut. */
const BARE_FIGURES = new RegExp(
  `^\\s*${VALUE}\\s+${PERCENT}(?:\\s+${PERCENT}\\s+${VALUE}\\s+${PERCENT})?$`,
);
const BEGUN = new RegExp(`^\\s*(?:(?:${VALUE}|${PERCENT})(?:\\s+|$))+\\|?`);
const LONE_BAR = /^\s*\|(?:\s|$)/;
const NOT_SHOWN = "(not shown)";

/** Whether a text has functions with callers and callees, as -tree and -peek print them. */
export function isPrintedTree(content: FileContent): boolean {
  const head = plainHead(content);
  return HAS_SEPARATOR.test(head) && HINT.test(head);
}

/**
 * What `go tool pprof -tree` and `-peek` print: functions with their callers and callees. From
 * these stacks are estimated: what a function holds is shared out over its callers as the calls'
 * figures are, whichever of its callees it is in.
 */
export const printedTree: Importer = {
  id: "pprof-tree",
  embedded: true,
  recognises: isPrintedTree,
  *read(content: FileContent): Steps<readonly ImportedProfile[]> {
    const lines = wholeLines(withBars(plainLines(content)));
    const { facts, rows, graph } = yield* treeOf(lines);
    const items = rows.map((row) => ({ is: "row", row }) as const);
    const table = tableOf({ facts, items, lines: rows.map(() => ""), line: 1 });
    if (!table) {
      throw new ProfileError(FORMATS_WORDS.printed.tree, {
        line: Math.max(1, lines.findIndex((l) => EDGE.test(l)) + 1),
        hint: FORMATS_WORDS.printed.treeHint,
      });
    }
    // Of a difference parts cancel out: nothing can be shared out by them.
    if (graph.hasNegative) return [{ name: "", profile: figuresProfile(table) }];
    yield 0.9;
    return [{ name: "", profile: stacksProfile(graph, table) }];
  },
};

/** A text's functions, and which of them call which. */
function* treeOf(lines: readonly string[]) {
  const nameIn = namesIn(lines);
  const facts = noFacts();
  const graph = new CallGraph();
  const rows: Row[] = [];
  let node: Row | undefined;
  let callers: { name: string; value: number }[] = [];
  let inTree = false;
  for (let i = 0; i < lines.length; i++) {
    if (i % 8192 === 8191) yield i / lines.length;
    const line = lines[i];
    if (SEPARATOR.test(line)) {
      inTree = true;
      node = undefined;
      callers = [];
      continue;
    }
    const edge = edgeOf(line);
    if (edge) {
      const name = nameIn(edge.name);
      if (node) graph.call(node.name, name, edge.value);
      else callers.push({ name, value: edge.value });
      continue;
    }
    const item = lineItem(line);
    if (item.is === "row") {
      node = { ...item.row, name: nameIn(item.row.name) };
      rows.push(node);
      graph.function(node.name, node.flat.value, node.cum.value);
      for (const caller of callers) graph.call(caller.name, node.name, caller.value);
      callers = [];
    } else if (!inTree) readFact(line, facts);
    else refuseBroken(line, i);
  }
  return { facts, rows, graph };
}

/** The function that a line has as a caller or a callee, and how much of it. */
function edgeOf(line: string): { name: string; value: number } | undefined {
  const found = EDGE.exec(line);
  const value = found && measureOf(found[1])?.value;
  return found && value != null ? { name: nameOf(found[2]).name, value } : undefined;
}

/** A bar that a mail put on the line below its figures. */
function withBars(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => LONE_BAR.test(line))) return lines;
  const out = [...lines];
  for (let i = 1; i < out.length; i++) {
    if (!LONE_BAR.test(out[i]) || !BARE_FIGURES.test(out[i - 1])) continue;
    out[i - 1] = `${out[i - 1]} ${out[i].trim()}`;
    out[i] = "";
  }
  return out;
}

/**
 * One spelling for each function: where a name was broken, its blanks may be in doubt, and no two
 * functions differ by these alone.
 */
function namesIn(lines: readonly string[]): (name: string) => string {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const item = edgeOf(line) ?? lineItem(line);
    const name = "is" in item ? item.is === "row" && item.row.name : item.name;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const best = new Map<string, { name: string; count: number }>();
  for (const [name, count] of counts) {
    const key = name.replaceAll(" ", "");
    const known = best.get(key);
    if (known === undefined || count > known.count) best.set(key, { name, count });
  }
  return (name) => best.get(name.replaceAll(" ", ""))?.name ?? name;
}

/**
 * A part of a line that was broken so that it cannot be put together: without it, calls would be
 * missing.
 * @throws ProfileError
 */
function refuseBroken(line: string, at: number): void {
  const text = line.trim();
  const isPart = LONE_BAR.test(line) || BEGUN.test(line) || isBareName(text.replace(/^\|\s*/, ""));
  if (!isPart) return;
  throw new ProfileError(FORMATS_WORDS.printed.broken, {
    line: at + 1,
    hint: FORMATS_WORDS.printed.brokenHint,
  });
}

function stacksProfile(graph: CallGraph, table: NonNullable<ReturnType<typeof tableOf>>): Profile {
  const { facts, total } = table;
  const type = sampleTypeOf(table);
  const builder = new ProfileBuilder([type]);
  const frames = new Map<string, number>();
  const frameOf = (name: string): number => {
    let frame = frames.get(name);
    if (frame === undefined) {
      frame = builder.frame(name);
      frames.set(name, frame);
    }
    return frame;
  };
  let sum = 0;
  for (const { path, value, isOpen } of estimatedStacks(graph, total)) {
    const stack = path.map(frameOf).reverse();
    if (isOpen) stack.unshift(builder.frame(NOT_SHOWN));
    builder.sample(stack, [value]);
    sum += value;
  }
  if (total > sum) builder.sample([builder.frame(NOT_SHOWN)], [total - sum]);
  return builder.done({
    timeNanos: facts.timeNanos,
    mappings: facts.file === "" ? [] : [mainBinary(facts.file, facts.buildId)],
    notes: [noteOf("tree")],
    features: { subject: subjectOf([type]), stacks: "estimated", go: true },
  });
}
