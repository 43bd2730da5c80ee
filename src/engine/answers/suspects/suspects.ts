import { functionNames } from "../../../calltree/frame-table.js";
import { pathText } from "../../../calltree/path-hash.js";
import { adviceFor } from "../../../kubernetes/advice/advice.js";
import { EVIDENCE, STAGES } from "../../../kubernetes/attribution/attribution.js";
import { objectBytes } from "../../../kubernetes/object-size.js";
import { amountText } from "../../../kubernetes/words.js";
import { rateSentence } from "../../../leaks/forecast.js";
import { frameNaming } from "../../../leaks/frame-roles.js";
import { type Study, study } from "../../../leaks/growth-study.js";
import { clearedBy } from "../../../leaks/ruled-out.js";
import { riseOf } from "../../../leaks/series-shape.js";
import { type Course, classOf, classOfHeld, isPooled } from "../../../leaks/suspect-class.js";
import { EXPLAINED_SHARE } from "../../../leaks/suspect-paths.js";
import { Recent } from "../../../lib/lru-cache.js";
import { memo } from "../../../lib/memo.js";
import { lastOf } from "../../../lib/must.js";
import type { Steps } from "../../../lib/steps.js";
import {
  SIGNIFICANT,
  sampleVariance,
  samplingRate,
} from "../../../profile/sampling/sampling-error.js";
import { language } from "../../../words/language.js";
import type { SuspectCard, SuspectsAnswer } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { SampleTypeOfSet } from "../../file-set.js";
import { kindKey } from "../../kind-key.js";
import { medianOf, type Prepared } from "../../prepared-tree.js";
import { NO_BASE, type Question } from "../../question.js";
import { sidesOf } from "../../sides.js";
import { kindsAnswer } from "../kinds/kinds.js";
import { situationOf } from "../situation-of.js";
import { survivalOfNodes } from "../survival.js";
import { groupStacks } from "./group-stacks.js";
import { holdersAnswer } from "./holders.js";
import { lifeOf } from "./life.js";

/** More are not read by anyone; `explained` says what they explain. */
const MAX_SUSPECTS = 20;

/** A suspect, and the other paths to the same function, which its figures count too. */
export interface Suspect extends SuspectCard {
  readonly otherPaths: readonly string[];
}

/** Finding and suspects rest on the same study; kept with the texts of a language. */
const recentOf = memo((_: Prepared) => new Recent<SuspectsAnswer>(4));

/**
 * The paths that explain the growth from the base to what is shown, or of a series without a base
 * from its first file on; or, of one moment and of a fleet, what holds the memory. Of chains of
 * references their holders, see holdersAnswer.
 * @param prepared a tree with the root first
 */
export function* suspectsAnswer(prepared: Prepared, question: Question): Steps<SuspectsAnswer> {
  const recent = recentOf(prepared);
  const { shown, base, sum, set, sampleType, normalize } = question;
  const key = JSON.stringify([language(), shown, base, sum, set, sampleType, normalize]);
  return recent.get(key) ?? recent.set(key, yield* suspectsOf(prepared, question));
}

function* suspectsOf(prepared: Prepared, question: Question): Steps<SuspectsAnswer> {
  const holders = holdersAnswer(prepared, question);
  if (holders) return holders;
  const moments = momentsOf(prepared, question);
  const found = yield* studyOf(prepared, moments);
  const { groups, courses, total } = found;
  const { isGrowth } = moments;
  const picked = isGrowth ? groups.map((_, g) => g).slice(0, found.explaining) : largest(found);
  if (moments.base !== undefined && moments.life.length > 1) {
    // Buffers that stay when the load has gone need not grow: they are told all the same.
    for (let g = found.explaining; g < groups.length; g++) {
      if (isBeyondNoise(found, g) && isPooled(courses[g])) picked.push(g);
    }
  }
  const of = isGrowth ? found.significant : total;
  const stacks = groupStacks(
    prepared,
    new Map(picked.map((g) => [g, groups[g].nodes[0]])),
    found.groupOfSample,
    moments.shown,
    moments.shown.map((p) => prepared.set.values(p, moments.type)),
  );
  const evidence = evidenceSums(prepared, moments, found);
  const known = { ...found, stacks, of, evidence };
  const cards = picked.map((g) => cardOf(prepared, moments, known, g));
  const weight = (card: SuspectCard) =>
    isGrowth && card.class !== "pooled" ? card.growth : card.after;
  cards.sort((a, b) => weight(b) - weight(a) || (a.path < b.path ? -1 : 1));
  if (isGrowth) holderFirst(cards);
  const held = picked.reduce((sum, g) => sum + groups[g].after, 0);
  return {
    about: isGrowth ? "growth" : "held",
    explained: isGrowth ? found.explained : total > 0 ? held / total : 0,
    restarted: moments.restarted,
    suspects: cards,
    cleared: clearedBy(kindsAnswer(prepared, moments.question), of),
    unit: moments.type.unit,
    of,
  };
}

