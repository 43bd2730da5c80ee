import type { SetAnswer } from "../../engine/answers.js";
import { itemAt } from "../../lib/must.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { formatDelta, formatSpan, formatValue } from "../controls/page-format.js";
import { isOneLife } from "./lives.js";

/** What is said of two files: the change in how long, or how they differ where nothing grew. */
export function changeBetween(set: SetAnswer, from: number, to: number): string {
  const { totals, times, unit } = set;
  const delta = itemAt(totals, to) - itemAt(totals, from);
  if (!isOneLife(set, from, to)) {
    return TIMELINE_WORDS.otherProcess(formatValue(Math.abs(delta), unit), delta < 0);
  }
  const [before, after] = [times[from], times[to]];
  const timed = before !== undefined && after !== undefined;
  const span = timed ? formatSpan(Math.abs(after - before)) : "";
  return TIMELINE_WORDS.change(formatDelta(delta, unit), span);
}
