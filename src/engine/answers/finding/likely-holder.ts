import { amountText } from "../../../kubernetes/words.js";
import { shortName } from "../../../profile/function-name.js";
import type { Parts } from "../../../words/catalogue.js";
import { FINDING_WORDS } from "../../../words/finding-words.js";
import type { Segment } from "../../answers.js";
import type { Cause } from "./finding-causes.js";
import type { FindingFacts } from "./finding-sentence.js";

/** Growth of own code below this share of what watches decoded is nobody's copy of it. */
const LEAST_OWN = 0.005;
/** A notification has some tens of bytes beside an object of kilobytes. */
const LEAST_NOTIFIED = 0.0005;

/** The function of the program's own that grew with what watches decoded, if one did. */
function holderOf(
  { holders }: Pick<FindingFacts, "holders">,
  received: number,
): FindingFacts["holders"][number] | undefined {
  const holder = holders[0];
  return holder && holder.growth >= received * LEAST_OWN ? holder : undefined;
}

/**
 * Whether what watches decoded waits for event handlers: informers' notifications live for
 * microseconds unless a handler is slower than the changes come. Own code that keeps more of its
 * own than they are is the likelier holder.
 */
export function waitsForHandlers({
  change,
  notified,
  holders,
}: Pick<FindingFacts, "change" | "notified" | "holders">): boolean {
  const received = change?.stages["watch-receive"] ?? 0;
  if (!(received > 0) || notified < received * LEAST_NOTIFIED) return false;
  return notified > (holderOf({ holders }, received)?.growth ?? 0);
}

/**
 * A client's objects were decoded by its watches, and are held by whoever keeps them: what the
 * program's own code allocated meanwhile is the likely holder, since a copy shares its strings.
 */
export function holderSaid(facts: FindingFacts, said: readonly Cause[]): Parts<Segment> {
  const received = facts.change?.stages["watch-receive"] ?? 0;
  if (!(received > 0) || !said.some((c) => c.sort === "kind" || c.name === "watch-receive")) {
    return [];
  }
  if (waitsForHandlers(facts)) {
    return [FINDING_WORDS.holder.waits(amountText(facts.notified, facts.held.unit))];
  }
  const holder = holderOf(facts, received);
  if (!holder) return [FINDING_WORDS.holder.none];
  const name: Segment = { text: shortName(holder.name), strong: true };
  const amount = amountText(holder.growth, facts.held.unit);
  return FINDING_WORDS.holder.likely(name, amount);
}
