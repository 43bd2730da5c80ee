import { useEffect, useSyncExternalStore } from "react";
import { type PageStore, type Theme, useStore } from "../../session/store.js";
import { usePrinting } from "../controls/on-paper.js";

const KEY = "leaklens-theme";
const dark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** The theme the person chose last, "auto" where none or storage is refused. */
export function storedTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "auto";
  } catch {
    return "auto";
  }
}

export function setTheme(store: PageStore, theme: Theme): void {
  store.setState({ theme });
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

/** What is drawn: light or dark, following the system unless the person chose; light on paper. */
export function useTheme(): "light" | "dark" {
  const theme = useStore((s) => s.theme);
  const system = useSyncExternalStore(
    (changed) => {
      const query = dark();
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => dark().matches,
  );
  const onPaper = usePrinting();
  const shown = onPaper ? "light" : theme === "auto" ? (system ? "dark" : "light") : theme;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return shown;
}
