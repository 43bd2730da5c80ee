import type { KindsAnswer } from "../../engine/answers.js";
import { shareOfKinds } from "../../engine/whole-of-kinds.js";
import { formatDelta, formatShare, formatValue } from "../controls/page-format.js";

/** A value of the matrix: a change where there is a base. */
export function show(value: number, kinds: KindsAnswer): string {
  return kinds.isDifference ? formatDelta(value, kinds.unit) : formatValue(value, kinds.unit);
}

/** Its share of the whole; "" where there is none. */
export function share(value: number, kinds: KindsAnswer): string {
  const of = shareOfKinds(value, kinds);
  return of === undefined ? "" : formatShare(of);
}
