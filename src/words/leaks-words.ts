import { catalogue } from "./catalogue.js";
import leaks from "./en/leaks.json" with { type: "json" };
import { commaList, sentencesOf } from "./fluent.js";

const messages = catalogue("leaks", leaks);
const { say, words } = messages;
const { told } = sentencesOf(messages);

type Key = keyof typeof leaks;
/** What stands behind a prefix of keys. */
type After<P extends string> = Key extends infer K
  ? K extends `${P}.${infer N}`
    ? N
    : never
  : never;

/** What a goroutine waits for. */
export type WaitKey = After<"wait">;
/** What holds memory. */
export type HolderKey = After<"holder">;
/** What people suspect that is no API object. */
export type BystanderKey = After<"bystander">;
/** How the order of several files was found. */
export type OrderKey = "byAllocated" | "byNameNone" | "byNameSome" | "byTime";

/** A growth, and the bounds of its interval, as they are shown. */
type Rate = readonly [rate: string, low: string, high: string];

const rateOf = ([rate, low, high]: Rate) => ({ rate, low, high });

/** Seconds as messages count them: 0 for less than one. */
const within = (seconds: number) => ({ seconds: seconds < 1 ? 0 : Math.ceil(seconds) });

/** What `leaks` says. */
export const LEAKS_WORDS = words({
  /** the classes of suspects, for page, terminal and report */
  classes: {
    growing: "class.growing",
    "in-flight": "class.in-flight",
    pooled: "class.pooled",
    cache: "class.cache",
    noise: "class.noise",
    undecided: "class.undecided",
  },
  /** what a form of growth means */
  forms: {
    steady: "form.steady",
    steps: "form.steps",
    oscillation: "form.oscillation",
    burst: "form.burst",
    plateau: "form.plateau",
    flat: "form.flat",
  },

  /** "" for what does not wait */
  wait: (key: WaitKey | "") => (key === "" ? "" : say(`wait.${key}`)),
  holder: (key: HolderKey) => say(`holder.${key}`),

  /** which snapshot would decide what is undecided */
  decides: {
    buffers: "decides.buffers",
    /** @param snapshots one or two */
    step: (snapshots: number) => say("decides.step", { n: snapshots < 2 ? 1 : 2 }),
    further: "decides.further",
  },

  rate: {
    snapshot: (rate: Rate) => say("rate.snapshot", rateOf(rate)),
    hour: (rate: Rate) => say("rate.hour", rateOf(rate)),
    minute: (rate: Rate, [hourly, hourlyLow, hourlyHigh]: Rate) =>
      say("rate.minute", { ...rateOf(rate), hourly, hourlyLow, hourlyHigh }),
  },

  cleared: {
    grew: (of: BystanderKey, amount: string, share: string) =>
      told("cleared.grew", { name: [say(`bystander.${of}`)], amount, share }),
    shrank: (of: BystanderKey, amount: string) =>
      told("cleared.shrank", { name: [say(`bystander.${of}`)], amount }),
    holds: (of: BystanderKey, isOne: boolean, amount: string, share: string) =>
      told("cleared.holds", {
        name: [say(`bystander.${of}`)],
        one: isOne ? "yes" : "other",
        amount,
        share,
      }),
    /** how many connections are alive, and what their memory did */
    connectionsGrew: (alive: string, amount: string, share: string) =>
      say("cleared.connectionsGrew", { told: alive, amount, share }),
    connectionsShrank: (alive: string, amount: string) =>
      say("cleared.connectionsShrank", { told: alive, amount }),
    connectionsSame: (alive: string) => say("cleared.connectionsSame", { told: alive }),
  },

  /** why files are taken for a series, a fleet or neither */
  set: {
    one: "set.one",
    chosen: (kind: string, why: string) => say("set.chosen", { kind, why }),
    ordered: (why: string, how: OrderKey) => say("set.ordered", { why, how: say(`set.${how}`) }),
    series: "set.series",
    fleetUncounted: (seconds: number) => say("set.fleetUncounted", within(seconds)),
    seriesUncounted: "set.seriesUncounted",
    restarted: (files: readonly string[]) => told("set.restarted", { files: [commaList(files)] }),
    /** @param seconds undefined where it is not known within how many */
    fleet: (seconds: number | undefined) =>
      say("set.fleet", {
        timed: seconds === undefined ? "other" : "yes",
        ...within(seconds ?? 0),
      }),
    file: (position: number) => say("set.file", { n: String(position) }),
    firstFile: "set.firstFile",
    oddTypes: (
      file: string,
      types: readonly string[],
      first: string,
      firstTypes: readonly string[],
    ) =>
      told("set.oddTypes", {
        file: [file],
        types: [commaList(types) || say("set.nothing")],
        first: [first],
        firstTypes: [commaList(firstTypes) || say("set.nothing")],
      }),
    difference: (file: string) => told("set.difference", { file: [file] }),
    strange: (file: string, other: string, shared: number, all: number) =>
      told("set.strange", {
        file: [file],
        other: [other],
        shared: String(shared),
        all: String(all),
      }),
  },
});
