import { kindPlural } from "../../../kubernetes/words.js";
import type { Holder } from "../../../leaks/references/held-by.js";
import { formatBytes, formatShare } from "../../../lib/format.js";
import { must } from "../../../lib/must.js";
import { shortName } from "../../../profile/function-name.js";
import { HELD_BY_WORDS } from "../../../words/finding-words.js";
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
  const segments: Segment[] = [];
  let said = 0;
  for (const holder of holders) {
    if (segments.length > 0 && (said >= ENOUGH * bytes || segments.length >= 4 * NAMED)) break;
    segments.push(...holderSaid(holder, bytes, segments.length === 0));
    said += holder.bytes;
  }
  if (segments.length === 0)
    return { segments: [{ text: HELD_BY_WORDS.nothing }], aside: "", advice: [] };
  segments.push({ text: "." });
  if (notFollowed >= WORTH * bytes) {
    segments.push({
      text: HELD_BY_WORDS.notFollowed(formatShare(notFollowed / bytes)),
    });
  }
  if (beside) {
    for (const row of beside.rows.slice(0, 1))
      segments.push({ text: ` ${joinSaid(row, beside.name, notFollowed)}` });
  }
  return { segments, aside: "", advice: [] };
}

function holderSaid(holder: Holder, whole: number, first: boolean): Segment[] {
  const { words, bytes, notFollowed, content, path } = holder;
  const parts = contentTexts(content, bytes, "bytes");
  const what = notFollowed >= ENOUGH * bytes ? [...parts, HELD_BY_WORDS.fieldsUnknown] : parts;
  return partsSaid(
    HELD_BY_WORDS.heldBy<Segment>(
      first,
      { text: words, strong: true },
      formatBytes(bytes),
      formatBytes(whole),
      formatShare(bytes / whole),
      throughText(path),
      what,
    ),
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
