import { createContext, useContext } from "react";
import { type StoreApi, useStore as useZustand } from "zustand";
import { createStore } from "zustand/vanilla";
import type { FileFacts, FrameNames } from "../engine/answers.js";
import type { Fleet } from "../fleet/fleet.js";
import { DEFAULT_VIEW, type FileRef, type View } from "../view/view.js";
import type { Language } from "../words/language.js";
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
  readonly remedy?: Remedy;
}

/** What the worker answered, with the key of the question it answered. */
export interface Answered<K extends AskName> {
  readonly key: string;
  readonly answer: Asks[K]["answer"];
  /** the names that the answer's frames are numbered by; undefined where it numbers none */
  readonly names: FrameNames | undefined;
}

/** A file whose bytes are on their way to the page. */
export interface Reading {
  readonly id: number;
  readonly name: string;
  /** host that it is fetched from; "" for a file of this machine */
  readonly host: string;
  /** bytes where it does not say */
  readonly counted?: "bytes" | "files";
  /** bytes or files that are here, and how many there will be; 0 where nobody says */
  readonly got: number;
  readonly size: number;
}

/** Something that a person can do about a problem. */
export interface Remedy {
  readonly label: string;
  run(): void;
}

/** Keys of painted graphs; "" where none is painted. */
export interface Painted {
  readonly before: string;
  readonly after: string;
}

/** An index of many profiles that is open. */
export interface OpenIndex {
  /** its folder, or its address */
  readonly name: string;
  /** as links have it; "" where it is of this machine */
  readonly address: string;
  readonly fleet: Fleet;
}

export type Theme = "auto" | "light" | "dark";
export type Dialog = "" | "help" | "share" | "record" | "library" | "beyond";

export interface State {
  readonly view: View;
  /** open files by hash */
  readonly files: ReadonlyMap<string, OpenFile>;
  /** files of the view that are not at hand */
  readonly missing: readonly FileRef[];
  /** addresses that the link wants fetched, once the person says so */
  readonly offered: readonly string[];
  /** stays open while profiles are looked at */
  readonly index: OpenIndex | undefined;
  readonly problems: readonly Problem[];
  readonly notices: readonly string[];
  readonly answers: { readonly [K in AskName]?: Answered<K> };
  readonly failures: {
    readonly [K in AskName]?: { readonly key: string; readonly failure: Failure };
  };
  /** tickets of what was asked and is not answered yet */
  readonly pending: ReadonlySet<string>;
  /** files being read */
  readonly reading: readonly Reading[];
  readonly progress: Progress | undefined;
  /** keys of the graphs that are painted, by the side of the screen they are on */
  readonly painted: Painted;
  /** parts of the page that failed while they were drawn, and say so in their place */
  readonly broken: ReadonlySet<string>;
  readonly theme: Theme;
  /** what the page is in: what is drawn again when another one is spoken */
  readonly language: Language;
  readonly dialog: Dialog;
  /** an answer of /metrics that was pasted beside the profiles */
  readonly metrics: string;
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

/** Everything the page shows comes from a store; the session and the small setters write it. */
export type PageStore = StoreApi<State>;

/** A store of its own for each page, and for each test. */
export function makeStore(first: Partial<State> = {}): PageStore {
  return createStore<State>(() => ({ ...AT_REST, ...first }));
}

const AT_REST: State = {
  view: DEFAULT_VIEW,
  files: new Map(),
  missing: [],
  offered: [],
  index: undefined,
  problems: [],
  notices: [],
  answers: {},
  failures: {},
  pending: new Set<string>(),
  reading: [],
  progress: undefined,
  painted: { before: "", after: "" },
  broken: new Set<string>(),
  theme: "auto",
  language: "en",
  dialog: "",
  metrics: "",
  hover: "",
  dropping: false,
  update: undefined,
  toast: "",
  restShare: undefined,
};

/** Hands the store of the page to the components below. */
export const StoreContext = createContext<PageStore | undefined>(undefined);

/** What a component reads of the page's store. @throws outside of a page */
export function useStore<T>(select: (state: State) => T): T {
  const store = useContext(StoreContext);
  if (!store) throw new Error("no store");
  return useZustand(store, select);
}

/** The answer to a question of the view, old or new: a stale one stays until the next is there. */
export function useAnswer<K extends AskName>(name: K): Asks[K]["answer"] | undefined {
  return useStore((s) => (s.answers[name] as Answered<K> | undefined)?.answer);
}

/** The names that the answer to a question numbers its frames by; they come with it. */
export function useNames(name: AskName): FrameNames | undefined {
  return useStore((s) => s.answers[name]?.names);
}

export function useView(): View {
  return useStore((s) => s.view);
}
