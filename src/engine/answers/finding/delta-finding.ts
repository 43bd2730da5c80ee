import { amountText, kindPlural, shareText, wholeText } from "../../../kubernetes/words.js";
import { beforeListed, DELTA_WORDS, FINDING_WORDS } from "../../../words/finding-words.js";
import type { FindingAnswer, KindsAnswer, Segment } from "../../answers.js";
import { wholeOfKinds } from "../../whole-of-kinds.js";

/** Kinds that are said, and the least share of what changed that is worth it. */
const SAID = 3;
const LEAST = 0.02;

/**
 * The finding of a file that is a difference itself: what grew and what shrank. Nothing is "held",
 * since such a file does not say how much there is.
 */
export function deltaFinding(change: KindsAnswer, sampleType: string): FindingAnswer {
  const { unit, total } = change;
  const whole = wholeOfKinds(change);
  const segments: Segment[] = [
    { text: DELTA_WORDS.isDifference },
    { text: DELTA_WORDS.whole(wholeText(sampleType)) },
    ...(total === 0
      ? [{ text: DELTA_WORDS.noChange }]
      : [
          { text: DELTA_WORDS.changedBy(total > 0) },
          { text: amountText(Math.abs(total), unit), strong: true },
        ]),
    { text: "." },
  ];
  const kinds = change.kinds.filter((row) => Math.abs(row.total) >= whole * LEAST).slice(0, SAID);
  kinds.forEach((row, i) => {
    segments.push(
      { text: beforeListed(i, kinds.length, " ") },
      { text: kindPlural(row.kind), strong: true, kind: row.key },
      { text: DELTA_WORDS.kindChanged(row.total > 0, amountText(Math.abs(row.total), unit)) },
    );
  });
  if (kinds.length > 0) segments.push({ text: "." });
  const untold = whole > 0 ? Math.abs(change.unknown) / whole : 0;
  if (untold >= 0.1 && kinds.length > 0) {
    const part =
      untold <= 1
        ? DELTA_WORDS.ofChanged(shareText(untold))
        : amountText(Math.abs(change.unknown), unit);
    segments.push({ text: FINDING_WORDS.unknownPart(part) });
  }
  return { segments, aside: "", advice: [] };
}
