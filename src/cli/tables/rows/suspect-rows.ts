import type { SuspectsAnswer } from "../../../engine/answers.js";
import { foldedName } from "../../../export/folded-stacks.js";
import type { Row } from "../schema.js";
import type { IndexedProfile } from "./indexed-profile.js";

/**
 * The rows of a profile in `suspects`: the paths that hold nine tenths of it, the largest first.
 * What grows is told by the same path in the rows of other profiles.
 */
export function suspectRows(of: IndexedProfile, { suspects, about }: SuspectsAnswer): Row[] {
  if (about === "holders") return [];
  const known = of.sampling.basis !== "unknown";
  return suspects.map((card, i) => ({
    profile_id: of.id,
    time: of.time,
    rank: i + 1,
    path: card.path,
    function: card.name,
    stack: card.stack.map(foldedName).join(";"),
    kind: card.kind,
    evidence: card.evidence,
    stage: card.stage,
    class: card.class || null,
    value: card.after,
    standard_error: known ? card.error : null,
    share: card.share,
    mean_object_bytes: card.meanObjectBytes,
  }));
}
