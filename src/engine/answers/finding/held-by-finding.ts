import { kindPlural } from "../../../kubernetes/words.js";
import type { Holder } from "../../../leaks/references/held-by.js";
import { formatBytes, formatShare } from "../../../lib/format.js";
import { must } from "../../../lib/must.js";
import { shortName } from "../../../profile/function-name.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { type AllocatedAndHeld, heldByAnswer } from "../suspects/held-by.js";
import { contentTexts, throughText } from "../suspects/holder-words.js";

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
    return { segments: [{ text: "Nothing is held." }], aside: "", advice: [] };
  segments.push({ text: "." });
  if (notFollowed >= WORTH * bytes) {
    segments.push({
      text: ` Of ${formatShare(notFollowed / bytes)} goref found what it hangs on, but not the field that leads to it ($sub_objects$).`,
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
  const what = [
    ...parts,
    ...(notFollowed >= ENOUGH * bytes ? ["by which of their fields is not known"] : []),
  ].join(", ");
  return [
    { text: first ? "Held by " : "; by " },
    { text: words, strong: true },
    { text: `: ${formatBytes(bytes)} of ${formatBytes(whole)} (${formatShare(bytes / whole)})` },
    {
      text: `, through ${throughText(path)}${what === "" ? "" : ` (${what})`}`,
    },
  ];
}

function joinSaid(
  { kind, allocated, by, held }: AllocatedAndHeld,
  name: string,
  notFollowed: number,
): string {
  const missing = Math.min(allocated - held, notFollowed);
  const rest =
    missing > allocated * WORTH
      ? `; up to ${formatBytes(missing)} more may be in what was not followed`
      : "";
  return `${kindPlural(kind)}: ${formatBytes(allocated)} were allocated${by === "" ? "" : `, most below ${shortName(by)}`} (${name}), ${formatBytes(held)} are found held${rest}.`;
}
