import { formatCount } from "../lib/format.js";
import { catalogue, type Parts } from "./catalogue.js";
import finding from "./en/finding.json" with { type: "json" };
import { type Marked, sentencesOf } from "./fluent.js";
import { language, partsListed } from "./language.js";
import { sentenceStart } from "./sentence-start.js";

const messages = catalogue("finding", finding);
const { say, words } = messages;
const { sentence, told } = sentencesOf(messages);

/** Keys of choices in messages. */
const yes = (is: boolean): "yes" | "other" => (is ? "yes" : "other");

/** Sentences, one after the other. */
export function inSequence<P extends Marked>(sentences: readonly Parts<P>[]): Parts<P> {
  return sentences
    .filter((said) => said.length > 0)
    .reduce<Parts<P>>(
      (said, next) => (said.length === 0 ? next : sentence<P>("sentences", { said, next })),
      [],
    );
}

/** The share of a cause in what grew or differs; undefined where it is more than the whole. */
type PartOf = string | undefined;

const partOf = (part: PartOf) =>
  part === undefined ? { share: "beyond", part: "" } : { share: "part", part };

/** What happened to objects, behind a cause. */
const behind = <P extends Marked>(stages: readonly Parts<P>[]) => ({
  staged: yes(stages.length > 0),
  stages: listed(stages),
});

/** Things one after the other, each in parts. */
function listed<P extends Marked>(items: readonly Parts<P>[]): Parts<P> {
  const one = items[0];
  if (items.length === 1 && one) return one;
  return partsListed(items).flatMap((item) => (typeof item === "string" ? [item] : item));
}

/** The same of clauses with a verb of their own, which Chinese parts by commas. */
function listedClauses<P extends Marked>(items: readonly Parts<P>[]): Parts<P> {
  if (language() === "en") return listed(items);
  return items.flatMap((item, i) => (i === 0 ? item : ["，", ...item]));
}

/** Keys of verdicts, as the finding tells them. */
export type VerdictKey =
  | "leak"
  | "leakOrBacklog"
  | "cache"
  | "cacheHeld"
  | "pooled"
  | "traffic"
  | "trafficHeld"
  | "backlog"
  | "backlogHeld";

