import type { KindName } from "../kubernetes/attribution/attribution.js";
import type { KindKey } from "./answers.js";

/** A kind as it stands in links, chips and colours: "ConfigMap", "Deployment.apps". */
export function kindKey(name: KindName): KindKey {
  return name.group === "" ? name.kind : `${name.kind}.${name.group}`;
}

export const OTHER_KEY = "other";
export const UNKNOWN_KEY = "unknown";
