import { functionSums } from "../../../calltree/functions/function-table.js";
import { formatCount, formatShare } from "../../../lib/format.js";
import { shortName } from "../../../profile/function-name.js";
import { beforeListed, TIME_WORDS } from "../../../words/finding-words.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";

/** What a sample type counts, to follow the figure. */
const COUNTED: Readonly<Record<string, string>> = TIME_WORDS.counted;
const NAMED = 3;
const WORTH = 0.05;

/** Profiles of time, of waits and of threads: how much in all, and which functions have most of it. */
export function timeFinding(prepared: Prepared, question: Question): FindingAnswer {
  const { type, of, isDifference, self, baseSelf } = comparisonOf(prepared, question);
  const values = isDifference ? self.map((v, n) => v - (baseSelf?.[n] ?? 0)) : self;
  const total = values.reduce((sum, v) => sum + v, 0);
  const segments: Segment[] = [
    { text: measured(Math.abs(total), type.unit), strong: true },
    { text: ` ${COUNTED[type.name] ?? type.name}` },
    ...(isDifference
      ? [{ text: total >= 0 ? TIME_WORDS.moreThanBefore : TIME_WORDS.lessThanBefore }]
      : []),
  ];
  const { flat } = functionSums(prepared.tree, values);
  const whole = isDifference ? Math.abs(total) : of;
  const ranked = [...flat.keys()]
    .filter((f) => flat[f] > WORTH * whole)
    .sort((a, b) => flat[b] - flat[a])
    .slice(0, NAMED);
  ranked.forEach((f, i) => {
    segments.push(
      { text: beforeListed(i, ranked.length, ": ") },
      { text: shortName(prepared.tree.frames.names[f]), strong: true },
      { text: ` ${formatShare(flat[f] / whole)}` },
    );
  });
  segments.push({ text: "." });
  return { segments, aside: "", advice: [] };
}

/** Nanoseconds as a person reads time, everything else as a count. */
function measured(value: number, unit: string): string {
  if (unit !== "nanoseconds") return formatCount(value);
  const seconds = value / 1e9;
  if (seconds < 1) return `${(seconds * 1000).toPrecision(3)} ms`;
  if (seconds < 120) return `${seconds.toPrecision(3)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
