import { catalogue } from "../catalogue.js";
import table from "../en/page/table.json" with { type: "json" };

const { say, words } = catalogue("page/table", table);

/** The columns of the table by their id; `change` are those of a file that is a difference itself. */
export const COLUMN_WORDS = words({
  name: { label: "column.name.label", title: "column.name.title" },
  flat: { label: "column.flat.label", title: "column.flat.title" },
  "flat%": { label: "column.flat%.label", title: "column.flat%.title" },
  "sum%": { label: "column.sum%.label", title: "column.sum%.title" },
  cum: { label: "column.cum.label", title: "column.cum.title" },
  "cum%": { label: "column.cum%.label", title: "column.cum%.title" },
  objects: { label: "column.objects.label", title: "column.objects.title" },
  mean: { label: "column.mean.label", title: "column.mean.title" },
  before: { label: "column.before.label", title: "column.before.title" },
  after: { label: "column.after.label", title: "column.after.title" },
  flatdelta: { label: "column.flatdelta.label", title: "column.flatdelta.title" },
  cumbefore: { label: "column.cumbefore.label", title: "column.cumbefore.title" },
  cumafter: { label: "column.cumafter.label", title: "column.cumafter.title" },
  cumdelta: { label: "column.cumdelta.label", title: "column.cumdelta.title" },
  "delta%": { label: "column.delta%.label", title: "column.delta%.title" },
  z: { label: "column.z.label", title: "column.z.title" },
  survival: { label: "column.survival.label", title: "column.survival.title" },
});

/** The same of a file that is a difference itself: its figures are changes. */
export const CHANGE_WORDS = words({
  flatdelta: { label: "change.flatdelta.label", title: "change.flatdelta.title" },
  "flat%": { label: "change.flat%.label", title: "change.flat%.title" },
  cumdelta: { label: "change.cumdelta.label", title: "change.cumdelta.title" },
  "cum%": { label: "change.cum%.label", title: "change.cum%.title" },
});

/** By what a profile says of a function, as pprof marks it: nothing, all or some of it is inlined. */
export const INLINE_MARKS = ["", "(inline)", "(partial-inline)"] as const;

/** What `ui/table` says. */
export const TABLE_WORDS = words({
  filterPlaceholder: "table.filterPlaceholder",
  filter: "table.filter",
  count: (shown: string, all: string) => say("table.count", { shown, all }),
  functions: "table.functions",
  noneFound: (text: string) => say("table.noneFound", { text }),
  none: "table.none",
  columns: (leftOut: number) => say("table.columns", { leftOut }),

  callers: {
    select: "table.callers.select",
    flat: "table.callers.flat",
    cum: "table.callers.cum",
    cumChange: "table.callers.cumChange",
    goTo: (name: string) => say("table.callers.goTo", { name }),
    titles: { callers: "table.callers.titles.callers", callees: "table.callers.titles.callees" },
    rowsFound: (rows: number) => say("table.callers.rowsFound", { rows }),
    noCallers: "table.callers.noCallers",
    noCallees: "table.callers.noCallees",
    levels: (title: string) => say("table.callers.levels", { title }),
    moreBelow: "table.callers.moreBelow",
    goHint: "table.callers.goHint",
    columns: {
      total: {
        label: "table.callers.columns.total.label",
        title: "table.callers.columns.total.title",
      },
      share: {
        label: "table.callers.columns.share.label",
        title: "table.callers.columns.share.title",
      },
      change: {
        label: "table.callers.columns.change.label",
        title: "table.callers.columns.change.title",
      },
      call: { label: "table.callers.columns.call.label" },
    },
  },
});
