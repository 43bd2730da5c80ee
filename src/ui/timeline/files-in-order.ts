import type { SetAnswer } from "../../engine/answers.js";
import type { View } from "../../view/view.js";

/** Files as they follow each other on the timeline: snapshots in time, others as they were opened. */
export function filesInOrder(view: View, set: SetAnswer | undefined): readonly number[] {
  const known = set?.kind === "series" && set.order.length === view.files.length;
  return known ? set.order : view.files.map((_, i) => i);
}
