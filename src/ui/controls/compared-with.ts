import type { SetAnswer } from "../../engine/answers.js";
import { BASE_MEDIAN, NO_BASE } from "../../engine/question.js";
import type { View } from "../../view/view.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { isOneLife } from "../timeline/lives.js";
import { shortFileName } from "./page-format.js";

/**
 * What the figures are compared with where it is no earlier moment of the same process: "the
 * median", "master-1". Undefined where something can have grown, or nothing is compared.
 */
export function comparedWith(view: View, set: SetAnswer | undefined): string | undefined {
  if (view.sum || view.base === NO_BASE) return undefined;
  if (view.base === BASE_MEDIAN) return CONTROLS_WORDS.theMedian;
  const base = view.files[view.base];
  if (!base || !set || isOneLife(set, view.base, view.shown)) return undefined;
  return shortFileName(base.name);
}

/** Why growth and survival cannot be shown; "" where they can. */
export function whyNoGrowth(view: View, isDelta: boolean): string {
  if (isDelta) return "";
  if (view.sum) return CONTROLS_WORDS.sumHasNoBase;
  return view.base === NO_BASE ? CONTROLS_WORDS.chooseBase : "";
}
