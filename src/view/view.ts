import type { Question } from "../engine/question.js";
import type { SortOrder } from "../rows/table-columns.js";

/** A file of the view: the library, or the person, has its bytes. */
export interface FileRef {
  /** SHA-256 of the bytes, lower-case hex */
  readonly hash: string;
  readonly name: string;
  /** bytes as stored */
  readonly size: number;
  /** http(s) address where it can be had, "" for none */
  readonly url: string;
}

export const TABS = ["graph", "table", "tree", "callers", "kubernetes", "suspects"] as const;
export type Tab = (typeof TABS)[number];

/**
 * Everything that is seen, as one small plain value: the address's fragment is this written down,
 * back and forward walk through earlier ones. Only the theme stands apart: it is the person's.
 */
export interface View extends Omit<Question, "files"> {
  readonly files: readonly FileRef[];
  readonly tab: Tab;
  readonly orientation: "icicle" | "flame";
  /** before and after as two graphs */
  readonly sideBySide: boolean;
  /** path of the box that fills the width, "" for all */
  readonly zoom: string;
  /** what is seen of it, as flamegraph/viewport/part.ts writes it; "" for the whole box */
  readonly part: string;
  /** path of the selected box, "" for none */
  readonly selection: string;
  /** name of the function whose callers and callees are shown, "" for the selected one */
  readonly callersOf: string;
  /** plain text, or /regular expression/ */
  readonly search: string;
  readonly sort: SortOrder;
  /** text that names in the table contain */
  readonly filter: string;
  /** ids of the table's columns that are left out, by commas */
  readonly hidden: string;
  /** memory limit of the process, for the forecast: "4GiB"; "" for none */
  readonly limit: string;
  /** percent of the limit at which to act */
  readonly watermark: string;
}

/** What is seen when files are opened and nothing else is said. */
export const DEFAULT_VIEW: View = {
  files: [],
  shown: 0,
  base: -1,
  sum: false,
  set: "auto",
  sampleType: "",
  inverted: false,
  transforms: [],
  joined: true,
  folded: true,
  unfolded: [],
  widths: "larger",
  normalize: false,
  colouring: "kind",
  lit: "",
  litStage: "",
  tab: "graph",
  orientation: "icicle",
  sideBySide: false,
  zoom: "",
  part: "",
  selection: "",
  callersOf: "",
  search: "",
  sort: { column: "flat", descending: true },
  filter: "",
  hidden: "",
  limit: "",
  watermark: "60",
};

/** The part of a view that the engine answers. */
export function questionOf(view: View): Question {
  const { files, shown, base, sum, set, sampleType, inverted, transforms, joined } = view;
  const { folded, unfolded, widths, normalize, colouring, lit, litStage } = view;
  return {
    files: files.map((f) => f.hash),
    shown,
    base,
    sum,
    set,
    sampleType,
    inverted,
    transforms,
    joined,
    folded,
    unfolded,
    widths,
    normalize,
    colouring,
    lit,
    litStage,
  };
}
