import { functionNames } from "../../calltree/frame-table.js";
import { adviceFor } from "../../kubernetes/advice/advice.js";
import { STAGES } from "../../kubernetes/attribution/attribution.js";
import { frameNames, PatternIndex } from "../../kubernetes/frames/frame-pattern.js";
import type { Program } from "../../kubernetes/program/program.js";
import {
  amountText,
  categoryWords,
  kindPlural,
  shareText,
  stageWords,
  wholeText,
} from "../../kubernetes/words.js";
import type { FindingAnswer, KindRow, KindsAnswer, Segment } from "../answers.js";
import { comparisonOf } from "../comparison.js";
import { kindKey } from "../kind-key.js";
import { medianOf, type Prepared, sidesOf } from "../prepared-tree.js";
import { NO_BASE, type Question } from "../question.js";
import { deltaFinding } from "./delta-finding.js";
import { kindsAnswer } from "./kinds.js";
import { litPaths } from "./lit-paths.js";
import { situationOf } from "./situation-of.js";

/** Below this share a kind is not worth a sentence. */
const WORTH_SAYING = 0.02;
/** Another kind, or what cannot be told, is mentioned from this share on. */
const ALSO_WORTH = 0.1;
const STAGES_SAID = 3;
const LEAST_STAGE = 0.05;
const SERVER_STAGES = ["etcd-receive", "storage-decode", "watch-etcd", "watch-cache", "audit"];

/** What a finding is made of; `findingOf` turns it into words. */
export interface FindingFacts {
  readonly sampleType: string;
  /** whose memory it is */
  readonly program: Program;
  /** what is held; every share in the sentence is of its total */
  readonly held: KindsAnswer;
  /** what changed since the base */
  readonly change: KindsAnswer | undefined;
  /** the base is the median of a fleet */
  readonly baseIsMedian: boolean;
  /** what several files are to each other */
  readonly set: "single" | "series" | "fleet" | "unrelated";
  /** the file shown, against the other files of a fleet */
  readonly fleet:
    | {
        readonly name: string;
        readonly total: number;
        readonly median: number;
        readonly files: number;
      }
    | undefined;
  /** the largest kind's JSON answers are to LIST requests */
  readonly lists: boolean;
  /** its JSON buffers are held although nothing is read for an answer any more */
  readonly pooled: boolean;
  /** the path through which the program's own code keeps most of the largest kind */
  readonly own: { readonly name: string; readonly path: string } | undefined;
  /** the package whose code allocated most */
  readonly package: { readonly name: string; readonly value: number } | undefined;
}

/** The sentence above the graph. */
export function findingAnswer(prepared: Prepared, question: Question): FindingAnswer {
  const compared = comparisonOf(prepared, question);
  if (compared.isDelta) return deltaFinding(kindsAnswer(prepared, question), compared.type.name);
  const alone = { ...question, base: NO_BASE };
  const held = kindsAnswer(prepared, alone);
  const sides = sidesOf(question);
  const type = prepared.set.sampleType(question.sampleType, question.shown);
  const top = held.kinds[0];
  return findingOf({
    sampleType: type.name,
    program: prepared.set.program(question.shown),
    held,
    change: sides.base.length > 0 ? kindsAnswer(prepared, question) : undefined,
    baseIsMedian: sides.baseIsMedian,
    set: prepared.set.class(question.set).kind,
    fleet: fleetOf(prepared, question),
    lists: top !== undefined && answersLists(prepared, question, top.key),
    pooled: top !== undefined && isPooled(prepared, question, top),
    own: top && ownPath(prepared, alone, top),
    package: largestPackage(prepared, alone),
  });
}

