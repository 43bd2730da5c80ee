import type { FileFacts, SetKind } from "../engine/answers.js";
import { BASE_MEDIAN, NO_BASE } from "../engine/question.js";
import { lastOf, must } from "../lib/must.js";
import type { FileRef, View } from "../view/view.js";
import { SESSION_WORDS } from "../words/session-words.js";
import type { OpenedInput } from "../worker/protocol.js";
import type { OpenFile, Problem } from "./store.js";

/**
 * What is seen after files were opened beside those of `view`: all of them in time order. Two
 * are compared, the older as the base; of more the first is the base of the largest.
 * Files that share no sample type with the first one stay out, which is said.
 */
export function firstView(
  view: View,
  opened: readonly OpenedInput[],
  files: ReadonlyMap<string, OpenFile>,
): { next: View; problem: Omit<Problem, "id"> | undefined } {
  const openFile = (hash: string) => must(files.get(hash), "a file that was opened");
  const factsOf = (f: FileRef): FileFacts => openFile(f.hash).facts;
  const fresh = opened.filter((o, i) => opened.findIndex((p) => p.hash === o.hash) === i);
  const candidates: FileRef[] = [
    ...view.files,
    ...fresh
      .filter((o) => !view.files.some((f) => f.hash === o.hash))
      .map(({ hash, name, size }) => ({ hash, name, size, url: openFile(hash).url })),
  ];
  const typesOf = (f: FileRef) => factsOf(f).sampleTypes.map((t) => t.type);
  const lead = must(candidates[0], "a file that was opened");
  const leadTypes = typesOf(lead);
  const fits = candidates.filter((f) => typesOf(f).some((t) => leadTypes.includes(t)));
  const odd = candidates.filter((f) => !fits.includes(f));
  const problem = odd[0]
    ? {
        of: odd.map((f) => f.name).join(", "),
        message: SESSION_WORDS.otherTypes.message(typesOf(odd[0]), lead.name, leadTypes),
        hint: SESSION_WORDS.otherTypes.hint,
      }
    : undefined;
  const dated = fits.flatMap((file) => {
    const { time } = factsOf(file);
    return time === undefined ? [] : [{ file, time }];
  });
  const ordered =
    dated.length === fits.length
      ? dated.toSorted((a, b) => a.time - b.time || byName(a.file, b.file)).map((d) => d.file)
      : fits.toSorted(byName);
  const total = (f: FileRef) => {
    const { totals, defaultSampleType } = factsOf(f);
    return totals[defaultSampleType] ?? 0;
  };
  const { shown, base } = sidesOf(ordered, total, factsOf);
  // Of a difference it is the direction that is to be seen at once.
  const single = ordered.length === 1 && ordered.every((f) => factsOf(f).isDelta);
  const colouring = single ? "growth" : view.colouring;
  // Without stacks there is no graph to begin with.
  const stackless = ordered.every((f) => factsOf(f).features.stacks === "none");
  const tab = stackless && view.tab === "graph" ? "table" : view.tab;
  return { next: { ...view, files: ordered, shown, base, colouring, tab }, problem };
}

/**
 * What of some files in time is shown, and with which it is compared. Chains of references stand
 * beside heaps, to be asked who holds; they are no moment of one.
 */
function sidesOf(
  ordered: readonly FileRef[],
  total: (f: FileRef) => number,
  factsOf: (f: FileRef) => FileFacts,
): { shown: number; base: number } {
  const all = ordered.map((file, at) => ({ file, at, total: total(file) }));
  const heaps = all.filter(({ file }) => factsOf(file).features.subject !== "references");
  const moments = heaps.length > 0 ? heaps : all;
  const first = must(moments[0], "a file that was opened");
  let shown = lastOf(moments);
  if (moments.length > 2) {
    for (const moment of moments) if (moment.total > shown.total) shown = moment;
  }
  return { shown: shown.at, base: shown === first ? NO_BASE : first.at };
}

/** By the names of files; the profiles of one file, FILE#PART, stay in its order. */
function byName(a: FileRef, b: FileRef): number {
  const [x, y] = [a, b].map((f) => f.name.replace(/#[^#]*$/, "")) as [string, string];
  return x === y ? 0 : x.localeCompare(y, "en", { numeric: true });
}

/** As `firstView`, but what is shown and compared stays: something was done to the view since. */
export function besideView(
  view: View,
  opened: readonly OpenedInput[],
  files: ReadonlyMap<string, OpenFile>,
): { next: View; problem: Omit<Problem, "id"> | undefined } {
  const { next, problem } = firstView(view, opened, files);
  const moved = (at: number) =>
    at < 0 ? at : next.files.findIndex((f) => f.hash === view.files[at]?.hash);
  return {
    next: { ...next, shown: Math.max(0, moved(view.shown)), base: moved(view.base) },
    problem,
  };
}

/**
 * The first view once it is known what the files are to each other: a fleet is compared with its
 * median, with what stands out shown; unrelated files are not compared.
 */
export function settledView(view: View, set: SetKind): View {
  if (set.kind === "fleet") {
    return { ...view, base: BASE_MEDIAN, shown: set.outlier >= 0 ? set.outlier : view.shown };
  }
  if (set.kind === "unrelated") return { ...view, base: NO_BASE };
  return view;
}

/** The files of a view, to be compared. */
export function hashesOf(view: View): string {
  return view.files.map((f) => f.hash).join();
}
