import { exactNames } from "../calltree/frame-table.js";
import { comparisonOf } from "../engine/comparison.js";
import type { Prepared } from "../engine/prepared-tree.js";
import type { Question } from "../engine/question.js";
import { joinedBytes } from "../lib/joined-bytes.js";
import { wholeNumbers } from "./whole-numbers.js";

/** Lines that are encoded together. */
const CHUNK = 1 << 14;

/**
 * Folded stacks, one line a stack in the tree's order: the names from root to leaf joined by `;`,
 * a space and the value of the samples that end there, in the unit of the question's sample type.
 * With a base two values, before and after, as difffolded.pl writes them. Stacks of value 0 (0 and
 * 0) are left out. The direction is always root to leaf, also where the question is inverted.
 *
 * @throws QuestionError where a profile does not have the sample type
 */
export function foldedStacks(prepared: Prepared, question: Question): Uint8Array<ArrayBuffer> {
  const { tree } = prepared;
  const { self, baseSelf, isDelta } = comparisonOf(prepared, question);
  const after = wholeNumbers(self);
  const before = baseSelf && !isDelta ? wholeNumbers(baseSelf) : undefined;
  const names = exactNames(tree.frames).map(foldedName);
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) chunks.push(encoder.encode(`${lines.join("\n")}\n`));
    lines = [];
  };
  for (let node = 0; node < tree.nodeCount; node++) {
    const b = before?.[node] ?? 0;
    if (after[node] === 0 && b === 0) continue;
    const stack: string[] = [];
    for (let n = node; n > 0; n = tree.parent[n]) stack.push(names[tree.frame[n]]);
    if (!question.inverted) stack.reverse();
    lines.push(`${stack.join(";") || "all"} ${before ? `${b} ` : ""}${after[node]}`);
    if (lines.length === CHUNK) flush();
  }
  flush();
  return joinedBytes(chunks);
}

/** A name that holds no character with a meaning in folded stacks; undone by no one but people. */
export function foldedName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is sought
  return name.replace(/[;\\\u0000-\u001f\u007f\u2028\u2029]/g, (c) => {
    const code = c.charCodeAt(0);
    return code > 0xff
      ? `\\u${code.toString(16).padStart(4, "0")}`
      : `\\x${code.toString(16).padStart(2, "0")}`;
  });
}
