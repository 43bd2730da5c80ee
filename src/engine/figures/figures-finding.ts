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
const RECORD: AdviceItem = {
  id: "record-profile",
  text: "A table has no stacks: it does not tell who asked for this memory, nor whether it is kept. Record the profile itself, twice some minutes apart, and open both here.",
  action: "kubectl get --raw '/debug/pprof/heap?gc=1' > heap.pb.gz",
  since: "",
  source: "",
};
const RECORD_OTHER: AdviceItem = {
  ...RECORD,
  text: "A table has no stacks. Open the profile that it was printed from: the file that go tool pprof named when it read it, below ~/pprof.",
  action: "",
};

/** The sentence above a table: what it tells, and what it cannot. */
export function figuresFinding(prepared: Prepared, question: Question): FindingAnswer {
  const sides = figureSides(prepared, question);
  const { subject } = featuresOf(prepared.set.profiles[sidesOf(question).shown[0]]);
  const held = figuresKinds(prepared, { ...question, base: NO_BASE });
  const change = sides.before ? figuresKinds(prepared, question) : undefined;
  const { names } = prepared.set.frames;
  if (held.of === 0 && held.total === 0) {
    return { segments: [{ text: "This table holds nothing." }], aside: "", advice: [] };
  }
  const isHeap = subject === "heap";
  const top = held.isDifference ? undefined : held.kinds[0];
  const worth = top && top.total / held.total >= WORTH_SAYING ? top : undefined;
  const segments: Segment[] = [];
  if (held.isDifference) segments.push(...differenceSaid(held, sides, names));
  else if (worth)
    segments.push(...kindSaid(held, worth, sides, names, mayServe(prepared, question)));
  else segments.push(...functionSaid(held, sides, names, isHeap));
  if (change) segments.push(...changeSaid(held, change, sides, names));
  segments.push({
    text: isHeap
      ? " A table has no stacks: who asked for this, and whether it is kept, it cannot tell; record the profile itself next (/debug/pprof/heap)."
      : " A table has no stacks: who waits or works for whom it cannot tell; open the profile it was printed from.",
  });
  return {
    segments,
    aside: asideOf(sides),
    advice: adviceOf(prepared, question, held, worth, change, isHeap),
  };
}

function asideOf({ saysType, type }: FigureSides): string {
  return saysType ? "" : `the text does not say its sample type; taken for ${type.name}`;
}

/** "ConfigMaps hold at least 87.7% of the live heap: 77.0% shaped ..., 10.7% named ..." */
function kindSaid(
  held: KindsAnswer,
  top: KindRow,
  sides: FigureSides,
  names: readonly string[],
  isServer: boolean,
): Segment[] {
  const out: Segment[] = [
    { text: kindPlural(top.kind), strong: true, kind: top.key },
    { text: " hold about " },
    { text: shareText(top.total / held.total), strong: true },
    { text: ` of ${wholeOf(sides)}, as far as names of functions tell: ` },
  ];
  const found = sideKinds(names, sides.after, true, isServer);
  const own = found.kinds.filter((k) => k.kind.kind === top.kind && k.kind.group === top.group);
  own.forEach((kind, i) => {
    const stage = found.stageOf(kind);
    const answers = stage === "json-response" ? `, ${listWords(sides, names, kind.value)}` : "";
    const name = shortName(kind.function);
    const how =
      kind.evidence === "named" ? `named by ${name}` : `shaped by ${name} (${kind.why})${answers}`;
    out.push({
      text: `${i > 0 ? "; " : ""}${shareText(kind.value / held.total)} ${how}`,
      kind: top.key,
      stage,
    });
  });
  out.push({ text: "." });
  const next = held.kinds[1];
  if (next && next.total / held.total >= ALSO_WORTH) {
    out.push(
      { text: " " },
      { text: kindPlural(next.kind), strong: true, kind: next.key },
      { text: ` hold another ${shareText(next.total / held.total)}.` },
    );
  }
  if (held.unknown / held.total >= ALSO_WORTH) {
    out.push({
      text: ` Of ${shareText(held.unknown / held.total)} the table does not tell what it is.`,
    });
  }
  return out;
}

const LIST =
  /handlers\.ListResource|json\.\(?\*?(?:arrayEncoder|sliceEncoder)\)?\.encode|\(\*store\)\.(?:GetList|List)\b/;
/** An object is 1 MiB at most: answers of more than so many are hardly single objects. */
const MANY_OBJECTS = 64 << 20;

function listWords(sides: FigureSides, names: readonly string[], value: number): string {
  const listed = names.some((n, f) => LIST.test(n) && Math.abs(sides.after.cum[f]) >= value / 2);
  if (listed) return "encoded as JSON for answers to LIST requests";
  return value >= MANY_OBJECTS
    ? "encoded as JSON for answers, most likely to LIST requests, since one object is 1 MiB at most"
    : "encoded as JSON for answers";
}

