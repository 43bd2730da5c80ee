import { adviceFor } from "../../kubernetes/advice/advice.js";
import { frameName } from "../../kubernetes/frames/frame-pattern.js";
import { isOwnFrame } from "../../kubernetes/frames/own-frames.js";
import {
  amountText,
  categoryWords,
  kindPlural,
  shareText,
  wholeText,
} from "../../kubernetes/words.js";
import { featuresOf } from "../../profile/features.js";
import type { Parts } from "../../words/catalogue.js";
import { type Answered, FIGURES_WORDS } from "../../words/engine/figures-words.js";
import { inSequence } from "../../words/finding-words.js";
import { partsSaid } from "../answers/finding/finding-subjects.js";
import { situationOf } from "../answers/situation-of.js";
import type { AdviceItem, FindingAnswer, KindRow, KindsAnswer, Segment } from "../answers.js";
import type { Prepared } from "../prepared-tree.js";
import { NO_BASE, type Question } from "../question.js";
import { sidesOf } from "../sides.js";
import { type FigureSides, figureSides } from "./figure-sides.js";
import { figuresKinds, mayServe, sideKinds } from "./figures-kinds.js";

/** Below this share a kind is not worth a sentence. */
const WORTH_SAYING = 0.02;
const ALSO_WORTH = 0.1;

/** What to do after a table: it begs more questions than it answers. */
const record = (): AdviceItem => ({
  id: "record-profile",
  text: FIGURES_WORDS.recordHeap,
  action: "kubectl get --raw '/debug/pprof/heap?gc=1' > heap.pb.gz",
  since: "",
  source: "",
});
const recordOther = (): AdviceItem => ({
  ...record(),
  text: FIGURES_WORDS.recordOther,
  action: "",
});

/** A sentence in its parts. */
type Sentence = Parts<Segment>;

/** The sentence above a table: what it tells, and what it cannot. */
export function figuresFinding(prepared: Prepared, question: Question): FindingAnswer {
  const sides = figureSides(prepared, question);
  const { subject } = featuresOf(prepared.set.profiles[sidesOf(question).shown[0]]);
  const held = figuresKinds(prepared, { ...question, base: NO_BASE });
  const change = sides.before ? figuresKinds(prepared, question) : undefined;
  const { names } = prepared.set.frames;
  if (held.of === 0 && held.total === 0) {
    return { segments: [{ text: FIGURES_WORDS.nothing }], aside: "", advice: [] };
  }
  const isHeap = subject === "heap";
  const top = held.isDifference ? undefined : held.kinds[0];
  const worth = top && top.total / held.total >= WORTH_SAYING ? top : undefined;
  const sentences: Sentence[] = [];
  if (held.isDifference) sentences.push(...differenceSaid(held, sides, names));
  else if (worth)
    sentences.push(...kindSaid(held, worth, sides, names, mayServe(prepared, question)));
  else sentences.push(...functionSaid(held, sides, names, isHeap));
  if (change) sentences.push(...changeSaid(held, change, sides, names));
  sentences.push([isHeap ? FIGURES_WORDS.cannotHeap : FIGURES_WORDS.cannotOther]);
  return {
    segments: partsSaid(inSequence(sentences)),
    aside: asideOf(sides),
    advice: adviceOf(prepared, question, held, worth, change, isHeap),
  };
}

function asideOf({ saysType, type }: FigureSides): string {
  return saysType ? "" : FIGURES_WORDS.aside(type.name);
}

/** "ConfigMaps hold at least 87.7% of the live heap: 77.0% shaped ..., 10.7% named ..." */
function kindSaid(
  held: KindsAnswer,
  top: KindRow,
  sides: FigureSides,
  names: readonly string[],
  isServer: boolean,
): Sentence[] {
  const found = sideKinds(names, sides.after, true, isServer);
  const own = found.kinds.filter((k) => k.kind.kind === top.kind && k.kind.group === top.group);
  const how = own.map((kind): Segment => {
    const stage = found.stageOf(kind);
    const answers = stage === "json-response" ? answered(sides, names, kind.value) : undefined;
    const name = shortName(kind.function);
    const share = shareText(kind.value / held.total);
    const text =
      kind.evidence === "named"
        ? FIGURES_WORDS.named(share, name)
        : FIGURES_WORDS.shaped(share, name, kind.why, answers);
    return { text, kind: top.key, stage };
  });
  const share: Segment = { text: shareText(top.total / held.total), strong: true };
  const out = [FIGURES_WORDS.kind(kindSegment(top), share, wholeOf(sides), how)];
  const next = held.kinds[1];
  if (next && next.total / held.total >= ALSO_WORTH) {
    out.push(FIGURES_WORDS.another(kindSegment(next), shareText(next.total / held.total)));
  }
  if (held.unknown / held.total >= ALSO_WORTH) {
    out.push([FIGURES_WORDS.unknown(shareText(held.unknown / held.total))]);
  }
  return out;
}

const kindSegment = ({ kind, key }: KindRow): Segment => ({
  text: kindPlural(kind),
  strong: true,
  kind: key,
});
const nameSegment = (name: string): Segment => ({ text: shortName(name), strong: true });

const LIST =
  /handlers\.ListResource|json\.\(?\*?(?:arrayEncoder|sliceEncoder)\)?\.encode|\(\*store\)\.(?:GetList|List)\b/;
/** An object is 1 MiB at most: answers of more than so many are hardly single objects. */
const MANY_OBJECTS = 64 << 20;

