/** A question that has no answer: the message says why, the hint what to change. */
export class QuestionError extends Error {
  readonly hint: string;

  constructor(message: string, hint = "") {
    super(hint ? `${message}; ${hint}` : message);
    this.name = "QuestionError";
    this.hint = hint;
  }
}