/** The words of a finding. Segments that name a kind or a stage lead to it in the graph. */
export function findingOf(facts: FindingFacts): FindingAnswer {
  const { held, fleet } = facts;
  if (held.total === 0) {
    return { segments: [{ text: "This profile holds nothing." }], aside: "", advice: [] };
  }
  const segments: Segment[] = [];
  if (fleet) {
    const factor = fleet.median > 0 ? fleet.total / fleet.median : 0;
    segments.push(
      { text: fleet.name, strong: true },
      { text: ` holds ${amountText(fleet.total, held.unit)}, ` },
      factor >= 1.5
        ? { text: `${factor.toFixed(1)} times`, strong: true }
        : { text: `${factor.toFixed(2)} times` },
      { text: ` the median of the ${fleet.files} files. ` },
    );
  }
  const top = held.kinds[0];
  if (!top || Math.abs(top.total / held.total) < WORTH_SAYING) {
    segments.push(...nothingSaid(facts));
    return { segments, aside: "", advice: adviceOf(facts, undefined) };
  }
  segments.push(...kindSaid(facts, top), ...restSaid(facts, top));
  const aside =
    top.meanObjectBytes === null ? "" : `mean object ${amountText(top.meanObjectBytes, "bytes")}`;
  return { segments, aside, advice: adviceOf(facts, top) };
}

/** "ConfigMaps hold 93.9% of the live heap and 94.5% of what grew: ..." */
function kindSaid(facts: FindingFacts, top: KindRow): Segment[] {
  const { held, change } = facts;
  const out: Segment[] = [
    { text: kindPlural(top.kind), strong: true, kind: top.key },
    { text: " hold " },
    { text: shareText(top.total / held.total), strong: true },
    { text: ` of ${wholeText(facts.sampleType)}` },
  ];
  const grown = change?.kinds.find((k) => k.key === top.key);
  if (change && grown && grown.total !== 0) {
    const share = grown.total / change.total;
    const size = amountText(Math.abs(grown.total), held.unit);
    if (grown.total > 0 && change.total > 0) {
      // Where other memory shrank meanwhile, the kind grew by more than the total did.
      out.push(
        { text: " and " },
        { text: share < 1 ? shareText(share) : "all", strong: true },
        { text: facts.baseIsMedian ? " of what it has above the median" : " of what grew" },
        ...(share < 1 ? [] : [{ text: ` (${size})` }]),
      );
    } else {
      const than = facts.baseIsMedian ? "the median" : "before";
      out.push({ text: `, ${size} ${grown.total > 0 ? "more" : "less"} than ${than}` });
    }
  }
  const stages = Object.entries(top.stages)
    .map(([stage, value]) => ({ stage, share: value / held.total }))
    .sort((a, b) => b.share - a.share)
    .filter((s, i) => i === 0 || s.share >= LEAST_STAGE)
    .slice(0, STAGES_SAID);
  stages.forEach(({ stage, share }, i) => {
    out.push({ text: i === 0 ? ": " : i === stages.length - 1 ? " and " : ", " });
    out.push({
      text: `${stageSaid(facts, stage)} (${shareText(share)})`,
      kind: top.key,
      stage,
      ...(stage === "application" && facts.own ? { path: facts.own.path } : {}),
    });
  });
  out.push({ text: "." });
  return out;
}

function stageSaid(facts: FindingFacts, stage: string): string {
  if (stage === "json-response") {
    if (facts.pooled) return "kept in JSON buffers although no request is read any more";
    if (facts.lists) return `${stageWords(stage)} to LIST requests`;
  }
  if (stage === "watch-fanout" && isClient(facts.held)) return "received by watches";
  if (stage === "application" && facts.own) return `kept by ${facts.own.name}`;
  return stageWords(stage);
}

/** Whether the process only talks to an apiserver: none of a server's stages holds anything. */
function isClient(held: KindsAnswer): boolean {
  return SERVER_STAGES.every((stage) => !((held.stages[stage] ?? 0) > 0));
}

