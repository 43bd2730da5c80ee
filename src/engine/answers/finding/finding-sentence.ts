import type { Program } from "../../../kubernetes/program/program.js";
import { amountText, shareText, stageWords, wholeText } from "../../../kubernetes/words.js";
import type { Parts } from "../../../words/catalogue.js";
import { FINDING_WORDS, inSequence } from "../../../words/finding-words.js";
import type { FindingAnswer, KindRow, KindsAnswer, Segment } from "../../answers.js";
import { findingAdvice } from "./finding-advice.js";
import type { Cause } from "./finding-causes.js";
import { opened, partsSaid, receivedAs, subjectOf } from "./finding-subjects.js";
import { verdictSaid } from "./finding-verdict.js";
import { holderSaid } from "./likely-holder.js";
import type { VerdictAnswer } from "./verdict.js";

/** Causes are said until they explain this share, or so many are named. */
const SAID_SHARE = 0.8;
const MOST_CAUSES = 3;
/** Below this share a cause is not worth a sentence. */
const WORTH_SAYING = 0.02;
/** What comes after the first has to be larger. */
const ALSO_WORTH = 0.08;
const STAGES_SAID = 3;
const LEAST_STAGE = 0.05;
/** Growth below this share of what is held is none to speak of. */
const LEAST_GROWTH = 0.03;
const RECEIVED_SHARE = 0.3;
/** What a program holds after its start: up to so many bytes, and so much of it no object. */
const BASELINE_BYTES = 256 << 20;
const BASELINE_SHARE = 0.85;
/** Most of it has to be what every start makes: many connections are no start. */
const BASELINE_START = 0.5;
const STARTED = ["openapi", "start-up", "runtime"];
const BASELINE = ["openapi", "start-up", "runtime", "connections", "logging", "metrics", "HTTP"];

/** What a finding is made of. */
export interface FindingFacts {
  readonly sampleType: string;
  /** whose memory it is */
  readonly program: Program;
  /** what is held */
  readonly held: KindsAnswer;
  /** what changed since the base */
  readonly change: KindsAnswer | undefined;
  /** the base is the median of a fleet */
  readonly baseIsMedian: boolean;
  /** the name of the base, where it is not an earlier moment of the same process; "" where it is */
  readonly otherProcess: string;
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
  readonly causes: readonly Cause[];
  /** the program's own functions that grew, most growth first */
  readonly holders: readonly { readonly name: string; readonly growth: number }[];
  /** growth of what informers note of changes for handlers that have not seen them yet */
  readonly notified: number;
  /** nearly all that this client received as answers was asked for as lists */
  readonly receivedLists: boolean;
  /** bytes below frames that decrypt what is stored */
  readonly decrypted: number;
  /** the largest kind's JSON answers are to LIST requests */
  readonly lists: boolean;
  /** the path through which the program's own code keeps most of the largest kind */
  readonly own: { readonly name: string; readonly path: string } | undefined;
  readonly verdict: VerdictAnswer;
}

/** The words of a finding. Segments that name a kind or a stage lead to it in the graph. */
export function findingOf(facts: FindingFacts): FindingAnswer {
  const { held } = facts;
  if (held.total === 0) {
    return { segments: [{ text: FINDING_WORDS.holdsNothing }], aside: "", advice: [] };
  }
  const lead = leadOf(facts);
  const verdict = lead.usual ? "" : verdictSaid(facts, lead.grew);
  const sentences = [...preamble(facts), ...lead.sentences, ...(verdict === "" ? [] : [[verdict]])];
  const top = held.kinds[0];
  const mean = top && top.total / held.total >= WORTH_SAYING ? top.meanObjectBytes : null;
  return {
    segments: partsSaid(inSequence(sentences)),
    aside: mean === null ? "" : FINDING_WORDS.meanObject(amountText(mean, "bytes")),
    advice: lead.usual ? [] : findingAdvice(facts, lead.grew),
  };
}

