import { useRef } from "react";
import type { FrameNames, FunctionTable } from "../../engine/answers.js";
import { askOf } from "../../session/questions.js";
import { useStore, useView } from "../../session/store.js";
import { TABLE_WORDS } from "../../words/page/table-words.js";
import { usePrinting } from "../controls/on-paper.js";
import { Rows } from "./TableTab.js";
import { useRows } from "./use-rows.js";

/** Rows of the table that are printed beside what another tab shows. */
const TOP = 30;

/** The first rows of the table, there only while another tab is printed. */
export function PrintedTable() {
  const onPaper = usePrinting();
  const view = useView();
  const table = useStore((s) => s.answers.table);
  if (!onPaper || view.tab === "table" || !table?.names) return null;
  if (table.key !== askOf(view, "table", undefined).key) return null;
  return <Top table={table.answer} names={table.names} />;
}

/** Neither the filter of the table's own tab nor a search leaves rows out: nothing would say so. */
function Top({ table, names }: { readonly table: FunctionTable; readonly names: FrameNames }) {
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useRows(table, names, { filter: "", found: undefined });
  if (sorted.rows.length === 0) return null;
  return (
    <section className="print-table" aria-label={TABLE_WORDS.functions}>
      <Rows table={table} names={names} sorted={sorted} scroller={scroller} most={TOP} />
    </section>
  );
}
