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
  zoomToSelection: { keys: ["Enter"], shown: "Enter", text: "zoom to the selection" },
  foldAgain: { keys: [" "], shown: "Space", text: "unfold a row of plumbing, fold it again" },
  wholeGraph: { keys: ["Home"], shown: "Home", text: "the whole graph" },
  stepOut: { keys: ["Escape"], shown: "Esc", text: "clear selection, then zoom, then search" },
  search: { keys: ["/"], shown: "/", text: "search" },
  next: { keys: ["n"], shown: "n", text: "next match or highlighted path" },
  previous: { keys: ["N"], shown: "N", text: "previous match or highlighted path" },
  earlier: { keys: [","], shown: ",", text: "previous snapshot" },
  later: { keys: ["."], shown: ".", text: "next snapshot" },
  compare: { keys: ["d"], shown: "d", text: "toggle comparison" },
  swap: { keys: ["x"], shown: "x", text: "swap base and profile" },
  sampleType: {
    keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    shown: "1 – 9",
    text: "sample type",
  },
  orientation: { keys: ["f"], shown: "f", text: "flame or icicle" },
  invert: { keys: ["i"], shown: "i", text: "invert" },
  colouring: { keys: ["c"], shown: "c", text: "next colouring" },
  theme: { keys: ["t"], shown: "t", text: "theme" },
  share: { keys: ["s"], shown: "s", text: "share" },
  help: { keys: ["?"], shown: "?", text: "keyboard shortcuts and glossary" },
  back: {
    keys: ["z"],
    ctrl: true,
    shown: "Ctrl Z",
    text: "back (the browser's own back does the same)",
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
  return { title: `${title} (${shown})`, "aria-keyshortcuts": pressed.join(" ") };
}
