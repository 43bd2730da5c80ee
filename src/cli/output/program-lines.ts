import type { Program } from "../../kubernetes/program/program.js";
import { evidenceText, programText } from "../../kubernetes/program/program-text.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { plain } from "./text-table.js";

/** The line in front of an answer that says whose memory it is; none where nothing is known. */
export function programLines(program: Program): string[] {
  const text = programText(program);
  if (text === "") return [];
  const how = evidenceText(program).replace(/[.。]$/, "");
  return [OUTPUT_WORDS.program(how ? OUTPUT_WORDS.aside(plain(text), plain(how)) : plain(text))];
}