/** The program's own growth has to be so much of what its watches decoded, to be its holder. */
const HOLDER_SHARE = 0.05;

/**
 * What a client's watches decode is held by somebody else: own code that grows with it, of the same
 * kind or of none, is what a person can act on, and comes first although most bytes are the watch's.
 */
function holderFirst(cards: Suspect[]): void {
  const received = cards[0];
  if (received?.stage !== "watch-receive") return;
  const at = cards.findIndex(
    (card) =>
      card.stage === "application" &&
      card.class !== "noise" &&
      (card.kind === null || card.kind === received.kind) &&
      card.growth >= received.growth * HOLDER_SHARE,
  );
  if (at > 0) cards.unshift(...cards.splice(at, 1));
}

/** What is compared with what. */
interface Moments {
  readonly type: SampleTypeOfSet;
  /** the question, with the base that is compared with */
  readonly question: Question;
  readonly shown: readonly number[];
  /** undefined where what is held is asked for, or what is shown is a difference itself */
  readonly base: number | undefined;
  /** figures are changes */
  readonly isGrowth: boolean;
  /** profiles whose median stands beside what is held; empty for none */
  readonly medianOf: readonly number[];
  readonly restarted: boolean;
  /** snapshots of the process that is shown, see lifeOf */
  readonly life: readonly number[];
  /** what is compared is of one process */
  readonly oneLife: boolean;
}

function momentsOf(prepared: Prepared, asked: Question): Moments {
  const { set } = prepared;
  const found = set.class(asked.set);
  const first = found.order[0];
  const given = sidesOf(asked);
  const question =
    given.base.length === 0 && !asked.sum && found.kind === "series" && given.shown[0] !== first
      ? { ...asked, base: first }
      : asked;
  const { shown, base: against, baseIsMedian } = sidesOf(question);
  const type = set.sampleType(question.sampleType, question.shown);
  const base = baseIsMedian ? undefined : against[0];
  const median = baseIsMedian ? against : [];
  const isGrowth = base !== undefined || comparisonOf(prepared, question).isDelta;
  const single = shown.length === 1 ? shown[0] : -1;
  const life = single >= 0 ? lifeOf(set, asked.set, single, type) : shown;
  const alone = { type, question, shown, base, isGrowth, medianOf: median, restarted: false, life };
  if (base === undefined) {
    return { ...alone, question: { ...question, base: NO_BASE }, oneLife: single >= 0 };
  }
  if (found.kind !== "series") return { ...alone, oneLife: false };
  const [from, to] = [base, shown[0]].map((p) => found.order.indexOf(p)) as [number, number];
  const between = found.order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const restarted = between.slice(1).some((p) => found.restarts.includes(p));
  return { ...alone, restarted, oneLife: !restarted };
}

function* studyOf(prepared: Prepared, moments: Moments): Steps<Study> {
  const { set, tree, attribution } = prepared;
  const { type, question, shown, base, life } = moments;
  const has = (p: number) => type.index[p] >= 0;
  // Says which file has no such column, before anything is compared.
  for (const p of base === undefined ? shown : [...shown, base]) set.values(p, type);
  const alloc =
    base !== undefined && survivalOfNodes(prepared, question, type).refused === ""
      ? set.allocated(type)
      : undefined;
  const input = {
    tree,
    naming: frameNaming(functionNames(tree.frames), tree.frames.files),
    profiles: set.profiles.map((_, p) =>
      has(p)
        ? {
            node: tree.sampleNode[p],
            kind: attribution.kind[p],
            stage: attribution.stage[p],
            values: set.values(p, type),
          }
        : undefined,
    ),
    variances: set.profiles.map((profile, p) =>
      has(p) ? sampleVariance(profile, type.index[p]) : undefined,
    ),
    allocated:
      alloc && set.profiles.map((_, p) => (alloc.index[p] < 0 ? undefined : set.values(p, alloc))),
    shown,
    base,
    isGrowth: moments.isGrowth,
    scale: base === undefined ? 1 : comparisonOf(prepared, question).scale,
    life,
    times: life.map((p) => set.entries[p].facts.time),
    oneLife: moments.oneLife,
    rate: type.unit === "bytes" ? samplingRate(set.profiles[shown[0]]) : 0,
  };
  return yield* study(input, MAX_SUSPECTS);
}

