import { FLAMEGRAPH_WORDS } from "../../words/flamegraph-words.js";
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

const WORDS = FLAMEGRAPH_WORDS.keys;

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
    get text() {
      return WORDS.walk;
    },
    act: () => false,
  },
  {
    keys: ["Enter"],
    get shown() {
      return WORDS.named.enter;
    },
    get text() {
      return WORDS.zoom;
    },
    act: (target) => target.zoomToActive(),
  },
  {
    keys: ["Home"],
    get shown() {
      return WORDS.named.home;
    },
    get text() {
      return WORDS.whole;
    },
    act: (target) => target.reset(),
  },
  {
    keys: [" "],
    get shown() {
      return WORDS.named.space;
    },
    get text() {
      return WORDS.unfold;
    },
    act: (target) => target.unfoldActive(),
  },
  {
    keys: ["+"],
    shown: "+",
    get text() {
      return WORDS.zoomIn;
    },
    act: (target) => target.zoomBy(ZOOM_STEP),
  },
  {
    keys: ["-"],
    shown: "−",
    get text() {
      return WORDS.zoomOut;
    },
    act: (target) => target.zoomBy(1 / ZOOM_STEP),
  },
  {
    keys: ["PageDown"],
    get shown() {
      return WORDS.named.pageDown;
    },
    get text() {
      return WORDS.down;
    },
    act: (target) => target.page(1),
  },
  {
    keys: ["PageUp"],
    get shown() {
      return WORDS.named.pageUp;
    },
    get text() {
      return WORDS.up;
    },
    act: (target) => target.page(-1),
  },
  {
    keys: ["ContextMenu", "F10"],
    get shown() {
      return WORDS.named.menu;
    },
    get text() {
      return WORDS.menu;
    },
    act: (target, key) => (key.key !== "F10" || key.shiftKey) && target.menuOfActive(),
  },
  {
    keys: ["Escape"],
    get shown() {
      return WORDS.named.escape;
    },
    get text() {
      return WORDS.leave;
    },
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
