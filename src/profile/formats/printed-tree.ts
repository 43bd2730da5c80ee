import type { Steps } from "../../lib/steps.js";
import { subjectOf } from "../features.js";
import type { Profile } from "../profile.js";
import { ProfileBuilder } from "../profile-builder.js";
import { ProfileError } from "../profile-error.js";
import type { FileContent } from "./file-content.js";
import type { ImportedProfile, Importer } from "./importer.js";
import { CallGraph, estimatedStacks } from "./printed/call-graph.js";
import { nameOf } from "./printed/clean-line.js";
import { figuresProfile, mainBinary, sampleTypeOf } from "./printed/figures-profile.js";
import { measureOf, PERCENT, VALUE } from "./printed/measure.js";
import { plainHead, plainLines } from "./printed/plain-lines.js";
import { noFacts, readFact } from "./printed/report-facts.js";
import { lineItem, type Row } from "./printed/row.js";
import { tableOf } from "./printed/table.js";
import { unwrapped } from "./printed/wrapped-lines.js";

const SEPARATOR = /^[ \t>]*-{5,}\+-{5,}/;
const EDGE = new RegExp(`^\\s*(${VALUE})\\s+${PERCENT}\\s*\\|\\s*(\\S.*)$`);
const HINT = new RegExp(`^[ \\t>]*${VALUE}[ \\t]+${PERCENT}[ \\t]*\\|[ \\t]+\\S`, "m");
const HAS_SEPARATOR = /^[ \t>]*-{5,}\+-{5,}/m;
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
  what: "a tree that go tool pprof printed",
  embedded: true,
  recognises: isPrintedTree,
  *read(content: FileContent): Steps<readonly ImportedProfile[]> {
    const lines = unwrapped(plainLines(content));
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
      const edge = EDGE.exec(line);
      const value = edge && measureOf(edge[1])?.value;
      if (edge && value !== null && value !== undefined) {
        const { name } = nameOf(edge[2]);
        if (node) graph.call(node.name, name, value);
        else callers.push({ name, value });
        continue;
      }
      const item = lineItem(line);
      if (item.is === "row") {
        node = item.row;
        rows.push(node);
        graph.function(node.name, node.flat.value, node.cum.value);
        for (const caller of callers) graph.call(caller.name, node.name, caller.value);
        callers = [];
      } else if (!inTree) readFact(line, facts);
    }
    const items = rows.map((row) => ({ is: "row", row }) as const);
    const table = tableOf({ facts, items, lines: rows.map(() => ""), line: 1 });
    if (!table) {
      throw new ProfileError(
        "this looks like a tree of go tool pprof, but no function of it can be read",
        {
          line: Math.max(1, lines.findIndex((l) => EDGE.test(l)) + 1),
          hint: "copy the whole output of go tool pprof -tree",
        },
      );
    }
    // Of a difference parts cancel out: nothing can be shared out by them.
    if (graph.hasNegative) return [{ name: "", profile: figuresProfile(table) }];
    yield 0.9;
    return [{ name: "", profile: stacksProfile(graph, table) }];
  },
};

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
    notes: [
      "Stacks were put together from callers and callees that go tool pprof printed: where a function has several callers, how much of each of its paths is theirs is an estimate.",
    ],
    features: { subject: subjectOf([type]), stacks: "estimated", go: true },
  });
}
