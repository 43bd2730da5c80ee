import { useEffect, useState } from "react";
import { graphScreen, showsOpened } from "../../session/screen.js";
import { useStore } from "../../session/store.js";

/** So long (milliseconds) what was there stays, for the graph to come with the page around it. */
const PATIENCE = 150;

/**
 * Whether the page shows what is open: as soon as there is a graph to draw, or soon where that
 * takes longer. A page without its graph that is drawn again a moment later would only flicker, and
 * take time from what the graph waits for.
 */
export function useOpened(): boolean {
  const opened = useStore(showsOpened);
  const drawn = useStore((s) => graphScreen(s).after.kind !== "waiting");
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!opened) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [opened]);
  return opened && (drawn || late);
}
