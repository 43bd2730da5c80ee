import { amountText, kindPlural, shareText, wholeText } from "../../../kubernetes/words.js";
import type { Parts } from "../../../words/catalogue.js";
import { DELTA_WORDS, FINDING_WORDS, inSequence } from "../../../words/finding-words.js";
import type { FindingAnswer, KindsAnswer, Segment } from "../../answers.js";
import { wholeOfKinds } from "../../whole-of-kinds.js";
import { partsSaid } from "./finding-subjects.js";

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
  const amount: Segment = { text: amountText(Math.abs(total), unit), strong: true };
  const sentences: Parts<Segment>[] = [DELTA_WORDS.whole(wholeText(sampleType), total, amount)];
  const kinds = change.kinds.filter((row) => Math.abs(row.total) >= whole * LEAST).slice(0, SAID);
  if (kinds.length > 0) {
    sentences.push(
      DELTA_WORDS.kinds(
        kinds.map((row) =>
          DELTA_WORDS.kind<Segment>(
            { text: kindPlural(row.kind), strong: true, kind: row.key },
            row.total > 0,
            amountText(Math.abs(row.total), unit),
          ),
        ),
      ),
    );
  }
  const untold = whole > 0 ? Math.abs(change.unknown) / whole : 0;
  if (untold >= 0.1 && kinds.length > 0) {
    const part =
      untold <= 1
        ? DELTA_WORDS.ofChanged(shareText(untold))
        : amountText(Math.abs(change.unknown), unit);
    sentences.push([FINDING_WORDS.unknownPart(part)]);
  }
  return { segments: partsSaid(inSequence(sentences)), aside: "", advice: [] };
}
