import { amountText, kindPlural } from "../../../kubernetes/words.js";
import type { HeldContent } from "../../../leaks/references/held-content.js";
import { shortName } from "../../../profile/function-name.js";
import { HOLDER_WORDS } from "../../../words/engine-words.js";
import type { SuspectCard } from "../../answers.js";

/** What a holder holds is told from that share of it on. */
const WORTH = 0.1;
/** Names of fields that tell where memory hangs. */
const NAMED = 2;

/** The end of a path of fields as Go writes it: `cacheStorage.items`, `startQueue[0].Runnable`. */
export function throughText(path: readonly string[]): string {
  let out = "";
  let named = 0;
  for (let i = path.length - 1; i >= 0 && named < NAMED; i--) {
    const isElement = i > 0 && (path[i].startsWith("[") || path[i].startsWith("$map"));
    const name = isElement ? (path[i].startsWith("[") ? path[i] : "[…]") : shortName(path[i]);
    out = out === "" || out.startsWith("[") ? `${name}${out}` : `${name}.${out}`;
    if (!isElement) named++;
  }
  return out;
}

/** "ConfigMaps 70.9 MiB by their shape", of each kind that makes up a tenth of what is held. */
export function contentTexts(content: readonly HeldContent[], whole: number, unit: string) {
  return content
    .filter((c) => c.bytes >= WORTH * whole && c.kind !== "")
    .map(({ kind, bytes, evidence }) =>
      HOLDER_WORDS.content(kindPlural(kind), amountText(bytes, unit), evidence === "shaped"),
    );
}

/** All about a holder but its name and share, a sentence each; none for what is no holder. */
export function holderSentences({ holder, after }: SuspectCard, unit: string): string[] {
  if (!holder) return [];
  const { through, type, before, notFollowed, content } = holder;
  const kinds = contentTexts(content, after, unit);
  const change = before === null ? 0 : after - before;
  return [
    HOLDER_WORDS.holds(amountText(after, unit), through, type),
    kinds.length > 0 ? HOLDER_WORDS.in(kinds) : "",
    notFollowed >= WORTH * after ? HOLDER_WORDS.notFollowed(amountText(notFollowed, unit)) : "",
    before === null
      ? ""
      : change === 0
        ? HOLDER_WORDS.same
        : HOLDER_WORDS.differs(
            amountText(Math.abs(change), unit),
            change < 0,
            amountText(before, unit),
          ),
  ].filter((text) => text !== "");
}
