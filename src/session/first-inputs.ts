import { SESSION_WORDS } from "../words/session-words.js";
import { type Input, MAX_COUNTED } from "./input.js";
import type { Problems } from "./problems.js";

/** More files than this are not opened together. */
const MAX_FILES = 1000;

/** As many inputs as are opened together; it is told where there are none, or more. */
export function firstInputs(inputs: readonly Input[], problems: Problems): readonly Input[] {
  const { drop, theDrop } = SESSION_WORDS;
  if (inputs.length === 0) {
    problems.tell({ of: theDrop, message: drop.empty, hint: drop.emptyHint });
  }
  if (inputs.length > MAX_FILES) {
    const of = drop.rest(inputs.length - MAX_FILES, inputs.length >= MAX_COUNTED);
    problems.tell({ of, message: drop.most(MAX_FILES), hint: drop.mostHint });
  }
  return inputs.slice(0, MAX_FILES);
}
