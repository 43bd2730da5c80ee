import type { Engine } from "../engine/engine.js";
import type { Question } from "../engine/question.js";
import { type EncodedLink, encodeLink } from "../link/encode.js";
import { decodeLink } from "../link/link.js";
import { linkInput } from "../link/linkinput.js";
import { type OpenedLink, profileOfLink } from "../link/linkprofile.js";
import type { Steps } from "../profile/steps.js";
import type { LinkAsk } from "./api.js";

/**
 * A self-contained link of what a question shows. Kinds, finding and suspects are worked out on
 * the whole tree before anything is left out.
 * @throws LinkError where not even the root fits; QuestionError as the engine's answers do
 */
export function* linkOf(engine: Engine, question: Question, ask: LinkAsk): Steps<EncodedLink> {
  const carried = {
    kinds: yield* engine.ask("kinds", question, undefined),
    finding: yield* engine.ask("finding", question, undefined),
    suspects: yield* engine.ask("suspects", question, undefined),
  };
  yield 0.5;
  const prepared = yield* engine.prepare(question);
  const input = linkInput(prepared, question, ask.names, carried, ask.view);
  yield 0.6;
  return encodeLink(input, ask.maxChars);
}

/**
 * The profiles that a link carries, to be answered like any others.
 * @throws LinkError in one sentence, whatever the text is
 */
export function openedLink(data: string): OpenedLink {
  return profileOfLink(decodeLink(data));
}
