import type { SampleTypeOfSet } from "../engine/file-set.js";
import type { Prepared } from "../engine/prepared-tree.js";
import type { CarriedAnswers } from "../engine/profile-library.js";
import { BASE_MEDIAN, type Question } from "../engine/question.js";
import { sidesOf } from "../engine/sides.js";
import { canonicalName } from "../profile/function-name.js";
import { LINK_LIMITS, type LinkFile, type LinkInput } from "./link-content.js";
import { filtersNote, joinedNote } from "./link-notes.js";
import { uprightTree } from "./reinvert.js";
import { ViewText } from "./view-text.js";

/**
 * What a self-contained link of a view is made of: the question's tree with the values of all
 * files (of eight at most, else of what is shown and its base). Transforms that the tree was made
 * with are done, so they leave the view and are told in a note; to hand them on instead, give a
 * question and a tree without them.
 * @param prepared the tree of `question`
 * @param names of the question's files
 * @param view the view's own fragment
 * @throws QuestionError where a file has no such sample type
 */
export function linkInput(
  prepared: Prepared,
  question: Question,
  names: readonly string[],
  carried: CarriedAnswers,
  view: string,
): LinkInput {
  const { set } = prepared;
  const types = typesOf(prepared, question);
  const text = new ViewText(view);
  const parts = partsOf(prepared, question, names, text);
  const columns: Float64Array[] = [];
  const measure: number[] = [];
  const own = parts.map((part) => totalOf(part.self(types[0])));
  const largest = Math.max(...own);
  parts.forEach((part, p) => {
    types.forEach((type, t) => {
      columns.push(part.self(type));
      measure.push(t > 0 ? 0 : part.isMain ? own[p] : largest);
    });
  });
  const { tree } = prepared;
  const upright = question.inverted ? uprightTree(tree, columns) : { ...tree, self: columns };
  if (question.joined) text.set("joined", "0");
  if (question.transforms.length > 0) text.set("t", undefined);
  return {
    files: parts.map((part) => part.file),
    types: types.map(({ name, unit }) => ({ type: name, unit })),
    periodType:
      set.profiles[Math.max(0, Math.min(question.shown, set.profiles.length - 1))].periodType,
    tree: {
      names: tree.frames.names.map(canonicalName),
      parent: upright.parent,
      frame: upright.frame,
      self: upright.self,
      rest: columns.map(() => new Float64Array(upright.parent.length)),
    },
    measure,
    notes: notesOf(prepared, question),
    view: text.text(),
    carried,
  };
}

/** One file of the link. */
interface Part {
  readonly file: LinkFile;
  /** shown or its base: its small nodes count by its own total */
  readonly isMain: boolean;
  self(type: SampleTypeOfSet): Float64Array;
}

/** The files of the link; the view's indices are made to point to them. */
function partsOf(
  prepared: Prepared,
  question: Question,
  names: readonly string[],
  text: ViewText,
): Part[] {
  const { set } = prepared;
  const sides = sidesOf(question);
  const all = set.profiles.map((_, p) => p);
  const one = (p: number): Part => ({
    file: fileOf(prepared, p, names[p] ?? set.entries[p].name),
    isMain:
      question.sum || sides.shown.includes(p) || (!sides.baseIsMedian && sides.base.includes(p)),
    self: (type) => prepared.self([p], type),
  });
  if (all.length <= LINK_LIMITS.files) return all.map(one);
  const shown = sides.shown[0];
  const several = `${all.length} files`;
  text.set("shown", undefined);
  text.set("base", sides.base.length > 0 ? "1" : undefined);
  if (question.sum) {
    text.set("sum", undefined);
    const file = { ...fileOf(prepared, shown, ""), name: `sum of ${several}` };
    return [{ file, isMain: true, self: (type) => prepared.self(all, type) }];
  }
  const parts = [one(shown)];
  if (question.base === BASE_MEDIAN) {
    const file = { ...fileOf(prepared, shown, ""), name: `median of ${several}`, time: 0 };
    parts.push({
      file,
      isMain: true,
      self: (type) => prepared.median(all, type).map(Math.round),
    });
  } else if (sides.base.length > 0) parts.push(one(sides.base[0]));
  return parts;
}

function fileOf(prepared: Prepared, p: number, name: string): LinkFile {
  const { timeNanos, period } = prepared.set.profiles[p];
  const time = Number(timeNanos / 1_000_000n);
  return {
    name,
    time: Math.max(0, time),
    period: Number.isSafeInteger(period) && period > 0 ? period : 0,
  };
}

/** The type shown, then its objects or bytes, then what was allocated, then any others. */
function typesOf(prepared: Prepared, question: Question): SampleTypeOfSet[] {
  const { set } = prepared;
  const shown = set.sampleType(question.sampleType, question.shown);
  const out = [shown];
  const add = (type: SampleTypeOfSet | undefined) => {
    if (!type || out.length >= LINK_LIMITS.types || type.index.some((i) => i < 0)) return;
    if (!out.some((t) => t.name === type.name)) out.push(type);
  };
  add(set.companion(shown, "objects"));
  add(set.companion(shown, "space"));
  const allocated = set.allocated(shown);
  add(allocated);
  if (allocated) add(set.companion(allocated, "objects"));
  if (allocated) add(set.companion(allocated, "space"));
  for (const { type } of set.profiles[0].sampleTypes) {
    if (type !== "") add(set.sampleType(type, 0));
  }
  return out;
}

function notesOf(prepared: Prepared, question: Question): string[] {
  const notes: string[] = [];
  const { joined } = prepared;
  if (joined) {
    let cut = 0;
    let mended = 0;
    joined.truncated.forEach((of, p) => {
      const { offsets } = joined.added[p];
      for (let s = 0; s < of.length; s++) {
        cut += of[s];
        if (offsets[s + 1] > offsets[s]) mended++;
      }
    });
    if (cut > 0) notes.push(joinedNote(cut, mended));
  }
  if (question.transforms.length > 0) {
    const steps = question.transforms.map((t) => ("pattern" in t ? `${t.do} ${t.pattern}` : t.do));
    notes.push(filtersNote(steps));
  }
  return notes;
}

function totalOf(self: Float64Array): number {
  let sum = 0;
  for (const value of self) sum += Math.abs(value);
  return sum;
}
