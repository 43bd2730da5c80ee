import { useEffect } from "react";
import { sampleTypeName } from "../../profile/profile.js";
import type { Session } from "../../session/session.js";
import { comparedOnOff, nextColouring, stepped, swapped } from "../../view/view-changes.js";
import { walkPaths } from "../graph/walk-paths.js";
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
      if ((event.ctrlKey || event.metaKey) && event.key === "z") {
        event.preventDefault();
        history.back();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(event.key, session)) event.preventDefault();
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  }, [session]);
}

/** Does what a key stands for; false where it stands for nothing now. */
function act(key: string, session: Session): boolean {
  const state = session.store.getState();
  const { view } = state;
  if (key === "?") {
    session.store.setState({ dialog: "help" });
    return true;
  }
  if (key === "t") {
    const dark = document.documentElement.dataset.theme === "dark";
    setTheme(session.store, dark ? "light" : "dark");
    return true;
  }
  if (view.files.length === 0) return false;
  switch (key) {
    case "/":
      document.getElementById("search")?.focus();
      return true;
    case "s":
      session.store.setState({ dialog: "share" });
      return true;
    case "f":
      session.change({ orientation: view.orientation === "flame" ? "icicle" : "flame" });
      return true;
    case "i":
      session.change({ inverted: !view.inverted, zoom: "", selection: "" });
      return true;
    case "c":
      session.change(nextColouring(view));
      return true;
    case "d":
      session.change(comparedOnOff(view));
      return true;
    case "x":
      session.change(swapped(view));
      return true;
    case ",":
      session.change(stepped(view, -1));
      return true;
    case ".":
      session.change(stepped(view, 1));
      return true;
    case " ":
      return foldAgain(session);
    case "Home":
      session.change({ zoom: "", part: "" });
      return true;
    case "Enter":
      if (view.selection) session.change({ zoom: view.selection });
      return true;
    case "n":
    case "N":
      walkPaths(session, key === "n" ? 1 : -1);
      return true;
    case "Escape":
      return stepOut(session);
    default:
  }
  const digit = Number(key);
  if (digit >= 1 && digit <= 9) {
    const file = view.files[view.shown];
    const types = (file && state.files.get(file.hash)?.facts.sampleTypes) ?? [];
    if (types[digit - 1]) session.change({ sampleType: sampleTypeName(types, digit - 1) });
    return types[digit - 1] !== undefined;
  }
  return false;
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
