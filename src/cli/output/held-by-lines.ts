import type { HeldByAnswer } from "../../engine/answers/suspects/held-by.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { columns, plain } from "./text-table.js";

const WORDS = OUTPUT_WORDS.heldBy;

/** Links of a path that are shown, nearest the memory. */
const ENDS = 6;

/** Who holds the memory, as tables behind that of the kinds. */
export function heldByLines({ bytes, holders, beside }: HeldByAnswer): string[] {
  const size = (value: number) => (value === 0 ? "" : amountText(value, "bytes"));
  const lines = [
    "",
    ...columns([
      [WORDS.holder, WORDS.held, WORDS.share, WORDS.notFollowed],
      ...holders.map((h) => [
        plain(h.words),
        size(h.bytes),
        shareText(h.bytes / bytes),
        size(h.notFollowed),
      ]),
    ]),
    "",
    ...holders.map((h) => OUTPUT_WORDS.item(plain(h.words), plain(pathText(h.path)))),
  ];
  if (!beside || beside.rows.length === 0) return lines;
  return [
    ...lines,
    "",
    ...columns([
      [WORDS.beside(plain(beside.name)), WORDS.allocated, WORDS.held, WORDS.by],
      ...beside.rows.map((row) => [
        plain(row.kind),
        size(row.allocated),
        size(row.held),
        plain(OUTPUT_WORDS.facts(row.holders.map((h) => h.words))),
      ]),
    ]),
  ];
}

function pathText(path: readonly string[]): string {
  const left = path.length - 1 - ENDS;
  return left <= 1 ? path.join(" → ") : [path[0], `… ${left} …`, ...path.slice(-ENDS)].join(" → ");
}
