import { CONTROLS_WORDS } from "../../words/page/controls-words.js";

/** Below a list on paper: how many rows are not printed. */
export function RowsLeft({ left }: { readonly left: number }) {
  if (left === 0) return null;
  return <p className="rows-left">{CONTROLS_WORDS.moreRows(left)}</p>;
}
