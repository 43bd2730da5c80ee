import { type Step, stepOfKey } from "./box-navigation.js";

/** What keys on the graph lead to; those that return false have nothing to do there. */
export interface KeyTarget {
  /** goes to the box one step away */
  step(step: Step): void;
  zoomToActive(): boolean;
  reset(): void;
  unfoldActive(): boolean;
  /** zooms about the middle; above 1 shows less */
  zoomBy(factor: number): void;
  /** scrolls by nearly what is seen: 1 down the screen, -1 up */
  page(direction: 1 | -1): boolean;
  menuOfActive(): boolean;
  leave(): void;
}

/** The part of a KeyboardEvent that counts. */
export type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const ZOOM_STEP = 1.5;

/** A key of the graph: what is pressed, how it is shown, and what it does. */
interface GraphKey {
  /** values of KeyboardEvent.key */
  readonly keys: readonly string[];
  readonly shown: string;
  readonly text: string;
  /** false where it does nothing here and belongs to the page */
  act(target: KeyTarget, key: Key): unknown;
}

/** The keys of the graph beside those that go from box to box (`stepOfKey`); help reads them. */
export const GRAPH_KEYS: readonly GraphKey[] = [
  {
    keys: [],
    shown: "← ↑ → ↓",
    text: "parent, child, neighbours in the graph",
    act: () => false,
  },
  {
    keys: ["Enter"],
    shown: "Enter",
    text: "zoom to the selection",
    act: (target) => target.zoomToActive(),
  },
  { keys: ["Home"], shown: "Home", text: "the whole graph", act: (target) => target.reset() },
  {
    keys: [" "],
    shown: "Space",
    text: "unfold a row of plumbing",
    act: (target) => target.unfoldActive(),
  },
  { keys: ["+"], shown: "+", text: "zoom in", act: (target) => target.zoomBy(ZOOM_STEP) },
  { keys: ["-"], shown: "−", text: "zoom out", act: (target) => target.zoomBy(1 / ZOOM_STEP) },
  {
    keys: ["PageDown"],
    shown: "Page Down",
    text: "scroll down",
    act: (target) => target.page(1),
  },
  { keys: ["PageUp"], shown: "Page Up", text: "scroll up", act: (target) => target.page(-1) },
  {
    keys: ["ContextMenu", "F10"],
    shown: "Shift F10",
    text: "what can be done with a function",
    act: (target, key) => (key.key !== "F10" || key.shiftKey) && target.menuOfActive(),
  },
  {
    keys: ["Escape"],
    shown: "Esc",
    text: "leave the box",
    act: (target) => {
      target.leave();
      return false;
    },
  },
];

/** What a key does; false where it does nothing here and belongs to the page. */
export function handleKey(key: Key, flame: boolean, target: KeyTarget): boolean {
  if (key.ctrlKey || key.metaKey || key.altKey) return false;
  const step = stepOfKey(key.key, flame);
  if (step) {
    target.step(step);
    return true;
  }
  const found = GRAPH_KEYS.find(({ keys }) => keys.includes(key.key));
  return found !== undefined && found.act(target, key) !== false;
}