/** No kind is worth a word: the functions that hold most. */
function functionSaid(
  held: KindsAnswer,
  sides: FigureSides,
  names: readonly string[],
  isHeap: boolean,
): Segment[] {
  const { flat, cum } = sides.after;
  const out: Segment[] = [];
  if (isHeap) {
    out.push({
      text:
        held.kinds.length > 0
          ? "No kind of Kubernetes object has more than 2% here, as far as names of functions tell. "
          : "No function of this table names a kind of Kubernetes object. ",
    });
  }
  const category = Object.entries(held.otherCategories).sort((a, b) => b[1] - a[1])[0];
  if (category && category[1] / held.total >= ALSO_WORTH) {
    out.push(
      { text: "At least " },
      { text: shareText(category[1] / held.total), strong: true },
      { text: ` is ${categoryWords(category[0])}. ` },
    );
  }
  const leaf = largest(flat);
  if (leaf >= 0) {
    out.push(
      { text: shortName(names[leaf]), strong: true },
      { text: ` itself has ${shareText(flat[leaf] / held.of)} of ${wholeOf(sides)}` },
    );
    const own = largest(cum.map((v, f) => (isOwn(names[f]) ? v : 0)));
    if (own >= 0 && own !== leaf && cum[own] / held.of >= ALSO_WORTH) {
      out.push(
        { text: "; below the program's own " },
        { text: shortName(names[own]), strong: true },
        { text: ` lies ${shareText(cum[own] / held.of)}` },
      );
    }
    out.push({ text: "." });
  }
  return out;
}

/** A table of a difference: what grew and what shrank most. */
function differenceSaid(
  held: KindsAnswer,
  sides: FigureSides,
  names: readonly string[],
): Segment[] {
  const { flat } = sides.after;
  const out: Segment[] = [
    { text: "This table is a difference of two profiles: its functions " },
    {
      text: `${held.total < 0 ? "shrank" : "grew"} by ${amountText(Math.abs(held.total), held.unit)}`,
      strong: true,
    },
    { text: " together." },
  ];
  const [grown, shrunk] = [largest(flat), largest(flat.map((v) => -v))];
  if (grown >= 0) out.push(...moved(names[grown], flat[grown], held.unit, "Most grew "));
  if (shrunk >= 0) out.push(...moved(names[shrunk], flat[shrunk], held.unit, "Most shrank "));
  const kind = held.kinds[0];
  if (kind && Math.abs(kind.total) >= ALSO_WORTH * Math.abs(held.total)) {
    out.push(
      { text: " " },
      { text: kindPlural(kind.kind), strong: true, kind: kind.key },
      {
        text: ` ${kind.total < 0 ? "shrank" : "grew"} by about ${amountText(Math.abs(kind.total), held.unit)}.`,
      },
    );
  }
  return out;
}

function moved(name: string, by: number, unit: string, what: string): Segment[] {
  return [
    { text: ` ${what}` },
    { text: shortName(name), strong: true },
    { text: ` (${by < 0 ? "−" : "+"}${amountText(Math.abs(by), unit)}).` },
  ];
}

/** Two tables compared. */
function changeSaid(
  held: KindsAnswer,
  change: KindsAnswer,
  sides: FigureSides,
  names: readonly string[],
): Segment[] {
  const { after, before } = sides;
  if (!before) return [];
  const grown = change.total;
  const out: Segment[] = [
    { text: " Compared with the base the total " },
    {
      text:
        grown === 0
          ? "is the same"
          : `${grown > 0 ? "grew" : "shrank"} by ${amountText(Math.abs(grown), held.unit)}`,
      strong: true,
    },
    { text: grown === 0 ? "." : ` to ${amountText(after.total, held.unit)}.` },
  ];
  const kind = change.kinds.find((k) => k.total !== 0);
  if (kind && Math.abs(kind.total) >= WORTH_SAYING * after.total) {
    out.push(
      { text: " " },
      { text: kindPlural(kind.kind), strong: true, kind: kind.key },
      {
        text: ` ${kind.total > 0 ? "grew" : "shrank"} by about ${amountText(Math.abs(kind.total), held.unit)}.`,
      },
    );
  }
  const most = largest(after.flat.map((v, f) => Math.abs(v - before.flat[f])));
  if (most >= 0) {
    const by = after.flat[most] - before.flat[most];
    out.push(...moved(names[most], by, held.unit, "The function that changed most is "));
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
  if (!isHeap) return [RECORD_OTHER];
  if (!top) return [RECORD];
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
  return [RECORD, ...advice];
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
