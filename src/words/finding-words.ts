import { formatCount } from "../lib/format.js";

/** A sentence in parts: plain text, and what whoever asks for it marks, as a name that leads on. */
export type Parts<P> = readonly (string | P)[];

const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands before one of several things: ": a, b and c". */
export const beforeListed = (at: number, count: number, first: string): string =>
  at === 0 ? first : at === count - 1 ? " and " : ", ";

/** What the finding says of a heap. Amounts and shares come as they are shown. */
export const FINDING_WORDS = {
  holdsNothing: "This profile holds nothing.",
  meanObject: (amount: string) => `mean object ${amount}`,
  sameMoment:
    "Both files show the same state: no garbage collection ended between them, so every sample is identical. Record again with ?gc=1 to compare. ",
  sumOfScrapes:
    "This file is the sum of several scrapes, not the heap of any moment: only its shares can be trusted. ",
  filtered: (share: string, whole: string, amount: string) =>
    `The filters leave ${share} of ${whole}, ${amount}. `,
  times: (factor: string) => `${factor} times`,
  inFleet: <P>(name: P, total: string, times: string | P, files: number): Parts<P> => [
    name,
    ` holds ${total}, `,
    times,
    ` the median of the ${files} files. `,
  ],
  whatIsShown: "what is shown",
  differs: (amount: string, isLess: boolean, other: string) =>
    `This file holds ${amount} ${isLess ? "less" : "more"} than ${other}. `,
  shrank: (whole: string, before: string, after: string) =>
    `${sentenceStart(whole)} did not grow, it shrank from ${before} to ${after}. `,
  didNotGrow: (whole: string, before: string, after: string) =>
    `${sentenceStart(whole)} did not grow to speak of: ${before} before, ${after} now. `,

  nothingUnusual: "Nothing unusual: ",
  aProgram: "a program",
  afterStart: (amount: string, program: string) =>
    `${amount} is what ${program} holds after its start, `,
  shareOfStart: (share: string) => ` (${share})`,
  and: " and ",

  /** the first cause: what holds how much of the whole; what follows is joined on */
  holdsOf: <P>(subject: P, isPlural: boolean, share: P, whole: string): Parts<P> => [
    subject,
    ` ${isPlural ? "hold" : "holds"} `,
    share,
    ` of ${whole}`,
  ],
  /** a further cause */
  holdsAnother: <P>(subject: P, isPlural: boolean, share: P): Parts<P> => [
    " ",
    subject,
    ` ${isPlural ? "hold" : "holds"} another `,
    share,
  ],
  grewBy: <P>(subject: P, amount: P): Parts<P> => [subject, " grew by ", amount],
  holdsMoreThanIn: <P>(subject: P, isPlural: boolean, amount: P, other: string): Parts<P> => [
    subject,
    ` ${isPlural ? "hold" : "holds"} `,
    amount,
    ` more than in ${other}`,
  ],
  holdsMore: <P>(subject: P, isPlural: boolean, amount: P): Parts<P> => [
    subject,
    ` ${isPlural ? "hold" : "holds"} `,
    amount,
    " more",
  ],
  ofGrowth: (share: string) => `, ${share} of what grew`,
  ofDifference: (share: string) => `, ${share} of the difference`,
  /** where other memory shrank meanwhile */
  moreThanGrowth: ", more than the whole did, since other memory shrank",
  moreThanDifference: ", more than the whole differs by, since other memory is less",
  holdsNow: (isPlural: boolean, amount: string) =>
    ` ${isPlural ? "They hold" : "It holds"} ${amount}.`,
  shareOf: (share: string, whole: string) => `${share} of ${whole}`,
  goroutines: (amount: string) => `${amount} goroutines`,
  againstMedian: (amount: string, isMore: boolean) =>
    `, ${amount} ${isMore ? "more" : "less"} than the median`,
  keptElsewhere:
    " What watches decoded is kept elsewhere, as a rule in informers' stores: a heap profile does not say by whom it is held.",

  stage: (words: string, figure: string) => `${words} (${figure})`,
  toLists: (stage: string) => `${stage} to LIST requests`,
  keptBy: (name: string) => `kept by ${name}`,
  decryptedAnd: (stage: string) => `decrypted and ${stage}`,
  receivedAsLists: "received as answers to LIST requests",
  nothingTold: "No frame tells what holds the memory.",
  unknownPart: (part: string) => ` Of ${part} no frame tells what it is.`,

  holder: {
    waits: (amount: string) =>
      ` What watches decoded seems to wait for an event handler that is slower than they are: notifications of changes grew with it (${amount}), and each keeps its object.`,
    none: " What watches decoded is held elsewhere in the program, by a store, a queue or a map: no frame tells which.",
    likely: <P>(name: P, amount: string): Parts<P> => [
      " What watches decoded is held elsewhere: ",
      name,
      ` grew with it (${amount} of its own) and is the likely holder.`,
    ],
  },

  verdict: {
    /** @param share what it is true of; "" for all */
    of: (share: string, told: string) =>
      ` ${share === "" ? "All of it" : `Most of it (${share})`} ${told}`,
    growth: {
      leak: "rises steadily over the snapshots and never falls: a leak, as far as they go.",
      cache:
        "is a cache or a window of changes, kept by design: it goes with the objects, not with time.",
      pooled: "is buffers that stay in a pool after the load has ended.",
      traffic: "follows the requests: it is held while they last.",
      backlog: "is a backlog: it waits until somebody reads or writes it.",
    },
    held: {
      cache: "is kept by design, as a cache or a window of changes.",
      traffic: "lives as long as the requests that need it.",
      backlog: "waits until somebody reads or writes it.",
    },
    buffersOpen:
      " Most of it is encoders' buffers: at work, or left in a pool after a load. A snapshot after the load has ended (with ?gc=1) decides.",
    queuesRise:
      "rises steadily over the snapshots and never falls: a leak, or a backlog that comes faster than it is worked off.",
  },
} as const;

