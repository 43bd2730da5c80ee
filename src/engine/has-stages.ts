import { featuresOf } from "../profile/features.js";
import type { FileSet } from "./file-set.js";

/** Stages are told by functions: chains of references have none. */
export function hasStages({ profiles }: FileSet, shown: readonly number[]): boolean {
  return shown.some((p) => featuresOf(profiles[p]).subject !== "references");
}
