import { BASE_MEDIAN } from "../../engine/question.js";
import type { View } from "../../view/view.js";
import { shortFileName } from "./page-format.js";

/** What is compared, in words: "01-created → 03-storm". */
export function viewTitle(view: View): string {
  if (view.sum) return `sum of ${view.files.length} files`;
  const shown = shortFileName(view.files[view.shown]?.name ?? "");
  if (view.base === BASE_MEDIAN) return `median of all → ${shown}`;
  const base = view.files[view.base];
  return base ? `${shortFileName(base.name)} → ${shown}` : shown;
}
