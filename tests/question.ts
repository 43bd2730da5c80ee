import type { Question } from "../src/engine/question.js";
import { DEFAULT_VIEW, questionOf } from "../src/view/view.js";

/** What the page asks when nothing was chosen and no file is open. */
export const PLAIN_QUESTION: Question = questionOf(DEFAULT_VIEW);
