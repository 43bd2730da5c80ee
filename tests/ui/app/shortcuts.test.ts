import { afterEach, describe, expect, it, vi } from "vitest";
import { GRAPH_KEYS, handleKey, type KeyTarget } from "../../../src/flamegraph/input/graph-keys.js";
import type { Session } from "../../../src/session/session.js";
import { act } from "../../../src/ui/app/shortcuts.js";
import {
  SHORTCUTS,
  type Shortcut,
  type ShortcutName,
  shortcutOfKey,
  withShortcut,
} from "../../../src/ui/controls/shortcut-table.js";
import { DEFAULT_VIEW } from "../../../src/view/view.js";

const all = Object.entries(SHORTCUTS) as [ShortcutName, Shortcut][];

/** A session whose page has a comparison, a selection and a search, and writes down what is asked. */
function pressed(name: string, ctrl: boolean, files = 2): string[] {
  const done: string[] = [];
  const hashes = Array.from({ length: files }, (_, k) => `${k}`);
  const view = {
    ...DEFAULT_VIEW,
    files: hashes.map((hash) => ({ hash, name: hash, size: 1, url: "" })),
    shown: files - 1,
    base: 0,
    selection: "b",
    unfolded: ["b"],
    search: "x",
  };
  const facts = { sampleTypes: Array.from({ length: 9 }, (_, k) => ({ type: `t${k}`, unit: "" })) };
  const state = {
    view,
    dialog: "",
    files: new Map(hashes.map((hash) => [hash, { facts }])),
    answers: { search: { answer: { paths: ["a", "b", "c"] } } },
  };
  const store = {
    getState: () => state,
    setState: (change: object) => done.push(JSON.stringify(change)),
  };
  vi.stubGlobal("history", { back: () => done.push("back") });
  vi.stubGlobal("document", {
    documentElement: { dataset: {} },
    getElementById: () => ({ focus: () => done.push("focus") }),
  });
  vi.stubGlobal("localStorage", { setItem: () => done.push("kept") });
  const change = (to: object) => done.push(JSON.stringify(to));
  const taken = act(name, ctrl, { store, change } as unknown as Session);
  expect(taken, name).toBe(done.length > 0);
  return done;
}

afterEach(() => vi.unstubAllGlobals());

describe("a key of the page", () => {
  const cases = all.flatMap(([name, s]) => s.keys.map((key) => [key, s.ctrl ?? false, name]));

  it.each(cases)("%j (ctrl: %s) does something: %s", (key, ctrl) => {
    expect(pressed(key as string, ctrl as boolean)).not.toEqual([]);
  });

  it("has one meaning", () => {
    const keys = all.flatMap(([, s]) => s.keys.map((key) => `${s.ctrl ?? false} ${key}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(all.map(([, s]) => s.shown)).size).toBe(all.length);
  });

  it("is no key of the page while Ctrl is down, where the table does not say so", () => {
    expect(pressed("s", true)).toEqual([]);
    expect(pressed("z", false)).toEqual([]);
    expect(shortcutOfKey("toString")).toBeUndefined();
  });

  it("changes no view before a file is open", () => {
    for (const [name, s] of all) {
      const works = pressed(s.keys[0]!, s.ctrl ?? false, 0).length > 0;
      expect([name, works]).toEqual([name, ["help", "theme", "back"].includes(name)]);
    }
  });

  it("goes to the next and the one before among matches", () => {
    expect(pressed("n", false)).toEqual(['{"selection":"c"}']);
    expect(pressed("N", false)).toEqual(['{"selection":"a"}']);
  });

  it("stands at the end of the title of what does the same, and where screen readers look", () => {
    expect(withShortcut("Share", "share")).toEqual({
      title: "Share (s)",
      "aria-keyshortcuts": "s",
    });
    expect(withShortcut("Previous", "previous")["aria-keyshortcuts"]).toBe("Shift+N");
    expect(withShortcut("Back", "back")["aria-keyshortcuts"]).toBe("Control+z");
    expect(withShortcut("Fold", "foldAgain")["aria-keyshortcuts"]).toBe("Space");
  });
});

describe("a key of the graph", () => {
  it("that help lists is one that the graph acts on", () => {
    for (const { keys, shown } of GRAPH_KEYS) {
      const pressedKeys = keys.length > 0 ? keys : shown.split(" ").map((a) => ARROWS[a]!);
      for (const key of pressedKeys) {
        const done: string[] = [];
        const target = new Proxy({} as KeyTarget, {
          get: (_, what) => () => done.push(String(what)) > 0,
        });
        const event = { key, shiftKey: true, ctrlKey: false, metaKey: false, altKey: false };
        handleKey(event, true, target);
        expect(done, key).toHaveLength(1);
      }
    }
  });
});

const ARROWS: Readonly<Record<string, string>> = {
  "←": "ArrowLeft",
  "↑": "ArrowUp",
  "→": "ArrowRight",
  "↓": "ArrowDown",
};
