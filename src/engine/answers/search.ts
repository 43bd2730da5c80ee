import { RE2JS } from "re2js";
import { pathText } from "../../calltree/path-hash.js";
import type { SearchAnswer } from "../answers.js";
import { comparisonOf } from "../comparison.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";

/** So many hits can be walked by `n` and `N`; the count is of all. */
const MAX_HITS = 2000;

/** A test of names made of what a person types. */
export interface NameTest {
  readonly test: (name: string) => boolean;
  /** why the pattern was refused, "" where it was not */
  readonly refused: string;
}

/**
 * Plain text is found without regard to case, unless it has a capital; `/re/` and `/re/i` are
 * regular expressions as Go has them, which take linear time.
 */
function nameTest(pattern: string): NameTest {
  const regex = /^\/(.+?)(?:\/(i?))?$/.exec(pattern);
  if (regex) {
    try {
      const compiled = RE2JS.compile(regex[1], regex[2] ? RE2JS.CASE_INSENSITIVE : 0);
      return { test: (name) => compiled.matcher(name).find(), refused: "" };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { test: () => false, refused: why.replace(/^error parsing regexp: /, "") };
    }
  }
  if (pattern !== pattern.toLowerCase()) {
    return { test: (name) => name.includes(pattern), refused: "" };
  }
  return { test: (name) => name.toLowerCase().includes(pattern), refused: "" };
}

/** A test of a function's place: its file's name, or the path where the pattern has a slash. */
function fileTest(pattern: string, { test }: NameTest): (file: string) => boolean {
  const hasSlash = pattern.replace(/^\/(.+?)(?:\/i?)?$/, "$1").includes("/");
  return hasSlash ? test : (file) => file !== "" && test(file.slice(file.lastIndexOf("/") + 1));
}

/** Which functions match by name or by file, and how much the samples with a match hold, each sample once. */
export function search(prepared: Prepared, question: Question, pattern: string): SearchAnswer {
  const { tree, paths } = prepared;
  const { names, files } = tree.frames;
  const byName = nameTest(pattern);
  const { test, refused } = byName;
  const matches = new Uint8Array(names.length);
  const none = { matches, functions: 0, value: 0, share: 0, paths: [], refused };
  if (refused) return none;
  const { self, width } = comparisonOf(prepared, question);
  const testFile = fileTest(pattern, byName);
  for (let f = 0; f < names.length; f++) {
    if (test(names[f]) || testFile(files[f] ?? "")) matches[f] = 1;
  }
  // A node counts where it or a node above it matches.
  const inside = new Uint8Array(tree.nodeCount);
  const found = new Uint8Array(names.length);
  const hits: number[] = [];
  let value = 0;
  let all = 0;
  for (let node = 0; node < tree.nodeCount; node++) {
    all += Math.abs(self[node]);
    if (node > 0) {
      const frame = tree.frame[node];
      const match = matches[frame] === 1 && width[node] > 0;
      const above = inside[tree.parent[node]];
      if (match) found[frame] = 1;
      if (match && !above) hits.push(node);
      inside[node] = match || above ? 1 : 0;
    }
    if (inside[node]) value += Math.abs(self[node]);
  }
  let functions = 0;
  for (const one of found) functions += one;
  hits.sort((a, b) => width[b] - width[a] || a - b);
  return {
    matches,
    functions,
    value,
    share: all > 0 ? value / all : 0,
    paths: hits.slice(0, MAX_HITS).map((n) => pathText(paths.low[n], paths.high[n])),
    refused,
  };
}
