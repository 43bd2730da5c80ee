import type { BeyondAnswer } from "../../engine/answers/beyond.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { columns, plain } from "./text-table.js";

const WORDS = OUTPUT_WORDS.beyond;

/** What is said of a process's memory, its parts, and how each is seen on the machine. */
export function beyondLines(
  { sentences, rows, counted }: BeyondAnswer,
  joined: readonly string[],
): string[] {
  return [
    ...sentences,
    ...joined.map(plain),
    "",
    ...columns([[WORDS.part, WORDS.size], ...rows.map((row) => [row.name, row.size])]),
    "",
    ...rows.flatMap((row) => [
      `  - ${OUTPUT_WORDS.item(row.name, row.text)}`,
      ...(row.command === "" ? [] : [`      ${row.command}`]),
    ]),
    ...(counted.length === 0
      ? []
      : ["", "runtime.MemStats", ...columns(counted.map(({ name, text }) => [name, text]))]),
  ];
}
