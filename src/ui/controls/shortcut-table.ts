import { CONTROLS_WORDS } from "../../words/page/controls-words.js";

const WORDS = CONTROLS_WORDS.shortcuts;

/** A key of the page: what is pressed, how it is shown, and what it does. */
export interface Shortcut {
  /** values of KeyboardEvent.key; with `ctrl` while Ctrl or Command is down */
  readonly keys: readonly string[];
  readonly ctrl?: boolean;
  /** as help and titles show it */
  readonly shown: string;
  /** as help says it */
  readonly text: string;
}

/**
 * The keys that work anywhere on the page. What they do is in `app/shortcuts.ts`; help, titles and
 * what screen readers are given read this table. Keys of the graph are `GRAPH_KEYS`.
 */
export const SHORTCUTS = {
  zoomToSelection: {
    keys: ["Enter"],
    shown: "Enter",
    get text() {
      return WORDS.zoomToSelection;
    },
  },
  foldAgain: {
    keys: [" "],
    shown: "Space",
    get text() {
      return WORDS.foldAgain;
    },
  },
  wholeGraph: {
    keys: ["Home"],
    shown: "Home",
    get text() {
      return WORDS.wholeGraph;
    },
  },
  stepOut: {
    keys: ["Escape"],
    shown: "Esc",
    get text() {
      return WORDS.stepOut;
    },
  },
  search: {
    keys: ["/"],
    shown: "/",
    get text() {
      return WORDS.search;
    },
  },
  next: {
    keys: ["n"],
    shown: "n",
    get text() {
      return WORDS.next;
    },
  },
  previous: {
    keys: ["N"],
    shown: "N",
    get text() {
      return WORDS.previous;
    },
  },
  earlier: {
    keys: [","],
    shown: ",",
    get text() {
      return WORDS.earlier;
    },
  },
  later: {
    keys: ["."],
    shown: ".",
    get text() {
      return WORDS.later;
    },
  },
  compare: {
    keys: ["d"],
    shown: "d",
    get text() {
      return WORDS.compare;
    },
  },
  swap: {
    keys: ["x"],
    shown: "x",
    get text() {
      return WORDS.swap;
    },
  },
  sampleType: {
    keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    shown: "1 – 9",
    get text() {
      return WORDS.sampleType;
    },
  },
  orientation: {
    keys: ["f"],
    shown: "f",
    get text() {
      return WORDS.orientation;
    },
  },
  invert: {
    keys: ["i"],
    shown: "i",
    get text() {
      return WORDS.invert;
    },
  },
  colouring: {
    keys: ["c"],
    shown: "c",
    get text() {
      return WORDS.colouring;
    },
  },
  theme: {
    keys: ["t"],
    shown: "t",
    get text() {
      return WORDS.theme;
    },
  },
  share: {
    keys: ["s"],
    shown: "s",
    get text() {
      return WORDS.share;
    },
  },
  help: {
    keys: ["?"],
    shown: "?",
    get text() {
      return WORDS.help;
    },
  },
  back: {
    keys: ["z"],
    ctrl: true,
    shown: "Ctrl Z",
    get text() {
      return WORDS.back;
    },
  },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof SHORTCUTS;

/** Which shortcut a pressed key is; undefined where it is none. */
export function shortcutOfKey(key: string, ctrl = false): ShortcutName | undefined {
  const all = Object.entries(SHORTCUTS) as [ShortcutName, Shortcut][];
  return all.find(([, s]) => s.keys.includes(key) && (s.ctrl ?? false) === ctrl)?.[0];
}

/** What an element that does the same as a shortcut carries: a title that ends with the key. */
export function withShortcut(title: string, name: ShortcutName) {
  const { keys, shown, ctrl }: Shortcut = SHORTCUTS[name];
  const pressed = keys.map((key) => {
    const named = key === " " ? "Space" : /^[A-Z]$/.test(key) ? `Shift+${key}` : key;
    return ctrl ? `Control+${named}` : named;
  });
  return { title: CONTROLS_WORDS.withKey(title, shown), "aria-keyshortcuts": pressed.join(" ") };
}
