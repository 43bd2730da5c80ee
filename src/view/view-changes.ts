import { NO_BASE } from "../engine/question.js";
import type { View } from "./view.js";

/** A view with some of it changed. Another zoom shows the whole of what is zoomed to. */
export function changed(view: View, change: Partial<View>): View {
  const elsewhere = change.zoom !== undefined && change.zoom !== view.zoom;
  const whole = elsewhere || change.inverted !== undefined || change.transforms !== undefined;
  return { ...view, ...(whole ? { part: "" } : {}), ...change };
}

/** The view with base and profile exchanged; nothing changes without a base file. */
export function swapped(view: View): Partial<View> {
  return view.base >= 0 ? { shown: view.base, base: view.shown } : {};
}

/**
 * The next or previous snapshot; stays at the ends.
 * @param order files as they follow each other
 */
export function stepped(view: View, by: number, order: readonly number[]): Partial<View> {
  const shown = neighbour(order, view.shown, by);
  return shown === view.shown ? {} : { shown, sum: false };
}

/** What stands so many places after a file, at most at an end. */
export function neighbour(order: readonly number[], file: number, by: number): number {
  return order[Math.min(order.length - 1, Math.max(0, order.indexOf(file) + by))] ?? file;
}

/** Compare with the snapshot before (or the first one after), or with nothing. */
export function comparedOnOff(view: View): Partial<View> {
  if (view.base !== NO_BASE) return { base: NO_BASE };
  if (view.files.length < 2) return {};
  return { base: view.shown > 0 ? 0 : 1, sum: false };
}

const COLOURINGS = ["kind", "growth", "survival", "package"] as const;

/** The next way of colouring; growth and survival need a base. */
export function nextColouring(view: View): Partial<View> {
  const compared = view.base !== NO_BASE && !view.sum;
  const usable = COLOURINGS.filter((c) => compared || c === "kind" || c === "package");
  const at = usable.indexOf(view.colouring);
  // Behind the last comes the first again.
  return { colouring: usable[at + 1] ?? COLOURINGS[0] };
}
