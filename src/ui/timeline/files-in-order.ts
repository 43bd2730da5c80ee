import type { SetAnswer } from "../../engine/answers.js";
import { type FileSource, fileSources } from "../../view/file-sources.js";
import type { View } from "../../view/view.js";

/**
 * Several processes that were recorded again and again; undefined where files are one series, or
 * the person says what they are.
 */
export function sourcesOf(view: View, set: SetAnswer): readonly FileSource[] | undefined {
  if (set.kind === "series" || view.set !== "auto") return undefined;
  return fileSources(
    view.files.map(({ name }) => name),
    set.times,
  );
}

/**
 * Files as they follow each other on the timeline: snapshots in time, one process after the other;
 * others as they were opened.
 */
export function filesInOrder(view: View, set: SetAnswer | undefined): readonly number[] {
  const opened = view.files.map((_, i) => i);
  if (!set || set.order.length !== view.files.length) return opened;
  if (set.kind === "series") return set.order;
  return sourcesOf(view, set)?.flatMap(({ files }) => files) ?? opened;
}