/** The fewest groups that hold nine tenths, those beyond sampling noise. */
function largest(found: Study): number[] {
  const { groups, total } = found;
  const ranked = groups.map((_, g) => g).filter((g) => isBeyondNoise(found, g));
  ranked.sort((a, b) => groups[b].after - groups[a].after || a - b);
  const out: number[] = [];
  let held = 0;
  for (const g of ranked) {
    if (held >= total * EXPLAINED_SHARE || out.length >= MAX_SUSPECTS) break;
    out.push(g);
    held += groups[g].after;
  }
  return out;
}

/** Whether what a group holds is more than sampling noise. */
function isBeyondNoise({ groups }: Study, g: number): boolean {
  const { after, variance } = groups[g];
  return after >= SIGNIFICANT * Math.sqrt(variance);
}

function cardOf(
  prepared: Prepared,
  moments: Moments,
  found: Study & {
    readonly stacks: ReadonlyMap<number, string[]>;
    readonly of: number;
    readonly evidence: Float64Array;
  },
  g: number,
): Suspect {
  const { set, tree, paths, attribution } = prepared;
  const { type, shown, question } = moments;
  const { groups, keys, courses, groupOfSample, held, total, timed, of } = found;
  const group = groups[g];
  const course = courses[g];
  const { kind, stage } = keys[group.key];
  const { isGrowth } = moments;
  const told = isGrowth ? classOf(course) : classOfHeld(course);
  const key = kind >= 0 ? kindKey(attribution.kinds[kind]) : null;
  const evidence = evidenceOf(found.evidence, g);
  const median = medianOf(Float64Array.from(moments.medianOf, (p) => held[p][g]));
  const before = isGrowth ? group.before : moments.medianOf.length > 0 ? median : group.after;
  const growth = group.after - before;
  const meanObjectBytes =
    kind < 0
      ? null
      : objectBytes(set.profiles, attribution, set.frames, {
          profiles: shown,
          kind,
          inside: (p, s) => groupOfSample[p][s] === g,
        });
  const pathsOf = group.nodes.map((n) => pathText(paths.low[n], paths.high[n]));
  return {
    path: pathsOf[0],
    otherPaths: pathsOf.slice(1),
    name: group.frame < 0 ? "all" : tree.frames.names[group.frame],
    stack: found.stacks.get(g) ?? [],
    kind: key,
    evidence,
    stage: STAGES[stage],
    class: told,
    before,
    after: group.after,
    growth,
    error: Math.sqrt(group.variance),
    share: of > 0 ? Math.max(0, isGrowth ? growth : group.after) / of : 0,
    survival: course.survival ?? null,
    meanObjectBytes,
    series: held.map((bytes) => bytes[g]),
    forecast: told === "growing" ? rateOf(course, timed, (v) => amountText(v, type.unit)) : "",
    advice: adviceFor(
      situationOf({
        program: set.program(question.shown),
        stages: [{ name: STAGES[stage], value: group.after }],
        kind: key ?? "unknown",
        evidence,
        share: total > 0 ? group.after / total : 0,
        growth: isGrowth ? growth : 0,
        set: set.class(question.set).kind,
        objectBytes: meanObjectBytes,
      }),
    ),
  };
}

/** How fast a path that grows rises, from where it began to; "" where the line says nothing. */
function rateOf(course: Course, timed: boolean, show: (value: number) => string): string {
  const rise = riseOf(course.times, course.series);
  const watched = rise && timed ? lastOf(course.times) - course.times[rise.from] : 0;
  return rateSentence(rise?.trend, watched, timed, show);
}

/** Bytes of each group by the evidence of their kind: EVIDENCE.length entries a group. */
function evidenceSums(prepared: Prepared, moments: Moments, found: Study): Float64Array {
  const sums = new Float64Array(found.groups.length * EVIDENCE.length);
  for (const p of moments.base === undefined ? moments.shown : [...moments.shown, moments.base]) {
    const values = prepared.set.values(p, moments.type);
    const evidence = prepared.attribution.evidence[p];
    const groups = found.groupOfSample[p];
    for (let s = 0; s < values.length; s++) {
      if (groups[s] >= 0) sums[groups[s] * EVIDENCE.length + evidence[s]] += Math.abs(values[s]);
    }
  }
  return sums;
}

/** What most of a group's bytes have as the evidence of their kind. */
function evidenceOf(sums: Float64Array, g: number): string {
  const own = sums.subarray(g * EVIDENCE.length, (g + 1) * EVIDENCE.length);
  return EVIDENCE[own.indexOf(Math.max(...own))];
}