/** The next kind, what grew if that is another one, and what cannot be told. */
function restSaid(facts: FindingFacts, top: KindRow): Segment[] {
  const { held, change } = facts;
  const out: Segment[] = [];
  const next = held.kinds[1];
  if (next && next.total / held.total >= ALSO_WORTH) {
    out.push(
      { text: " " },
      { text: kindPlural(next.kind), strong: true, kind: next.key },
      { text: ` hold another ${shareText(next.total / held.total)}.` },
    );
  }
  const grew = change && change.total > 0 ? change.kinds[0] : undefined;
  if (change && grew && grew.key !== top.key && grew.total / change.total >= ALSO_WORTH) {
    out.push(
      { text: " Of what grew, " },
      { text: kindPlural(grew.kind), strong: true, kind: grew.key },
      { text: ` are ${shareText(grew.total / change.total)}.` },
    );
  }
  if (held.unknown / held.total >= ALSO_WORTH) {
    out.push({ text: ` Of ${shareText(held.unknown / held.total)} no frame tells what it is.` });
  }
  return out;
}

/** No kind is worth a word: what is known instead. */
function nothingSaid({ held, package: most, sampleType }: FindingFacts): Segment[] {
  const whole = wholeText(sampleType);
  const out: Segment[] = [
    held.kinds.length > 0
      ? { text: `No kind of Kubernetes object holds more than 2% of ${whole}.` }
      : { text: "No frame names a kind of Kubernetes object." },
  ];
  const category = Object.entries(held.otherCategories).sort((a, b) => b[1] - a[1])[0];
  if (category && category[1] / held.total >= ALSO_WORTH) {
    out.push(
      { text: " The largest part is " },
      { text: categoryWords(category[0]), strong: true, kind: "other" },
      { text: ` (${shareText(category[1] / held.total)}, ${amountText(category[1], held.unit)}).` },
    );
  }
  if (most && most.value / held.total >= WORTH_SAYING) {
    out.push(
      { text: " The package with the most is " },
      { text: most.name, strong: true },
      { text: ` (${shareText(most.value / held.total)}).` },
    );
  }
  return out;
}

function adviceOf(facts: FindingFacts, top: KindRow | undefined) {
  const { held, change } = facts;
  const evidence = top
    ? ([
        ["named", top.named],
        ["shaped", top.shaped],
        ["co-growth", top.coGrowth],
      ] as const)
    : [];
  const strongest = [...evidence].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))[0];
  const grown = top && change?.kinds.find((k) => k.key === top.key);
  return adviceFor(
    situationOf({
      program: facts.program,
      stages: Object.entries(top?.stages ?? held.stages).map(([name, value]) => ({ name, value })),
      kind: top?.key ?? "unknown",
      evidence: strongest?.[0] ?? "unknown",
      share: (top?.total ?? held.total) / held.total,
      growth: grown?.total ?? 0,
      set: facts.set,
      objectBytes: top?.meanObjectBytes ?? null,
    }),
  );
}

function fleetOf(prepared: Prepared, question: Question): FindingFacts["fleet"] {
  const { set } = prepared;
  if (question.sum || set.profiles.length < 3 || set.class(question.set).kind !== "fleet") {
    return undefined;
  }
  const type = set.sampleType(question.sampleType, question.shown);
  const totals = Float64Array.from(set.profiles, (_, p) =>
    type.index[p]! < 0 ? 0 : set.values(p, type).reduce((sum, v) => sum + v, 0),
  );
  const shown = sidesOf(question).shown[0]!;
  const name = set.entries[shown]!.name.replace(/(?:\.heap)?(?:\.pb)?(?:\.gz)?$/, "");
  return { name, total: totals[shown]!, median: medianOf(totals.slice()), files: totals.length };
}

const LIST_HANDLER = new PatternIndex(["handlers.ListResource"]);
const JSON_STAGE = STAGES.indexOf("json-response");
/** Stages that only a request in flight has. */
const READING = ["storage-decode", "etcd-receive"].map((s) => STAGES.indexOf(s as "etcd-receive"));

