import { NO_BASE, type Question } from "../engine/question.js";
import { questionOf, type View } from "../view/view.js";
import { language } from "../words/language.js";
import type { AskName, Asks } from "../worker/protocol.js";

/** A question the view raises: its name, what goes with it, and a key that tells it from others. */
export interface AskNamed<K extends AskName> {
  readonly name: K;
  readonly question: Question;
  readonly with: Asks[K]["with"];
  readonly key: string;
}

/** Any of them. */
export type Ask = { [K in AskName]: AskNamed<K> }[AskName];

/** The fields of a question that an answer depends on; the others are left at rest in the key. */
const SETTING = ["files", "sum", "set", "sampleType", "joined"] as const;
const FIGURES = [...SETTING, "shown", "base", "transforms", "normalize"] as const;
const SHAPE = [...FIGURES, "inverted", "widths"] as const;

const DEPENDS: { readonly [K in AskName]: readonly (keyof Question)[] } = {
  set: SETTING,
  setKind: [...SETTING, "shown"],
  program: ["files", "shown"],
  picture: [...SHAPE, "folded", "unfolded", "lit", "litStage"],
  draft: SHAPE,
  glance: [...SHAPE, "folded", "unfolded", "lit", "litStage"],
  foresee: [...SHAPE, "folded", "unfolded", "lit", "litStage"],
  before: [...FIGURES, "inverted", "folded", "unfolded", "lit", "litStage"],
  table: SHAPE,
  sheet: SHAPE,
  callers: FIGURES,
  search: SHAPE,
  kinds: FIGURES,
  lit: [...SHAPE, "lit", "litStage"],
  finding: FIGURES,
  heldBy: ["files", "shown"],
  suspects: FIGURES,
  knownIssues: SHAPE,
  detail: SHAPE,
  labels: SHAPE,
  report: FIGURES,
  export: FIGURES,
  link: FIGURES,
};

/** One question with its key. */
export function askOf<K extends AskName>(view: View, name: K, extra: Asks[K]["with"]): AskNamed<K> {
  const question = questionOf(isTwofold(view) ? { ...view, widths: "after" } : view);
  // An answer holds sentences.
  const key = JSON.stringify([
    name,
    language(),
    extra,
    DEPENDS[name].map((field) => question[field]),
  ]);
  return { name, question, with: extra, key };
}

/** So many samples in all take long enough for a first look to be worth its own work. */
const MANY_SAMPLES = 10_000;

/**
 * The first look at files whose graph was not seen yet and takes long; undefined where it does not.
 * @param samples of all files
 * @param warm whether the worker made a graph before: code that runs for the first time takes
 *   several times as long, for few samples too
 */
export function draftOf(view: View, samples: number, warm: boolean): AskNamed<"draft"> | undefined {
  const long = samples >= MANY_SAMPLES || (samples > 0 && !warm);
  const worth = long && view.tab === "graph" && !isTwofold(view);
  return worth ? askOf(view, "draft", undefined) : undefined;
}

/** Of files of so many samples the whole graph takes several times as long as what is seen of it. */
const SAMPLES_OF_GLANCE = 50_000;

/**
 * What is seen of the graph at once, while the whole of it is made: of large files, unless one
 * looks elsewhere than at a box that fills the width, or searches below what is seen.
 */
export function glanceOf(view: View, samples: number): AskNamed<"glance"> | undefined {
  const { zoom, part, search, tab } = view;
  const atRest = tab === "graph" && part === "" && search === "" && !isTwofold(view);
  return atRest && samples >= SAMPLES_OF_GLANCE ? askOf(view, "glance", { zoom }) : undefined;
}

/** Whether before and after are two graphs, each with widths of its own. */
export function isTwofold(view: View): boolean {
  return view.sideBySide && view.base !== NO_BASE && !view.sum;
}

/** All questions that what is on the screen raises, the most urgent first. */
export function asksOf(view: View): Ask[] {
  if (view.files.length === 0) return [];
  const asks: Ask[] = [];
  const add = <K extends AskName>(name: K, extra: Asks[K]["with"]) =>
    asks.push(askOf(view, name, extra) as Ask);
  if (view.tab === "table") add("table", undefined);
  if (view.tab === "callers" && view.callersOf) add("callers", { name: view.callersOf });
  add("picture", undefined);
  if (isTwofold(view)) add("before", undefined);
  add("set", undefined);
  add("program", undefined);
  add("kinds", undefined);
  add("finding", undefined);
  add("heldBy", undefined);
  add("suspects", undefined);
  add("knownIssues", { path: view.selection });
  if (view.selection) add("detail", { path: view.selection });
  add("labels", { path: view.selection });
  if (view.search) add("search", { pattern: view.search });
  if (view.lit || view.litStage) add("lit", undefined);
  return asks;
}
