import type { SetAnswer } from "../../engine/answers.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { formatDelta, formatSpan, formatValue } from "../controls/page-format.js";
import { isOneLife } from "./lives.js";

/** What is said of two files: the change in how long, or how they differ where nothing grew. */
export function changeBetween(set: SetAnswer, from: number, to: number): string {
  const { totals, times, unit } = set;
  const delta = totals[to]! - totals[from]!;
  if (!isOneLife(set, from, to)) {
    return TIMELINE_WORDS.otherProcess(formatValue(Math.abs(delta), unit), delta < 0);
  }
  const timed = times[from] !== undefined && times[to] !== undefined;
  const span = timed ? formatSpan(Math.abs(times[to]! - times[from]!)) : "";
  return TIMELINE_WORDS.change(formatDelta(delta, unit), span);
}
