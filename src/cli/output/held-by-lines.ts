import type { HeldByAnswer } from "../../engine/answers/suspects/held-by.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { columns, plain } from "./text-table.js";

/** Links of a path that are shown, nearest the memory. */
const ENDS = 6;

/** Who holds the memory, as tables behind that of the kinds. */
export function heldByLines({ bytes, holders, beside }: HeldByAnswer): string[] {
  const size = (value: number) => (value === 0 ? "" : amountText(value, "bytes"));
  const lines = [
    "",
    ...columns([
      ["held by", "held", "share", "not followed"],
      ...holders.map((h) => [
        plain(h.words),
        size(h.bytes),
        shareText(h.bytes / bytes),
        size(h.notFollowed),
      ]),
    ]),
    "",
    ...holders.map((h) => `${plain(h.words)}: ${plain(pathText(h.path))}`),
  ];
  if (!beside || beside.rows.length === 0) return lines;
  return [
    ...lines,
    "",
    ...columns([
      [`kind, beside ${plain(beside.name)}`, "allocated", "held", "by"],
      ...beside.rows.map((row) => [
        plain(row.kind),
        size(row.allocated),
        size(row.held),
        plain(row.holders.map((h) => h.words).join(", ")),
      ]),
    ]),
  ];
}

function pathText(path: readonly string[]): string {
  const left = path.length - 1 - ENDS;
  return left <= 1 ? path.join(" → ") : [path[0], `… ${left} …`, ...path.slice(-ENDS)].join(" → ");
}
