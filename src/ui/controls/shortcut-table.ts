import { CONTROLS_WORDS } from "../../words/page/controls-words.js";

const TEXTS = CONTROLS_WORDS.shortcuts;

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
  zoomToSelection: { keys: ["Enter"], shown: "Enter", text: TEXTS.zoomToSelection },
  foldAgain: { keys: [" "], shown: "Space", text: TEXTS.foldAgain },
  wholeGraph: { keys: ["Home"], shown: "Home", text: TEXTS.wholeGraph },
  stepOut: { keys: ["Escape"], shown: "Esc", text: TEXTS.stepOut },
  search: { keys: ["/"], shown: "/", text: TEXTS.search },
  next: { keys: ["n"], shown: "n", text: TEXTS.next },
  previous: { keys: ["N"], shown: "N", text: TEXTS.previous },
  earlier: { keys: [","], shown: ",", text: TEXTS.earlier },
  later: { keys: ["."], shown: ".", text: TEXTS.later },
  compare: { keys: ["d"], shown: "d", text: TEXTS.compare },
  swap: { keys: ["x"], shown: "x", text: TEXTS.swap },
  sampleType: {
    keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    shown: "1 – 9",
    text: TEXTS.sampleType,
  },
  orientation: { keys: ["f"], shown: "f", text: TEXTS.orientation },
  invert: { keys: ["i"], shown: "i", text: TEXTS.invert },
  colouring: { keys: ["c"], shown: "c", text: TEXTS.colouring },
  theme: { keys: ["t"], shown: "t", text: TEXTS.theme },
  share: { keys: ["s"], shown: "s", text: TEXTS.share },
  help: { keys: ["?"], shown: "?", text: TEXTS.help },
  back: {
    keys: ["z"],
    ctrl: true,
    shown: "Ctrl Z",
    text: TEXTS.back,
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
