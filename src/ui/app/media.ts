import { useSyncExternalStore } from "react";

/** Screens on which the page is one scrolling column: phones, and laptops at 200% zoom. */
export const COMPACT = "(max-width: 760px), (max-height: 520px)";
/** Screens with room for the graph beside a table. */
export const WIDE = "(min-width: 1800px)";

/** Whether a media query holds; follows it. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}
