import type { FileFacts, SetAnswer } from "../engine/answers.js";
import { BASE_MEDIAN, NO_BASE } from "../engine/question.js";
import type { FileRef, View } from "../view/view.js";
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
  const fresh = opened.filter((o, i) => opened.findIndex((p) => p.hash === o.hash) === i);
  const candidates: FileRef[] = [
    ...view.files,
    ...fresh
      .filter((o) => !view.files.some((f) => f.hash === o.hash))
      .map(({ hash, name, size }) => ({ hash, name, size, url: files.get(hash)!.url })),
  ];
  const typesOf = (f: FileRef) => files.get(f.hash)!.facts.sampleTypes.map((t) => t.type);
  const lead = candidates[0]!;
  const leadTypes = typesOf(lead);
  const fits = candidates.filter((f) => typesOf(f).some((t) => leadTypes.includes(t)));
  const odd = candidates.filter((f) => !fits.includes(f));
  const problem = odd[0]
    ? {
        of: odd.map((f) => f.name).join(", "),
        message: `has the sample types ${typesOf(odd[0]).join(", ") || "(none)"}, while ${lead.name} has ${leadTypes.join(", ")}: they cannot be compared`,
        hint: "open it by itself",
      }
    : undefined;
  const time = (f: FileRef) => files.get(f.hash)!.facts.time;
  const timed = fits.every((f) => time(f) !== undefined);
  const ordered = fits.toSorted((a, b) =>
    timed ? time(a)! - time(b)! || byName(a, b) : byName(a, b),
  );
  const total = (f: FileRef) => {
    const { totals, defaultSampleType } = files.get(f.hash)!.facts;
    return totals[defaultSampleType] ?? 0;
  };
  const { shown, base } = sidesOf(ordered, total, (f) => files.get(f.hash)!.facts);
  // Of a difference it is the direction that is to be seen at once.
  const single = ordered.length === 1 && files.get(ordered[0]!.hash)!.facts.isDelta;
  const colouring = single ? "growth" : view.colouring;
  // Without stacks there is no graph to begin with.
  const stackless = ordered.every((f) => files.get(f.hash)!.facts.features.stacks === "none");
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
  const all = ordered.map((_, i) => i);
  const heaps = all.filter((i) => factsOf(ordered[i]!).features.subject !== "references");
  const moments = heaps.length > 0 ? heaps : all;
  let shown = moments.at(-1)!;
  if (moments.length > 2) {
    for (const i of moments) if (total(ordered[i]!) > total(ordered[shown]!)) shown = i;
  }
  return { shown, base: shown === moments[0] ? NO_BASE : moments[0]! };
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
 * The first view once it is known what the files are to each other: a fleet is held against its
 * median, with what stands out shown; unrelated files are not compared.
 */
export function settledView(view: View, set: SetAnswer): View {
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
