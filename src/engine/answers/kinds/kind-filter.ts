import {
  type Attribution,
  KIND_UNKNOWN,
  STAGES,
} from "../../../kubernetes/attribution/attribution.js";
import { kindKey, OTHER_KEY, UNKNOWN_KEY } from "../../kind-key.js";

/** Which samples count: those of a kind, and perhaps of a stage. */
export type SamplePick = (profile: number, sample: number) => boolean;

/** Picks the samples of a kind by its key, and of a stage unless that is "". */
export function pickKind(attribution: Attribution, key: string, stage: string): SamplePick {
  const { kinds, kind, stage: stages } = attribution;
  const wanted =
    key === OTHER_KEY
      ? -1
      : key === UNKNOWN_KEY
        ? KIND_UNKNOWN
        : kinds.findIndex((k) => kindKey(k) === key);
  const none = wanted < 0 && key !== OTHER_KEY && key !== UNKNOWN_KEY;
  const at = stage === "" ? -1 : (STAGES as readonly string[]).indexOf(stage);
  return (p, s) =>
    (key === "" || (!none && kind[p][s] === wanted)) && (stage === "" || stages[p][s] === at);
}