/** A sentence in its parts. */
type Sentence = Parts<Segment>;

interface Lead {
  readonly sentences: readonly Sentence[];
  /** the sentences are about growth */
  readonly grew: boolean;
  /** there is nothing to be done about it */
  readonly usual?: boolean;
}

function leadOf(facts: FindingFacts): Lead {
  const { change, held, verdict, baseIsMedian } = facts;
  if (change && !baseIsMedian) {
    if (verdict.sameMoment) return { sentences: causesHeld(facts), grew: false };
    const enough = change.total >= Math.abs(held.total) * LEAST_GROWTH;
    if (enough && verdict.whole.verdict !== "noise") {
      return { sentences: causesGrown(facts, change), grew: true };
    }
    return { sentences: [[notGrown(facts, change)], ...causesHeld(facts)], grew: false };
  }
  const baseline = baselineSaid(facts);
  if (baseline) return { sentences: [baseline], grew: false, usual: true };
  return { sentences: causesHeld(facts), grew: false };
}

/** What has to be known before any figure is believed. */
function preamble({ fleet, verdict, held, sampleType }: FindingFacts): Sentence[] {
  const out: Sentence[] = [];
  if (verdict.sameMoment) out.push([FINDING_WORDS.sameMoment]);
  if (verdict.sumOfScrapes) out.push([FINDING_WORDS.sumOfScrapes]);
  if (isFiltered({ held })) {
    out.push([
      FINDING_WORDS.filtered(
        shareText(Math.abs(held.total) / held.of),
        wholeText(sampleType),
        amountText(held.total, held.unit),
      ),
    ]);
  }
  if (fleet) {
    const factor = fleet.median > 0 ? fleet.total / fleet.median : 0;
    const times: Segment =
      factor >= 1.5
        ? { text: FINDING_WORDS.times(factor.toFixed(1)), strong: true }
        : { text: FINDING_WORDS.times(factor.toFixed(2)) };
    const name: Segment = { text: fleet.name, strong: true };
    const total = amountText(fleet.total, held.unit);
    out.push(FINDING_WORDS.inFleet(name, total, times, fleet.files));
  }
  return out;
}

/** Whether filters left only a part of what there is. */
function isFiltered({ held }: Pick<FindingFacts, "held">): boolean {
  return held.of > 0 && Math.abs(held.total) < held.of * 0.9995;
}

/** What shares are of: what is shown, where filters leave only a part of it. */
function wholeOf(facts: Pick<FindingFacts, "sampleType" | "held">): string {
  return isFiltered(facts) ? FINDING_WORDS.whatIsShown : wholeText(facts.sampleType);
}

/** The heap did not grow, or hardly. */
function notGrown(facts: FindingFacts, change: KindsAnswer): string {
  const { sampleType, held, otherProcess } = facts;
  if (otherProcess !== "") {
    const by = amountText(Math.abs(change.total), held.unit);
    return FINDING_WORDS.differs(by, change.total < 0, otherProcess);
  }
  const whole = wholeOf({ sampleType, held });
  const before = amountText(held.total - change.total, held.unit);
  const after = amountText(held.total, held.unit);
  const shrank = change.total < -Math.abs(held.total) * LEAST_GROWTH;
  return shrank
    ? FINDING_WORDS.shrank(whole, before, after)
    : FINDING_WORDS.didNotGrow(whole, before, after);
}

/** A program that has only started: said as that, not as an incident. */
function baselineSaid({ held, change, program, sampleType }: FindingFacts): Sentence | undefined {
  if (change || held.unit !== "bytes" || held.total > BASELINE_BYTES) return undefined;
  if (!sampleType.startsWith("inuse_")) return undefined;
  const base = BASELINE.reduce((sum, name) => sum + (held.otherCategories[name] ?? 0), 0);
  const start = STARTED.reduce((sum, name) => sum + (held.otherCategories[name] ?? 0), 0);
  if (base < held.total * BASELINE_SHARE || start < held.total * BASELINE_START) return undefined;
  const largest = Object.entries(held.otherCategories)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([name, value]) => {
      const { segment } = subjectOf({ sort: "category", name, held: value, before: 0 });
      return FINDING_WORDS.shareOfStart(segment, shareText(value / held.total));
    });
  const total = amountText(held.total, held.unit);
  return FINDING_WORDS.afterStart(total, program.name || FINDING_WORDS.aProgram, largest);
}

