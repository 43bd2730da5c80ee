import { functionSums } from "../../../calltree/functions/function-table.js";
import { formatCount, formatShare } from "../../../lib/format.js";
import { shortName } from "../../../profile/function-name.js";
import { TIME_WORDS } from "../../../words/finding-words.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { partsSaid } from "./finding-subjects.js";

const NAMED = 3;
const WORTH = 0.05;

/** Profiles of time, of waits and of threads: how much in all, and which functions have most of it. */
export function timeFinding(prepared: Prepared, question: Question): FindingAnswer {
  const { type, of, isDifference, self, baseSelf } = comparisonOf(prepared, question);
  const values = isDifference ? self.map((v, n) => v - (baseSelf?.[n] ?? 0)) : self;
  const total = values.reduce((sum, v) => sum + v, 0);
  const { flat } = functionSums(prepared.tree, values);
  const whole = isDifference ? Math.abs(total) : of;
  const ranked = [...flat.keys()]
    .filter((f) => flat[f] > WORTH * whole)
    .sort((a, b) => flat[b] - flat[a])
    .slice(0, NAMED);
  const functions = ranked.map((f) =>
    TIME_WORDS.function<Segment>(
      { text: shortName(prepared.tree.frames.names[f]), strong: true },
      formatShare(flat[f] / whole),
    ),
  );
  const amount: Segment = { text: measured(Math.abs(total), type.unit), strong: true };
  const change = isDifference ? (total >= 0 ? "more" : "less") : undefined;
  const segments = partsSaid(TIME_WORDS.all(amount, counted(type.name), change, functions));
  return { segments, aside: "", advice: [] };
}

/** What a sample type counts, to follow the figure. */
function counted(sampleType: string): string {
  const known: Readonly<Record<string, string>> = TIME_WORDS.counted;
  return Object.hasOwn(known, sampleType) ? (known[sampleType] ?? sampleType) : sampleType;
}

/** Nanoseconds as a person reads time, everything else as a count. */
function measured(value: number, unit: string): string {
  if (unit !== "nanoseconds") return formatCount(value);
  const seconds = value / 1e9;
  if (seconds < 1) return `${(seconds * 1000).toPrecision(3)} ms`;
  if (seconds < 120) return `${seconds.toPrecision(3)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