/** What the finding says of a heap. Amounts and shares come as they are shown. */
export const FINDING_WORDS = words({
  /** the finding with what stands aside of it, as plain text */
  withAside: (said: string, aside: string) => told("aside", { said: [said], aside: [aside] }),
  holdsNothing: "holdsNothing",
  meanObject: (amount: string) => say("meanObject", { amount }),
  sameMoment: "sameMoment",
  sumOfScrapes: "sumOfScrapes",
  filtered: (share: string, whole: string, amount: string) =>
    told("filtered", { share, whole: [whole], amount }),
  times: (factor: string) => say("times", { factor }),
  inFleet: <P extends Marked>(name: P, total: string, times: P, files: number) =>
    sentence<P>("inFleet", { name, total, times, files }),
  whatIsShown: "whatIsShown",
  differs: (amount: string, isLess: boolean, base: string) =>
    told("differs", { amount, less: yes(isLess), base: [base] }),
  shrank: (whole: string, before: string, after: string) =>
    told("shrank", { whole: [sentenceStart(whole)], before, after }),
  didNotGrow: (whole: string, before: string, after: string) =>
    told("didNotGrow", { whole: [sentenceStart(whole)], before, after }),

  aProgram: "aProgram",
  /** @param largest each by `shareOfStart` */
  afterStart: <P extends Marked>(
    amount: string,
    program: string,
    largest: readonly Parts<P>[],
  ): Parts<P> =>
    sentence<P>("afterStart", { amount, program: [program], largest: listed(largest) }),
  shareOfStart: <P extends Marked>(name: P, share: string) =>
    sentence<P>("shareOfStart", { name, share }),

  /** the first cause: what holds how much of the whole */
  holds: <P extends Marked>(
    subject: P,
    isPlural: boolean,
    share: P,
    whole: string,
    median: { readonly by: string; readonly isMore: boolean } | undefined,
    stages: readonly Parts<P>[],
  ): Parts<P> =>
    sentence<P>("holds", {
      subject,
      many: yes(isPlural),
      share,
      whole: [whole],
      median: median ? (median.isMore ? "more" : "less") : "other",
      by: median?.by ?? "",
      ...behind(stages),
    }),
  /** a further cause */
  holdsAnother: <P extends Marked>(
    subject: P,
    isPlural: boolean,
    share: P,
    stages: readonly Parts<P>[],
  ): Parts<P> =>
    sentence<P>("holdsAnother", { subject, many: yes(isPlural), share, ...behind(stages) }),
  grew: <P extends Marked>(
    subject: P,
    amount: P,
    part: PartOf,
    stages: readonly Parts<P>[],
  ): Parts<P> => sentence<P>("grew", { subject, amount, ...partOf(part), ...behind(stages) }),
  /** @param base the other process; undefined where it was named before */
  holdsMore: <P extends Marked>(
    subject: P,
    isPlural: boolean,
    amount: P,
    base: string | undefined,
    part: PartOf,
    stages: readonly Parts<P>[],
  ): Parts<P> => {
    const values = {
      subject,
      many: yes(isPlural),
      amount,
      ...partOf(part),
      ...behind(stages),
    };
    return base === undefined
      ? sentence<P>("holdsMore", values)
      : sentence<P>("holdsMoreThanIn", { ...values, base: [base] });
  },
  holdsNow: (isPlural: boolean, amount: string) =>
    told("holdsNow", { many: yes(isPlural), amount: [amount] }),
  shareOf: (share: string, whole: string) => told("shareOf", { share, whole: [whole] }),
  goroutines: (amount: string) => say("goroutineAmount", { amount }),
  keptElsewhere: "keptElsewhere",

  stage: (stage: string, figure: string) => told("stage", { stage: [stage], figure }),
  jsonToLists: "jsonToLists",
  keptBy: (name: string) => told("keptBy", { name: [name] }),
  decrypted: "decrypted",
  receivedAsLists: "receivedAsLists",
  nothingTold: "nothingTold",
  unknownPart: (part: string) => told("unknownPart", { part: [part] }),

  holder: {
    waits: (amount: string) => say("holder.waits", { amount }),
    none: "holder.none",
    likely: <P extends Marked>(name: P, amount: string) =>
      sentence<P>("holder.likely", { name, amount }),
  },

  /** @param share what it is true of; "" for all */
  verdict: (key: VerdictKey, share: string, ofGrowth: boolean) =>
    say(`verdict.${key}`, {
      of: ofGrowth ? (share === "" ? "grown" : "mostGrown") : share === "" ? "all" : "most",
      share,
    }),
  buffersOpen: "verdict.buffersOpen",
});

/** What the finding says of goroutines, alone and beside a heap. */
export const GOROUTINE_WORDS = words({
  none: "goroutines.none",
  count: (count: number) =>
    say("goroutines.count", { n: Math.abs(Math.round(count)), count: formatCount(count) }),
  /** @param groups how many there are; those that are listed by `held` */
  held: <P extends Marked>(
    count: P,
    groups: number,
    calm: "few" | "none" | undefined,
    named: readonly Parts<P>[],
  ): Parts<P> =>
    sentence<P>("goroutines.held", { count, groups, calm: calm ?? "other", listed: listed(named) }),
  /** @param by how many more than before, or fewer; those that grew by `groupGrew` */
  changed: <P extends Marked>(
    count: P,
    by: number,
    before: number,
    grown: readonly Parts<P>[],
  ): Parts<P> =>
    sentence<P>("goroutines.changed", {
      count,
      change: by === 0 ? "same" : by > 0 ? "more" : "other",
      by: formatCount(Math.abs(Math.round(by))),
      before: formatCount(before),
      grew: yes(grown.length > 0),
      listed: listed(grown),
    }),
  steady: "goroutines.steady",
  needsThird: "goroutines.needsThird",
  /** how many stand in which function, and what they wait for; "" where they do not */
  groupHeld: <P extends Marked>(now: number, share: string, name: P, wait: string): Parts<P> =>
    sentence<P>("goroutines.groupHeld", { now: formatCount(now), share, name, ...waiting(wait) }),
  groupGrew: <P extends Marked>(before: number, now: number, name: P, wait: string): Parts<P> =>
    sentence<P>("goroutines.groupGrew", {
      by: formatCount(Math.round(now - before)),
      before: formatCount(before),
      now: formatCount(now),
      name,
      ...waiting(wait),
    }),
  noName: "goroutines.noName",

  tie: {
    beside: (file: string, n: number, name: string, wait: string) =>
      told("tie.beside", { file: [file], n, name: [name], ...waiting(wait) }),
    memory: "tie.memory",
    notLive: (file: string, what: string, name: string) =>
      told("tie.notLive", { file: [file], what: [what], name: [name] }),
    /** @param objects where there is about one for each goroutine */
    holds: (
      file: string,
      amount: string,
      what: string,
      name: string,
      objects: number | undefined,
    ) =>
      told("tie.holds", {
        file: [file],
        amount,
        what: [what],
        name: [name],
        each: yes(objects !== undefined),
        n: objects ?? 0,
      }),
    stacks: (amount: string, each: string) => say("tie.stacks", { amount, each }),
  },
});

