import type { FrameNames, Picture } from "../engine/answers.js";
import { INDEXES_WORDS, SESSION_WORDS } from "../words/session-words.js";
import type { Failure, Progress } from "../worker/protocol.js";
import { isTwofold } from "./questions.js";
import type { Answered, Painted, State } from "./store.js";

/** One graph on the screen: what it shows, or why there is nothing to draw. */
export type GraphPane =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** nothing is left to draw: no box has a width */
  | { readonly kind: "nothing"; readonly picture: Picture }
  | {
      readonly kind: "graph";
      readonly key: string;
      readonly picture: Picture;
      readonly names: FrameNames;
    };

/** The graphs that the view shows, by their side; `before` only where there are two. */
export interface GraphScreen {
  readonly after: GraphPane;
  readonly before: GraphPane | undefined;
}

type Needed = Pick<
  State,
  | "view"
  | "missing"
  | "answers"
  | "failures"
  | "pending"
  | "reading"
  | "progress"
  | "painted"
  | "broken"
>;

/** Name of the part of the page that draws graphs, in `State.broken`. */
export const GRAPH_ROOM = "graph";

/**
 * What is on the screen where the graphs are. The component draws this and nothing else, and
 * `isBusy` waits for the painting of this and nothing else.
 */
export function graphScreen(state: Pick<State, "view" | "answers" | "failures">): GraphScreen {
  const { view, answers, failures } = state;
  return {
    after: paneOf(answers.picture, failures.picture?.failure),
    before: isTwofold(view) ? paneOf(answers.before, failures.before?.failure) : undefined,
  };
}

function paneOf(
  answered: Answered<"picture"> | Answered<"before"> | undefined,
  failure: Failure | undefined,
): GraphPane {
  if (failure) return { kind: "failed", failure };
  if (!answered?.names) return { kind: "waiting" };
  const { key, answer: picture, names } = answered;
  if (picture.layout.width[0] === 0) return { kind: "nothing", picture };
  return { kind: "graph", key, picture, names };
}

/** Whether the page shows what is open, and not the start page. */
export function showsOpened(state: Pick<State, "view" | "missing">): boolean {
  return state.view.files.length > 0 && state.missing.length === 0;
}

/**
 * True from the moment something is asked until all that the view shows is painted.
 * @param graphs whether graphs are on the screen: of a wide one also beside other tabs
 */
export function isBusy(state: Needed, graphs: boolean): boolean {
  if (state.reading.length > 0 || state.pending.size > 0) return true;
  if (!showsOpened(state) || !graphs) return false;
  if (state.broken.has(GRAPH_ROOM)) return false;
  const { before, after } = graphScreen(state);
  return unpainted(after, "after", state.painted) || unpainted(before, "before", state.painted);
}

function unpainted(pane: GraphPane | undefined, side: keyof Painted, painted: Painted): boolean {
  return pane?.kind === "graph" && painted[side] !== pane.key;
}

/** What the page is doing, in words, and how far it is: 0 to 1, undefined where nobody knows. */
export interface Work {
  readonly text: string;
  readonly share: number | undefined;
}

const MIB = 1048576;

/** What is being done now; undefined while nothing is waited for. */
export function workOf(state: Needed): Work | undefined {
  if (state.reading.length === 0 && state.pending.size === 0) return undefined;
  const { progress, reading } = state;
  if (progress && isFresh(progress, state)) {
    const text = SESSION_WORDS.work.step(progress.doing, progress.of);
    return { text, share: progress.share };
  }
  const slowest = reading[0];
  if (!slowest) return { text: SESSION_WORDS.work.waiting, share: undefined };
  const { name, host, got, size, counted } = slowest;
  return {
    text:
      counted === "files"
        ? INDEXES_WORDS.reading(name, host, got, size)
        : SESSION_WORDS.work.reading(name, host, got / MIB, size / MIB, reading.length - 1),
    share: size > 0 ? Math.min(1, got / size) : undefined,
  };
}

/** What was told last may be done by now: answers are built for questions, files read for openings. */
function isFresh({ doing }: Progress, { pending, reading }: Needed): boolean {
  return doing === "building" ? pending.size > 0 : reading.length > 0;
}
