import type { Engine } from "../engine/engine.js";
import { refusal } from "../engine/figures/figure-answers.js";
import { isOfFigures } from "../engine/figures/figure-sides.js";
import type { Question } from "../engine/question.js";
import type { Steps } from "../lib/steps.js";
import { type EncodedLink, encodeLink } from "./encode.js";
import { linkInput } from "./link-input.js";

/** A self-contained link is asked for. */
export interface LinkAsk {
  readonly maxChars: number;
  readonly names: readonly string[];
  /** the view's own fragment without files, carried along */
  readonly view: string;
}

/**
 * A self-contained link of what a question shows. Kinds, finding and suspects are worked out on
 * the whole tree before anything is left out.
 * @throws LinkError where not even the root fits; QuestionError as the engine's answers do
 */
export function* linkOf(engine: Engine, question: Question, ask: LinkAsk): Steps<EncodedLink> {
  if (isOfFigures(engine.set(question), question)) throw refusal("link");
  const suspects = yield* engine.ask("suspects", question, undefined);
  const carried = {
    kinds: yield* engine.ask("kinds", question, undefined),
    finding: yield* engine.ask("finding", question, undefined),
    // Holders are told by what the link has of the chains: the code of answers knows none.
    ...(suspects.about === "holders" ? {} : { suspects }),
  };
  yield 0.5;
  const prepared = yield* engine.prepare(question);
  const input = linkInput(prepared, question, ask.names, carried, ask.view);
  yield 0.6;
  return encodeLink(input, ask.maxChars);
}
