import { create } from "zustand";
import type { FileFacts, FrameNames } from "../engine/answers.js";
import { DEFAULT_VIEW, type FileRef, type View } from "../view/view.js";
import type { AskName, Asks, Failure, Progress } from "../worker/protocol.js";

/** A file that is open: its name, and what the worker found in it. */
export interface OpenFile extends FileRef {
  readonly facts: FileFacts;
}

/** Something that went wrong with one file or one question. */
export interface Problem {
  readonly id: number;
  /** the file's name, or what was asked */
  readonly of: string;
  readonly message: string;
  readonly hint: string;
}

/** What the worker answered, with the key of the question it answered. */
export interface Answered<K extends AskName> {
  readonly key: string;
  readonly answer: Asks[K]["answer"];
}

export type Theme = "auto" | "light" | "dark";
export type Dialog = "" | "help" | "share" | "record" | "library";

export interface State {
  readonly view: View;
  /** open files by hash */
  readonly files: ReadonlyMap<string, OpenFile>;
  /** files of the view that are not at hand */
  readonly missing: readonly FileRef[];
  /** addresses that the link wants fetched, once the person says so */
  readonly offered: readonly string[];
  readonly problems: readonly Problem[];
  readonly notices: readonly string[];
  readonly answers: { readonly [K in AskName]?: Answered<K> };
  readonly failures: {
    readonly [K in AskName]?: { readonly key: string; readonly failure: Failure };
  };
  /** keys asked for and not yet answered */
  readonly pending: ReadonlySet<string>;
  /** files being read */
  readonly reading: readonly string[];
  readonly progress: Progress | undefined;
  readonly progressSince: number;
  readonly names: FrameNames | undefined;
  /** keys of the graphs that are painted: what is shown, and the left half of two */
  readonly paintedKey: string;
  readonly paintedBefore: string;
  readonly theme: Theme;
  readonly dialog: Dialog;
  /** path under the pointer, for linked graphs */
  readonly hover: string;
  readonly dropping: boolean;
  /** loads the newer version that is ready; undefined while there is none */
  readonly update: (() => void) | undefined;
  /** said to screen readers and shown for a moment */
  readonly toast: string;
  /** share of a self-contained link's bytes in rest nodes; undefined when not opened from one */
  readonly restShare: number | undefined;
}

/** Everything the page shows comes from here; only `session` and the small setters write it. */
export const useStore = create<State>(() => ({
  view: DEFAULT_VIEW,
  files: new Map(),
  missing: [],
  offered: [],
  problems: [],
  notices: [],
  answers: {},
  failures: {},
  pending: new Set<string>(),
  reading: [],
  progress: undefined,
  progressSince: 0,
  names: undefined,
  paintedKey: "",
  paintedBefore: "",
  theme: "auto",
  dialog: "",
  hover: "",
  dropping: false,
  update: undefined,
  toast: "",
  restShare: undefined,
}));

/** The answer to a question of the view, old or new: a stale one stays until the next is there. */
export function useAnswer<K extends AskName>(name: K): Asks[K]["answer"] | undefined {
  return useStore((s) => (s.answers[name] as Answered<K> | undefined)?.answer);
}

export function useView(): View {
  return useStore((s) => s.view);
}