/** What holds the memory, in order, until four fifths are said or three are named. */
function causesHeld(facts: FindingFacts): Sentence[] {
  const { held } = facts;
  const ranked = ranking(facts.causes, (c) => c.held, held.total);
  const out = ranked.said.map((cause, i): Sentence => {
    const { segment, isPlural } = subjectOf(cause, facts.receivedLists);
    const subject = opened(segment, cause.sort);
    const figure: Segment = { text: shareText(cause.held / held.total), strong: true };
    const stages = stagesSaid(facts, cause, held);
    if (i > 0) return FINDING_WORDS.holdsAnother(subject, isPlural, figure, stages);
    const median = againstMedian(facts, cause);
    return FINDING_WORDS.holds(subject, isPlural, figure, wholeOf(facts), median, stages);
  });
  return [...out, ...keptElsewhere(facts), ...restSaid(ranked.unknown, held, out.length === 0)];
}

/** What a client's watches decoded: a profile says who allocated it, not who keeps it. */
function keptElsewhere({ held, sampleType }: FindingFacts): Sentence[] {
  const received = held.stages["watch-receive"] ?? 0;
  if (received < held.total * RECEIVED_SHARE || !sampleType.startsWith("inuse_")) return [];
  return [[FINDING_WORDS.keptElsewhere]];
}

/** What grew, in order; what the first holds now stands in a sentence of its own. */
function causesGrown(facts: FindingFacts, change: KindsAnswer): Sentence[] {
  const grown = (c: Cause) => c.held - c.before;
  const other = facts.otherProcess;
  const ranked = ranking(facts.causes, grown, change.total);
  const out = ranked.said.flatMap((cause, i): Sentence[] => {
    const { segment, isPlural } = subjectOf(cause, facts.receivedLists);
    const subject = opened(segment, cause.sort);
    const amount: Segment = { text: countText(facts, grown(cause)), strong: true };
    const share = shareOfWhole(grown(cause), change);
    const part = share > 1 ? undefined : shareText(share);
    const stages = stagesSaid(facts, cause, change);
    const base = i === 0 ? other : undefined;
    const said =
      other === ""
        ? FINDING_WORDS.grew(subject, amount, part, stages)
        : FINDING_WORDS.holdsMore(subject, isPlural, amount, base, part, stages);
    return i > 0 ? [said] : [said, [FINDING_WORDS.holdsNow(isPlural, heldText(facts, cause))]];
  });
  return [
    ...out,
    ...(other === "" ? [holderSaid(facts, ranked.said)] : []),
    ...restSaid(ranked.unknown, change, out.length === 0),
  ];
}

/** Where both are the same figure as it is written, a little more than the whole is all of it. */
function shareOfWhole(value: number, { total, unit }: KindsAnswer): number {
  const share = value / total;
  return share > 1 && amountText(value, unit) === amountText(total, unit) ? 1 : share;
}

/** What a cause holds, of the whole; where values below zero make it more than that, the amount. */
function heldText(facts: FindingFacts, { held }: Cause): string {
  const share = held / facts.held.total;
  if (share >= 0 && share <= 1) return FINDING_WORDS.shareOf(shareText(share), wholeOf(facts));
  return amountText(held, facts.held.unit);
}

/** An amount with its unit: "14,000 goroutines" where they are counted. */
function countText({ sampleType, held }: FindingFacts, value: number): string {
  const amount = amountText(value, held.unit);
  return sampleType.startsWith("goroutine") ? FINDING_WORDS.goroutines(amount) : amount;
}