function answered(sides: FigureSides, names: readonly string[], value: number): Answered {
  const listed = names.some((n, f) => LIST.test(n) && Math.abs(sides.after.cum[f]) >= value / 2);
  if (listed) return "lists";
  return value >= MANY_OBJECTS ? "likely" : "json";
}

/** No kind is worth a word: the functions that hold most. */
function functionSaid(
  held: KindsAnswer,
  sides: FigureSides,
  names: readonly string[],
  isHeap: boolean,
): Sentence[] {
  const { flat, cum } = sides.after;
  const out: Sentence[] = [];
  if (isHeap) out.push([held.kinds.length > 0 ? FIGURES_WORDS.noLargeKind : FIGURES_WORDS.noKind]);
  const category = Object.entries(held.otherCategories).sort((a, b) => b[1] - a[1])[0];
  if (category && category[1] / held.total >= ALSO_WORTH) {
    const share: Segment = { text: shareText(category[1] / held.total), strong: true };
    out.push(FIGURES_WORDS.category(share, categoryWords(category[0])));
  }
  const leaf = largest(flat);
  if (leaf >= 0) {
    const own = largest(cum.map((v, f) => (isOwn(names[f]) ? v : 0)));
    const isBelow = own >= 0 && own !== leaf && cum[own] / held.of >= ALSO_WORTH;
    out.push(
      FIGURES_WORDS.function(
        nameSegment(names[leaf]),
        shareText(flat[leaf] / held.of),
        wholeOf(sides),
        isBelow
          ? { name: nameSegment(names[own]), share: shareText(cum[own] / held.of) }
          : undefined,
      ),
    );
  }
  return out;
}

/** A table of a difference: what grew and what shrank most. */
function differenceSaid(
  held: KindsAnswer,
  sides: FigureSides,
  names: readonly string[],
): Sentence[] {
  const { flat } = sides.after;
  const out: Sentence[] = [
    FIGURES_WORDS.difference<Segment>({
      text: FIGURES_WORDS.changedBy(held.total >= 0, amountText(Math.abs(held.total), held.unit)),
      strong: true,
    }),
  ];
  const [grown, shrunk] = [largest(flat), largest(flat.map((v) => -v))];
  if (grown >= 0) {
    out.push(FIGURES_WORDS.mostGrew(nameSegment(names[grown]), byText(flat[grown], held.unit)));
  }
  if (shrunk >= 0) {
    out.push(FIGURES_WORDS.mostShrank(nameSegment(names[shrunk]), byText(flat[shrunk], held.unit)));
  }
  const kind = held.kinds[0];
  if (kind && Math.abs(kind.total) >= ALSO_WORTH * Math.abs(held.total)) {
    out.push(kindChanged(kind, held.unit));
  }
  return out;
}

const byText = (by: number, unit: string): string =>
  `${by < 0 ? "−" : "+"}${amountText(Math.abs(by), unit)}`;

const kindChanged = (row: KindRow, unit: string): Sentence =>
  FIGURES_WORDS.kindChanged(
    kindSegment(row),
    row.total >= 0,
    amountText(Math.abs(row.total), unit),
  );

/** Two tables compared. */
function changeSaid(
  held: KindsAnswer,
  change: KindsAnswer,
  sides: FigureSides,
  names: readonly string[],
): Sentence[] {
  const { after, before } = sides;
  if (!before) return [];
  const grown = change.total;
  const changed: Segment = {
    text:
      grown === 0
        ? FIGURES_WORDS.same
        : FIGURES_WORDS.changedBy(grown > 0, amountText(Math.abs(grown), held.unit)),
    strong: true,
  };
  const total = grown === 0 ? undefined : amountText(after.total, held.unit);
  const out: Sentence[] = [FIGURES_WORDS.compared(changed, total)];
  const kind = change.kinds.find((k) => k.total !== 0);
  if (kind && Math.abs(kind.total) >= WORTH_SAYING * after.total) {
    out.push(kindChanged(kind, held.unit));
  }
  const most = largest(after.flat.map((v, f) => Math.abs(v - before.flat[f])));
  if (most >= 0) {
    const by = byText(after.flat[most] - before.flat[most], held.unit);
    out.push(FIGURES_WORDS.mostChanged(nameSegment(names[most]), by));
  }
  return out;
}

function adviceOf(
  prepared: Prepared,
  question: Question,
  held: KindsAnswer,
  top: KindRow | undefined,
  change: KindsAnswer | undefined,
  isHeap: boolean,
): readonly AdviceItem[] {
  if (!isHeap) return [recordOther()];
  if (!top) return [record()];
  const grown = change?.kinds.find((k) => k.key === top.key);
  const advice = adviceFor(
    situationOf({
      program: prepared.set.program(question.shown),
      stages: Object.entries(top.stages).map(([name, value]) => ({ name, value })),
      kind: top.key,
      evidence: top.shaped > top.named ? "shaped" : "named",
      share: top.total / held.total,
      growth: grown?.total ?? 0,
      set: "single",
    }),
  );
  return [record(), ...advice];
}

function wholeOf({ saysType, type, after }: FigureSides): string {
  return saysType ? wholeText(type.name) : amountText(after.total, type.unit);
}

/** Index of the largest positive value; -1 where there is none. */
function largest(values: Float64Array): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > (best < 0 ? 0 : values[best])) best = i;
  }
  return best;
}

function isOwn(name: string): boolean {
  return isOwnFrame(name, frameName(name), "") && !/^main\.main$/.test(name);
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
