import { plural } from "./page-format.js";

/** Below a list on paper: how many rows are not printed. */
export function RowsLeft({ left }: { readonly left: number }) {
  if (left === 0) return null;
  return <p className="rows-left">and {plural(left, "more row")}</p>;
}
