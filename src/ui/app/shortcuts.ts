import { useEffect } from "react";
import { sampleTypeName } from "../../profile/profile.js";
import type { Session } from "../../session/session.js";
import { comparedOnOff, nextColouring, stepped, swapped } from "../../view/view-changes.js";
import { type ShortcutName, shortcutOfKey } from "../controls/shortcut-table.js";
import { toNextLitPath } from "../graph/next-lit-path.js";
import { filesInOrder } from "../timeline/files-in-order.js";
import { setTheme } from "./theme-choice.js";

/** The keys that work anywhere on the page; those of the graph are the graph's own. */
export function useKeys(session: Session): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || session.store.getState().dialog) return;
      const target = event.target as HTMLElement;
      const typing = target.closest("input:not([type=checkbox]), textarea, select, [role=menu]");
      if (typing) return;
      // Space and Enter press a button that has the focus.
      if (
        (event.key === " " || event.key === "Enter") &&
        target.closest("button, a, summary, label, input")
      ) {
        return;
      }
      if (event.altKey) return;
      if (act(event.key, event.ctrlKey || event.metaKey, session)) event.preventDefault();
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  }, [session]);
}

/** Does what a key stands for; false where it stands for nothing now. */
export function act(key: string, ctrl: boolean, session: Session): boolean {
  const name = shortcutOfKey(key, ctrl);
  if (name === undefined) return false;
  if (session.store.getState().view.files.length === 0 && !WITHOUT_FILES.has(name)) return false;
  return ACTS[name](session, key) !== false;
}

/** What works before a file is open. */
const WITHOUT_FILES: ReadonlySet<ShortcutName> = new Set(["help", "theme", "back"]);

const viewOf = (session: Session) => session.store.getState().view;

/** To the next snapshot on the timeline. */
function step(session: Session, by: number): void {
  const { view, answers } = session.store.getState();
  session.change(stepped(view, by, filesInOrder(view, answers.set?.answer)));
}

/** What each does; false where it has nothing to do now, so that the key stays the browser's. */
const ACTS: Readonly<Record<ShortcutName, (session: Session, key: string) => unknown>> = {
  back: () => history.back(),
  help: (session) => session.store.setState({ dialog: "help" }),
  share: (session) => session.store.setState({ dialog: "share" }),
  theme: (session) => {
    const dark = document.documentElement.dataset.theme === "dark";
    setTheme(session.store, dark ? "light" : "dark");
  },
  search: () => document.getElementById("search")?.focus(),
  orientation: (session) => {
    const flame = viewOf(session).orientation === "flame";
    session.change({ orientation: flame ? "icicle" : "flame" });
  },
  invert: (session) =>
    session.change({ inverted: !viewOf(session).inverted, zoom: "", selection: "" }),
  colouring: (session) => session.change(nextColouring(viewOf(session))),
  compare: (session) => session.change(comparedOnOff(viewOf(session))),
  swap: (session) => session.change(swapped(viewOf(session))),
  earlier: (session) => step(session, -1),
  later: (session) => step(session, 1),
  foldAgain,
  wholeGraph: (session) => session.change({ zoom: "", part: "" }),
  zoomToSelection: (session) => {
    const { selection } = viewOf(session);
    if (selection) session.change({ zoom: selection });
  },
  next: (session) => toNextLitPath(session, 1),
  previous: (session) => toNextLitPath(session, -1),
  stepOut,
  sampleType: showSampleType,
};

function showSampleType(session: Session, key: string): boolean {
  const { view, files } = session.store.getState();
  const file = view.files[view.shown];
  const types = (file && files.get(file.hash)?.facts.sampleTypes) ?? [];
  const index = Number(key) - 1;
  if (types[index]) session.change({ sampleType: sampleTypeName(types, index) });
  return types[index] !== undefined;
}

/** Folds the selected run again, or the one that was unfolded last. */
function foldAgain(session: Session): boolean {
  const { unfolded, selection } = session.store.getState().view;
  const path = unfolded.includes(selection) ? selection : unfolded.at(-1);
  if (path === undefined) return false;
  session.change({ unfolded: unfolded.filter((p) => p !== path) });
  return true;
}

/** One thing is undone at a time: selection, zoom, search, light. */
function stepOut(session: Session): boolean {
  const { view } = session.store.getState();
  if (view.selection) session.change({ selection: "" }, "replace");
  else if (view.zoom || view.part) session.change({ zoom: "", part: "" });
  else if (view.search) session.change({ search: "" }, "replace");
  else if (view.lit || view.litStage) session.change({ lit: "", litStage: "" });
  else return false;
  return true;
}
