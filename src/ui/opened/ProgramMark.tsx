import type { Program } from "../../kubernetes/program/program.js";
import { evidenceText, programText } from "../../kubernetes/program/program-text.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";

/** Whose memory it is, in small beside the file's name; how that is known is its title. */
export function ProgramMark({ program }: { readonly program: Program }) {
  const text = programText(program);
  if (text === "") return null;
  return (
    <span
      className="program-mark dim"
      title={evidenceText(program) || OPENED_WORDS.header.byFunctions}
    >
      {text}
    </span>
  );
}
