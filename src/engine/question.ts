import type { Granularity } from "../calltree/granularity.js";
import type { WidthMode } from "../calltree/layout/layout.js";
import type { NameStyle } from "../profile/demangle/name-style.js";

/** No base: one profile is shown by itself. */
export const NO_BASE = -1;
/** The base is the median of all files of the set, stack by stack. */
export const BASE_MEDIAN = -2;

/** What several files are to each other; "auto" lets the page decide. */
export type SetChoice = "auto" | "series" | "fleet" | "unrelated";

/** Steps whose pattern is a regular expression about functions, files and mappings. */
export const NAME_STEPS = ["focus", "ignore", "hide", "show", "show-from"] as const;
export type NameStep = (typeof NAME_STEPS)[number];

/** Steps about labels; the pattern of the last two is a key. */
export const LABEL_STEPS = [
  "tagfocus",
  "tagignore",
  "tagshow",
  "taghide",
  "tagroot",
  "tagleaf",
] as const;
export type LabelStep = (typeof LABEL_STEPS)[number];

/** Steps that are there or not. */
export const SWITCH_STEPS = [
  // a function that calls itself is one frame a stack
  "merge-recursion",
  // inlined functions are left out
  "no-inlines",
  // what the profile calls uninteresting (drop_frames) stays
  "keep-dropped",
  // names as the compiler wrote them, not demangled
  "raw-names",
] as const;
export type SwitchStep = (typeof SWITCH_STEPS)[number];

/** Names that are longer than those that are shown otherwise. */
export const LONG_NAMES = ["templates", "full"] as const satisfies readonly NameStyle[];
export type LongNames = (typeof LONG_NAMES)[number];

/** A step that narrows or changes the stacks. The regular expressions are Go's. */
export type Transform =
  | { readonly do: NameStep; readonly pattern: string }
  /** as pprof's flags of these names */
  | { readonly do: LabelStep; readonly pattern: string }
  /** what one frame is; of several the last counts */
  | { readonly do: "granularity"; readonly pattern: Granularity }
  /** how much of names of C++ and Rust is written, as pprof's demangle=; of several the last counts */
  | { readonly do: "demangle"; readonly pattern: LongNames }
  /** frames of one package become one frame */
  | { readonly do: "collapse"; readonly pattern: string }
  | { readonly do: SwitchStep }
  /** samples of one kind are left out */
  | { readonly do: "drop-kind"; readonly pattern: string };

/** What colours the graph; some ways need figures of their own. */
export type Colouring = "kind" | "growth" | "survival" | "package";

/**
 * Everything that decides a figure or the shape of the graph; a view is this and how it is
 * looked at. Plain data: it is what is asked of the engine, in page, worker and terminal.
 */
export interface Question {
  /** SHA-256 of each file's bytes as lower-case hex, in the set's order */
  readonly files: readonly string[];
  /** index into files */
  readonly shown: number;
  /** index into files, NO_BASE or BASE_MEDIAN */
  readonly base: number;
  /** several files summed into one, as `go tool pprof A B C` does; `shown` and `base` do not count */
  readonly sum: boolean;
  readonly set: SetChoice;
  /** name of the sample type; "" for the file's default */
  readonly sampleType: string;
  readonly inverted: boolean;
  readonly transforms: readonly Transform[];
  /** truncated stacks are joined */
  readonly joined: boolean;
  /** runs of plumbing frames are one box */
  readonly folded: boolean;
  /** paths (see `pathText`) of runs that are drawn unfolded all the same */
  readonly unfolded: readonly string[];
  readonly widths: WidthMode;
  /**
   * The base is scaled to the shown profile's total first. pprof's -normalize scales the profile
   * to the base instead: the deltas are the same but for that one factor, and what is shown keeps
   * its own figures here.
   */
  readonly normalize: boolean;
  readonly colouring: Colouring;
  /** kind that is lit (`kindKey`), "" for none */
  readonly lit: string;
  /** stage that is lit, "" for all of them */
  readonly litStage: string;
}
