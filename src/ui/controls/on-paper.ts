import { type CSSProperties, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** Rows of a list that are printed: what a person may still leaf through. */
const MOST_PRINTED = 200;
const PAPER = "print";

/** CSS pixels of a sheet that lies across, the narrower of A4 and Letter, without its margins. */
const SHEET = 960;

/** By what a table of this width is made smaller to be printed whole. */
export function fitOnPaper(width: number): number {
  return Math.min(1, SHEET / width);
}

/** Whether the page is being printed: it is drawn for paper before the browser lays it out. */
export function usePrinting(): boolean {
  return useSyncExternalStore(followPrinting, isPrinting);
}

let printing = false;

function isPrinting(): boolean {
  return printing || window.matchMedia(PAPER).matches;
}

function followPrinting(changed: () => void): () => void {
  const set = (now: boolean) => () => {
    printing = now;
    // The browser prints what stands there when its event has been handled.
    flushSync(changed);
  };
  const [before, after] = [set(true), set(false)];
  const list = window.matchMedia(PAPER);
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  list.addEventListener("change", changed);
  return () => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
    list.removeEventListener("change", changed);
  };
}

/** A row of a long list. */
export interface ListRow {
  readonly key: string | number | bigint;
  readonly index: number;
  /** where it stands below the first; on paper below the row before it */
  readonly place: CSSProperties;
}

/** What of a long list is drawn. */
export interface ListRows {
  readonly rows: readonly ListRow[];
  /** of all of it, in CSS pixels */
  readonly height: number | "auto";
  /** rows that paper leaves out */
  readonly left: number;
}

interface Virtual {
  getVirtualItems(): readonly { key: ListRow["key"]; index: number; start: number }[];
  getTotalSize(): number;
}

/**
 * The rows that are seen; on paper, where nothing scrolls, the first ones.
 * @param most rows that are printed
 */
export function useListRows(virtual: Virtual, count: number, most = MOST_PRINTED): ListRows {
  const onPaper = usePrinting();
  if (onPaper) {
    const shown = Math.min(count, most);
    const rows = Array.from({ length: shown }, (_, index) => ({ key: index, index, place: {} }));
    return { rows, height: "auto", left: count - shown };
  }
  const rows = virtual.getVirtualItems().map(({ key, index, start }) => ({
    key,
    index,
    place: { transform: `translateY(${start}px)` },
  }));
  return { rows, height: virtual.getTotalSize(), left: 0 };
}
