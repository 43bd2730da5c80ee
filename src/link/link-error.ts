import { LINK_WORDS } from "../words/readers/link-words.js";
/** Why a self-contained link could not be opened or made: one sentence for the person. */
export class LinkError extends Error {
  readonly hint: string;

  constructor(message: string, hint = LINK_WORDS.hints.copy) {
    super(message);
    this.name = "LinkError";
    this.hint = hint;
  }
}
