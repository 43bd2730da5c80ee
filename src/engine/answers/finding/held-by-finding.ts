import { kindPlural } from "../../../kubernetes/words.js";
import type { Holder } from "../../../leaks/references/held-by.js";
import { formatBytes, formatShare } from "../../../lib/format.js";
import { must } from "../../../lib/must.js";
import { shortName } from "../../../profile/function-name.js";
import type { Parts } from "../../../words/catalogue.js";
import { HELD_BY_WORDS, inSequence } from "../../../words/finding-words.js";
import { commaList } from "../../../words/fluent.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { type AllocatedAndHeld, heldByAnswer } from "../suspects/held-by.js";
import { contentTexts, throughText } from "../suspects/holder-words.js";
import { partsSaid } from "./finding-subjects.js";

const NAMED = 3;
const ENOUGH = 0.8;
/** What a holder holds is told from that share of it on. */
const WORTH = 0.1;

/** The finding of chains of references: who holds the memory, and what could not be followed. */
export function heldByFinding(prepared: Prepared, question: Question): FindingAnswer {
  const { bytes, notFollowed, holders, beside } = must(
    heldByAnswer(prepared, question),
    "the holders of a file of chains of references",
  );
  const named: Parts<Segment>[] = [];
  let said = 0;
  for (const holder of holders) {
    if (named.length > 0 && (said >= ENOUGH * bytes || named.length >= NAMED)) break;
    named.push(holderSaid(holder, bytes));
    said += holder.bytes;
  }
  if (named.length === 0)
    return { segments: [{ text: HELD_BY_WORDS.nothing }], aside: "", advice: [] };
  const sentences: Parts<Segment>[] = [HELD_BY_WORDS.heldBy(named)];
  if (notFollowed >= WORTH * bytes) {
    sentences.push([HELD_BY_WORDS.notFollowed(formatShare(notFollowed / bytes))]);
  }
  if (beside) {
    for (const row of beside.rows.slice(0, 1))
      sentences.push([joinSaid(row, beside.name, notFollowed)]);
  }
  return { segments: partsSaid(inSequence(sentences)), aside: "", advice: [] };
}

function holderSaid(holder: Holder, whole: number): Parts<Segment> {
  const { words, bytes, notFollowed, content, path } = holder;
  const parts = contentTexts(content, bytes, "bytes");
  const what = notFollowed >= ENOUGH * bytes ? [...parts, HELD_BY_WORDS.fieldsUnknown] : parts;
  return HELD_BY_WORDS.holder<Segment>(
    { text: words, strong: true },
    formatBytes(bytes),
    formatBytes(whole),
    formatShare(bytes / whole),
    throughText(path),
    commaList(what),
  );
}

function joinSaid(
  { kind, allocated, by, held }: AllocatedAndHeld,
  name: string,
  notFollowed: number,
): string {
  const missing = Math.min(allocated - held, notFollowed);
  return HELD_BY_WORDS.allocated(
    kindPlural(kind),
    formatBytes(allocated),
    by === "" ? "" : shortName(by),
    name,
    formatBytes(held),
    missing > allocated * WORTH ? formatBytes(missing) : "",
  );
}
