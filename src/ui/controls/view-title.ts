import { BASE_MEDIAN } from "../../engine/question.js";
import type { View } from "../../view/view.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { shortFileName } from "./page-format.js";

const WORDS = CONTROLS_WORDS.view;

/** What is compared, in words: "01-created → 03-storm". */
export function viewTitle(view: View): string {
  if (view.sum) return WORDS.sum(view.files.length);
  const shown = shortFileName(view.files[view.shown]?.name ?? "");
  if (view.base === BASE_MEDIAN) return WORDS.fromMedian(shown);
  const base = view.files[view.base];
  return base ? WORDS.from(shortFileName(base.name), shown) : shown;
}
