import { catalogue } from "./catalogue.js";
import session from "./en/session.json" with { type: "json" };

const { say, words } = catalogue("session", session);

const listed = (names: readonly string[]): string => names.join(say("between"));

/** What `session` says: of problems mostly, each with what can be tried. */
export const SESSION_WORDS = words({
  thisPage: "thisPage",
  theLink: "theLink",
  theAddress: "theAddress",
  theDrop: "theDrop",
  pastedText: "pastedText",
  ownServer: "ownServer",
  labelAtHost: (label: string, host: string) => say("labelAtHost", { label, host }),
  heap: "heap",
  theLanguage: "theLanguage",
  languageHint: "languageHint",
  tryAgain: "tryAgain",
  followIt: "followIt",
  openAgain: "openAgain",
  reload: "reload",
  cancelled: "cancelled",

  names: (named: readonly string[], more: number) =>
    more > 0 ? say("names", { names: listed(named), more: String(more) }) : listed(named),

  drop: {
    empty: "drop.empty",
    emptyHint: "drop.emptyHint",
    rest: (count: number, isLeast: boolean) =>
      say("drop.rest", { count: String(count), isLeast: isLeast ? "yes" : "no" }),
    most: (most: number) => say("drop.most", { most: String(most) }),
    mostHint: "drop.mostHint",
  },

  fetch: {
    byHand: "fetch.byHand",
    inTerminal: "fetch.inTerminal",
    redirected: (host: string) => say("fetch.redirected", { host }),
    redirectedHint: "fetch.redirectedHint",
    unreadable: (host: string) => say("fetch.unreadable", { host }),
    status: (host: string, status: number, text: string) =>
      say("fetch.status", { host, status: String(status), text }),
    mixed: "fetch.mixed",
    mixedHint: (otherwise: string) => say("fetch.mixedHint", { otherwise }),
    otherHost: "fetch.otherHost",
    silent: (host: string) => say("fetch.silent", { host }),
    startAgainHint: "fetch.startAgainHint",
    onlineHint: "fetch.onlineHint",
    ownStatus: (status: number) => say("fetch.ownStatus", { status: String(status) }),
    ownStatusHint: "fetch.ownStatusHint",
    tooLarge: (mebibytes: number) => say("fetch.tooLarge", { mebibytes: String(mebibytes) }),
    tooLargeHint: "fetch.tooLargeHint",
    /** @param host "" for what comes from this machine */
    stalled: (host: string, seconds: number) =>
      host
        ? say("fetch.stalled", { host, seconds: String(seconds) })
        : say("fetch.stalledHere", { seconds: String(seconds) }),
    stalledHint: "fetch.stalledHint",
  },

  store: {
    unreadable: (host: string) => say("store.unreadable", { host }),
    unreadableHint: "store.unreadableHint",
    redirected: (host: string) => say("store.redirected", { host }),
    redirectedHint: "store.redirectedHint",
  },

  otherTypes: {
    message: (types: readonly string[], lead: string, leadTypes: readonly string[]) =>
      say("otherTypes.message", {
        types: listed(types) || say("otherTypes.none"),
        lead,
        leadTypes: listed(leadTypes),
      }),
    hint: "otherTypes.hint",
  },

  watch: {
    silent: "watch.silent",
    silentHint: "watch.silentHint",
  },

  metrics: {
    beside: (name: string) => say("metrics.beside", { name }),
    alone: "metrics.alone",
    aloneHint: "metrics.aloneHint",
  },

  worker: {
    hopeless: "worker.hopeless",
    hopelessHint: "worker.hopelessHint",
    again: (why: string) => say("worker.again", { why }),
    againHint: "worker.againHint",
    gaveUp: (why: string) => say("worker.gaveUp", { why }),
    gaveUpHint: "worker.gaveUpHint",
  },

  work: {
    waiting: "work.waiting",
    /** What the worker is doing with a file of that name, or for a question of that name. */
    step: (doing: "unpacking" | "decoding" | "building", of: string) =>
      say(`work.${doing}`, {
        of: isQuestion(of) ? say(`questions.${of}`) : say("work.named", { name: of }),
      }),
    /** A file that comes; `got` and `size` in MiB, 0 where there is none or nobody knows. */
    reading: (name: string, host: string, got: number, size: number, more: number) =>
      say("work.reading", {
        name,
        host: host || "none",
        got: got > 0 ? got.toFixed(1) : "none",
        size: got > 0 && size > 0 ? size.toFixed(1) : "none",
        more,
      }),
  },
});

/** What `session/indexes.ts` says of opening an index. */
export const INDEXES_WORDS = words({
  byHand: "indexes.byHand",
  files: (count: number) => say("indexes.files", { count: String(count) }),
  reading: (name: string, host: string, done: number, of: number) =>
    say("indexes.reading", {
      name,
      host: host || "none",
      done: String(done),
      of: of > 0 ? String(of) : "none",
    }),
  someFailed: (count: number, name: string, why: string) =>
    say("indexes.someFailed", { count, name, why }),
  someFailedHint: "indexes.someFailedHint",
});

/** Questions in the words of the page. */
const QUESTIONS = [
  "set",
  "program",
  "picture",
  "draft",
  "before",
  "table",
  "callers",
  "search",
  "kinds",
  "lit",
  "finding",
  "suspects",
  "detail",
  "report",
  "export",
  "link",
  "glance",
] as const;

const isQuestion = (of: string): of is (typeof QUESTIONS)[number] =>
  QUESTIONS.some((question) => question === of);
