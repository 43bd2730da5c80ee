/** Why a self-contained link could not be opened or made: one sentence for the person. */
export class LinkError extends Error {
  readonly hint: string;

  constructor(message: string, hint = "copy the whole link again") {
    super(message);
    this.name = "LinkError";
    this.hint = hint;
  }
}