/** Whether nearly all JSON answers of a kind are on stacks of the LIST handler. */
function answersLists(prepared: Prepared, question: Question, key: string): boolean {
  const { tree, attribution, set } = prepared;
  const type = set.sampleType(question.sampleType, question.shown);
  const lists = frameNames(functionNames(tree.frames)).map(
    (name) => LIST_HANDLER.match(name).length > 0,
  );
  const below = new Uint8Array(tree.nodeCount);
  for (let node = 1; node < below.length; node++) {
    below[node] = lists[tree.frame[node]!] || below[tree.parent[node]!] ? 1 : 0;
  }
  const kind = attribution.kinds.findIndex((k) => kindKey(k) === key);
  let all = 0;
  let listed = 0;
  for (const p of sidesOf(question).shown) {
    const values = set.values(p, type);
    for (let s = 0; s < values.length; s++) {
      const node = tree.sampleNode[p]![s]!;
      if (node < 0 || attribution.kind[p]![s] !== kind) continue;
      if (attribution.stage[p]![s] !== JSON_STAGE) continue;
      all += values[s]!;
      if (below[node]) listed += values[s]!;
    }
  }
  return all > 0 && listed >= 0.9 * all;
}

/**
 * Whether JSON buffers of a kind are held by the encoder's pool: an earlier snapshot of the
 * process read objects for answers, this one reads next to none, and yet the buffers are live.
 */
function isPooled(prepared: Prepared, question: Question, top: KindRow): boolean {
  const { set, attribution } = prepared;
  const { kind, order } = set.class(question.set);
  const type = set.sampleType(question.sampleType, question.shown);
  if (kind !== "series" || question.sum || !type.name.startsWith("inuse_")) return false;
  const of = attribution.kinds.findIndex((k) => kindKey(k) === top.key);
  const sums = (p: number) => {
    let json = 0;
    let reading = 0;
    const values = set.values(p, type);
    for (let s = 0; s < values.length; s++) {
      if (attribution.kind[p]![s] !== of) continue;
      const stage = attribution.stage[p]![s]!;
      if (stage === JSON_STAGE) json += values[s]!;
      else if (READING.includes(stage)) reading += values[s]!;
    }
    return { json, reading };
  };
  const shown = sidesOf(question).shown[0]!;
  const now = sums(shown);
  if (now.json < ALSO_WORTH * Math.abs(top.total) || now.reading > 0.01 * now.json) return false;
  return order
    .slice(0, order.indexOf(shown))
    .filter((p) => type.index[p]! >= 0)
    .some((p) => sums(p).reading > 0.1 * now.json);
}

/** Where the program's own code keeps most of a kind. */
function ownPath(prepared: Prepared, question: Question, top: KindRow): FindingFacts["own"] {
  if (!((top.stages.application ?? 0) > 0)) return undefined;
  const first = litPaths(prepared, { ...question, lit: top.key, litStage: "application" })[0];
  return first && { name: first.name.slice(first.name.lastIndexOf("/") + 1), path: first.path };
}

/** The package whose code holds most, library code of Go itself counted for its callers. */
function largestPackage(prepared: Prepared, question: Question): FindingFacts["package"] {
  const { tree } = prepared;
  const { self } = comparisonOf(prepared, question);
  const packages = frameNames(functionNames(tree.frames)).map((name) => name.package);
  const owner: string[] = [""];
  const sums = new Map<string, number>();
  for (let node = 1; node < tree.nodeCount; node++) {
    const own = packages[tree.frame[node]!]!;
    const ofGo = own !== "main" && !own.slice(0, own.indexOf("/")).includes(".");
    const above = owner[tree.parent[node]!]!;
    owner.push(ofGo ? above || own : own);
    if (self[node] !== 0) sums.set(owner[node]!, (sums.get(owner[node]!) ?? 0) + self[node]!);
  }
  let best: FindingFacts["package"];
  for (const [name, value] of sums)
    if (name && (!best || value > best.value)) best = { name, value };
  return best;
}