const goroutineCount = (count: number): string =>
  `${formatCount(count)} ${Math.abs(count) === 1 ? "goroutine" : "goroutines"}`;

/** What the finding says of goroutines, alone and beside a heap. */
export const GOROUTINE_WORDS = {
  none: "This profile has no goroutine.",
  count: goroutineCount,
  allAlike: ", all alike",
  inGroups: (groups: number) => ` in ${formatCount(groups)} groups`,
  first: ": ",
  few: "; that is few. The largest: ",
  noneStandsOut: "; no group stands out. The largest: ",
  held: (count: number, share: string) => `${formatCount(count)} (${share})`,
  asBefore: ", as many as before",
  differs: (by: number, isMore: boolean, before: number) =>
    `, ${formatCount(by)} ${isMore ? "more" : "fewer"} than before (${formatCount(before)})`,
  noneGrew: ": no group grew by a number worth a word.",
  grew: (by: number, before: number, now: number) =>
    `+${formatCount(by)} (${formatCount(before)} → ${formatCount(now)})`,
  steady:
    "They grew from file to file and none of them went down: goroutines are started that do not end.",
  needsThird: "Whether they end by themselves needs a third file, taken when the load is gone.",
  /** how many stand in which function, and what they wait for; "" where they do not */
  group: <P>(figures: string, name: P, wait: string): Parts<P> => [
    `${figures} in `,
    name,
    wait === "" ? "" : `, ${wait}`,
  ],
  noName: "functions without a name",

  tie: {
    beside: (file: string, count: number, name: string, wait: string) =>
      `In ${file} ${formatCount(count)} goroutines are in ${name}${wait === "" ? "" : `, ${wait}`}.`,
    memory: "memory",
    notLive: (file: string, what: string, name: string) =>
      `${file} has allocations of ${what} below ${name}, of the same code, but counts none as live yet: a heap profile is as of the last collection (record it with ?gc=1).`,
    /** @param objects where there is about one for each goroutine */
    holds: (
      file: string,
      amount: string,
      what: string,
      name: string,
      objects: number | undefined,
    ) =>
      `In ${file} the same code holds ${amount} of ${what}, allocated below ${name}${objects === undefined ? "" : `: ${formatCount(objects)} objects, about one for each of them`}.`,
    stacks: (amount: string, each: string) =>
      `The runtime has ${amount} for stacks, about ${each} each: no heap profile shows them.`,
  },
} as const;

/** What the finding says of chains of references. */
export const HELD_BY_WORDS = {
  nothing: "Nothing is held.",
  notFollowed: (share: string) =>
    ` Of ${share} goref found what it hangs on, but not the field that leads to it ($sub_objects$).`,
  fieldsUnknown: "by which of their fields is not known",
  heldBy: <P>(
    isFirst: boolean,
    holder: P,
    bytes: string,
    whole: string,
    share: string,
    path: string,
    content: readonly string[],
  ): Parts<P> => [
    isFirst ? "Held by " : "; by ",
    holder,
    `: ${bytes} of ${whole} (${share})`,
    `, through ${path}${content.length === 0 ? "" : ` (${content.join(", ")})`}`,
  ],
  /** @param below the function most is allocated below, "" for none; `more` "" for none */
  allocated: (
    kinds: string,
    allocated: string,
    below: string,
    file: string,
    held: string,
    more: string,
  ) =>
    `${kinds}: ${allocated} were allocated${below === "" ? "" : `, most below ${below}`} (${file}), ${held} are found held${more === "" ? "" : `; up to ${more} more may be in what was not followed`}.`,
} as const;

/** What the finding says of a file that is a difference itself. Changes are told without a sign. */
export const DELTA_WORDS = {
  isDifference: "This file is itself a difference of two profiles: ",
  whole: (whole: string) => `${whole} `,
  noChange: "neither grew nor shrank in all",
  changedBy: (isMore: boolean) => `${isMore ? "grew" : "shrank"} by `,
  kindChanged: (isMore: boolean, amount: string) => ` ${isMore ? "grew" : "shrank"} by ${amount}`,
  ofChanged: (share: string) => `${share} of what changed`,
} as const;

/** What the finding says of profiles of time, of waits and of threads. */
export const TIME_WORDS = {
  /** what a sample type counts, to follow the figure */
  counted: {
    cpu: "of processor time",
    samples: "samples of running code",
    delay: "spent waiting for locks and channels",
    contentions: "waits for locks and channels",
    threadcreate: "threads started",
  },
  moreThanBefore: " more than before",
  lessThanBefore: " less than before",
} as const;
