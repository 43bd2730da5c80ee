/** A column's name, and what is said of it on hover. */
interface ColumnWords {
  readonly label: string;
  readonly title: string;
}

/** The columns of the table by their id; `change` are those of a file that is a difference itself. */
export const COLUMN_WORDS = {
  name: { label: "function", title: "function" },
  flat: { label: "flat", title: "in the function itself; ± 1 standard error" },
  "flat%": { label: "flat%", title: "share of the total" },
  "sum%": { label: "sum%", title: "flat% of this row and all above it, by flat" },
  cum: { label: "cum", title: "on all stacks through the function, each sample once" },
  "cum%": { label: "cum%", title: "share of the total" },
  objects: { label: "objects", title: "objects allocated in the function itself" },
  mean: { label: "mean size", title: "bytes an object, flat" },
  before: { label: "flat before", title: "flat in the base" },
  after: { label: "flat after", title: "flat in the profile" },
  flatdelta: { label: "Δ flat", title: "change of flat; ± 1 standard error" },
  cumbefore: { label: "cum before", title: "cum in the base" },
  cumafter: { label: "cum after", title: "cum in the profile" },
  cumdelta: { label: "Δ cum", title: "change of cum; ± 1 standard error" },
  "delta%": { label: "Δ%", title: "change of cum against before" },
  z: { label: "z", title: "change of cum in standard errors: below 2 it is noise" },
  survival: { label: "survival", title: "live growth over what was allocated" },
} as const satisfies Record<string, ColumnWords>;

/** The same of a file that is a difference itself: its figures are changes. */
export const CHANGE_WORDS = {
  flatdelta: { label: "Δ flat", title: "change in the function itself" },
  "flat%": { label: "flat%", title: "share of all that changed, up and down" },
  cumdelta: { label: "Δ cum", title: "change on all stacks through the function" },
  "cum%": { label: "cum%", title: "share of all that changed, up and down" },
} as const satisfies Record<string, ColumnWords>;

/** What `ui/table` says. */
export const TABLE_WORDS = {
  filterPlaceholder: "Filter by name or file",
  filter: "Filter functions by name or file",
  count: (shown: string, all: string) => `${shown} of ${all} functions`,
  functions: "Functions",
  noneFound: (text: string) =>
    `No function's name contains “${text}”. Change the filter, or clear it.`,
  none: "No function has any of this sample type. Choose another sample type or remove a filter.",
  columns: (leftOut: number) => (leftOut > 0 ? `Columns (${leftOut} left out) ▾` : "Columns ▾"),
  /** by what a profile says of a function: nothing, all of it, some of it is inlined */
  inline: ["", "(inline)", "(partial-inline)"],

  callers: {
    select: "Select a function in the graph or the table: its callers and callees are shown here.",
    flat: "flat",
    cum: "cum",
    cumChange: "change of cum",
    goTo: (name: string) => `Go to the selection, ${name}`,
    titles: { callers: "Callers", callees: "Callees" },
    rowsFound: (rows: string) => ` · ${rows} found`,
    noCallers: "None: its stacks begin here, or were cut here by the recorder.",
    noCallees: "None: all of it is allocated in the function itself.",
    levels: (title: string) => `${title}, several levels`,
    moreBelow: "more below: go to this function to see it",
    goHint: "show its callers and callees (Enter)",
    columns: {
      total: { label: "total", title: "of the samples that go this way, each counted once" },
      share: { label: "share", title: "share of all that the function holds" },
      change: { label: "change", title: "change of the total against the base" },
      call: { label: "call" },
    },
  },
} as const;
