import { exactNames } from "../calltree/frame-table.js";
import { comparisonOf } from "../engine/comparison.js";
import type { Prepared } from "../engine/prepared-tree.js";
import type { Question } from "../engine/question.js";
import { wholeNumbers } from "./whole-numbers.js";

const UNITS: Readonly<Record<string, string>> = {
  bytes: "bytes",
  nanoseconds: "nanoseconds",
  microseconds: "microseconds",
  milliseconds: "milliseconds",
  seconds: "seconds",
};

/**
 * speedscope's JSON of what a question shows: a sampled profile with a sample for each stack that
 * holds something itself; with a base a second one before it.
 * @throws QuestionError where a profile does not have the sample type
 */
export function speedscopeFile(prepared: Prepared, question: Question, name: string): string {
  const { tree } = prepared;
  const { self, baseSelf, isDelta, type } = comparisonOf(prepared, question);
  const names = exactNames(tree.frames);
  const { files } = tree.frames;
  const frameOf = new Map<number, number>();
  const frames: object[] = [];
  const indexOf = (f: number): number => {
    let index = frameOf.get(f);
    if (index === undefined) {
      index = frames.push(files[f] ? { name: names[f], file: files[f] } : { name: names[f] }) - 1;
      frameOf.set(f, index);
    }
    return index;
  };
  const sampled = (title: string, values: Float64Array) => {
    const samples: number[][] = [];
    const weights: number[] = [];
    // Widths cannot be negative there: what shrank is in none of the two.
    wholeNumbers(values).forEach((value, node) => {
      if (value <= 0 || node === 0) return;
      const stack: number[] = [];
      for (let n = node; n > 0; n = tree.parent[n]) stack.push(indexOf(tree.frame[n]));
      samples.push(stack.reverse());
      weights.push(value);
    });
    const endValue = weights.reduce((a, b) => a + b, 0);
    const unit = UNITS[type.unit] ?? "none";
    return { type: "sampled", name: title, unit, startValue: 0, endValue, samples, weights };
  };
  const profiles = [sampled(`${name} ${type.name}`, self)];
  if (baseSelf && !isDelta) profiles.unshift(sampled(`before ${type.name}`, baseSelf));
  const file = {
    $schema: "https://www.speedscope.app/file-format-schema.json",
    exporter: "leaklens",
    name,
    activeProfileIndex: profiles.length - 1,
    shared: { frames },
    profiles,
  };
  return `${JSON.stringify(file)}\n`;
}