function waiting(wait: string) {
  return { waits: yes(wait !== ""), wait: [wait] };
}

/** What the finding says of chains of references. */
export const HELD_BY_WORDS = words({
  nothing: "heldBy.nothing",
  notFollowed: (share: string) => say("heldBy.notFollowed", { share }),
  fieldsUnknown: "heldBy.fieldsUnknown",
  heldBy: <P extends Marked>(holders: readonly Parts<P>[]): Parts<P> =>
    sentence<P>("heldBy.all", {
      holders: holders.reduce<Parts<P>>(
        (said, next) =>
          said.length === 0 ? next : sentence<P>("heldBy.next", { holders: said, next }),
        [],
      ),
    }),
  /** @param content "" where nothing is known of it */
  holder: <P extends Marked>(
    name: P,
    bytes: string,
    whole: string,
    share: string,
    path: string,
    content: string,
  ): Parts<P> =>
    sentence<P>("heldBy.holder", {
      name,
      bytes,
      whole,
      share,
      path: [path],
      holds: yes(content !== ""),
      content: [content],
    }),
  /** @param below the function most is allocated below, "" for none; `more` "" for none */
  allocated: (
    kinds: string,
    allocated: string,
    below: string,
    file: string,
    held: string,
    more: string,
  ) =>
    told("heldBy.allocated", {
      kinds: [kinds],
      allocated,
      below: yes(below !== ""),
      name: [below],
      file: [file],
      held,
      open: yes(more !== ""),
      more,
    }),
});

/** What the finding says of a file that is a difference itself. Changes are told without a sign. */
export const DELTA_WORDS = words({
  /** @param change of which sign the whole is; 0 for no change */
  whole: <P extends Marked>(whole: string, change: number, amount: P): Parts<P> =>
    sentence<P>("delta.whole", {
      whole: [whole],
      change: change === 0 ? "none" : change > 0 ? "more" : "other",
      amount,
    }),
  kinds: <P extends Marked>(kinds: readonly Parts<P>[]): Parts<P> =>
    sentence<P>("delta.kinds", { kinds: listedClauses(kinds) }),
  kind: <P extends Marked>(kind: P, isMore: boolean, amount: string): Parts<P> =>
    sentence<P>("delta.kind", { kind, more: yes(isMore), amount }),
  ofChanged: (share: string) => say("delta.ofChanged", { share }),
});

/** What the finding says of profiles of time, of waits and of threads. */
export const TIME_WORDS = words({
  /** what a sample type counts, to follow the figure */
  counted: {
    cpu: "time.cpu",
    samples: "time.samples",
    delay: "time.delay",
    contentions: "time.contentions",
    threadcreate: "time.threadcreate",
  },
  all: <P extends Marked>(
    amount: P,
    counted: string,
    change: "more" | "less" | undefined,
    functions: readonly Parts<P>[],
  ): Parts<P> =>
    sentence<P>("time.all", {
      amount,
      counted: [counted],
      change: change ?? "other",
      named: yes(functions.length > 0),
      functions: listed(functions),
    }),
  function: <P extends Marked>(name: P, share: string) =>
    sentence<P>("time.function", { name, share }),
});
