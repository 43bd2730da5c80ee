import type { Tab } from "../../view/view.js";

/** Tabs that are read beside the graph where the screen has room for both. */
const BESIDE: readonly Tab[] = ["table", "tree", "callers"];

/** Whether the graph is on the screen. */
export function graphIsSeen(tab: Tab, wide: boolean): boolean {
  return tab === "graph" || (wide && BESIDE.includes(tab));
}