function ranking(
  causes: readonly Cause[],
  of: (cause: Cause) => number,
  total: number,
): { readonly said: readonly Cause[]; readonly unknown: number } {
  const sorted = causes.filter((c) => of(c) > 0).sort((a, b) => of(b) - of(a));
  const said: Cause[] = [];
  let sum = 0;
  for (const cause of sorted) {
    const least = said.length === 0 ? WORTH_SAYING : ALSO_WORTH;
    if (said.length >= MOST_CAUSES || sum >= total * SAID_SHARE || of(cause) < total * least) break;
    if (cause.sort === "unknown") continue;
    said.push(cause);
    sum += of(cause);
  }
  const unknown = causes.reduce((all, c) => (c.sort === "unknown" ? all + of(c) : all), 0);
  return { said, unknown };
}

/** By how much a kind differs from its median in a fleet, where that is what is compared. */
function againstMedian(
  { change, baseIsMedian, held }: FindingFacts,
  cause: Cause,
): { readonly by: string; readonly isMore: boolean } | undefined {
  if (!change || !baseIsMedian || cause.sort !== "kind") return undefined;
  const more = change.kinds.find((k) => k.key === cause.name)?.total ?? 0;
  if (more === 0) return undefined;
  return { by: amountText(Math.abs(more), held.unit), isMore: more > 0 };
}

/** "answered as JSON to LIST requests (47.5%)", "decoded from etcd (36.6%)" */
function stagesSaid(facts: FindingFacts, cause: Cause, of: KindsAnswer): Sentence[] {
  const row = cause.sort === "kind" ? of.kinds.find((k) => k.key === cause.name) : undefined;
  if (!row || of.total === 0) return [];
  const stages = Object.entries(row.stages)
    .map(([stage, value]) => ({ stage, value, share: value / of.total }))
    .filter((s) => s.share > 0)
    .sort((a, b) => b.share - a.share)
    .filter((s, i) => i === 0 || s.share >= LEAST_STAGE)
    .slice(0, STAGES_SAID);
  const figure = stages.some((s) => s.share > 1)
    ? (s: { readonly value: number }) => amountText(s.value, of.unit)
    : (s: { readonly share: number }) => shareText(s.share);
  return stages.map((part) => [
    {
      text: FINDING_WORDS.stage(stageSaid(facts, part.stage, row), figure(part)),
      kind: row.key,
      stage: part.stage,
      ...(part.stage === "application" && facts.own && isFirst(facts, row)
        ? { path: facts.own.path }
        : {}),
    },
  ]);
}

const isFirst = (facts: FindingFacts, row: KindRow): boolean =>
  facts.held.kinds[0]?.key === row.key;

function stageSaid(facts: FindingFacts, stage: string, row: KindRow): string {
  if (stage === "json-response" && facts.lists && isFirst(facts, row)) {
    return FINDING_WORDS.jsonToLists;
  }
  if (stage === "application" && facts.own && isFirst(facts, row)) {
    return FINDING_WORDS.keptBy(facts.own.name);
  }
  if (stage === "list-receive" && facts.receivedLists) return receivedAs(true);
  if (stage === "storage-decode" && facts.decrypted >= facts.held.total * LEAST_STAGE) {
    return FINDING_WORDS.decrypted;
  }
  return stageWords(stage);
}

/** What no frame explains: its share, or where other values below zero make that senseless, how much. */
function restSaid(unknown: number, of: KindsAnswer, alone: boolean): Sentence[] {
  if (alone) return [[FINDING_WORDS.nothingTold]];
  const share = unknown / of.total;
  if (share < ALSO_WORTH) return [];
  const part = share <= 1 ? shareText(share) : amountText(unknown, of.unit);
  return [[FINDING_WORDS.unknownPart(part)]];
}
