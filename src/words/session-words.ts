const IN_TERMINAL = "read it in a terminal: leaklens open 'ADDRESS'";
const stopped = (why: string): string => `the part that reads and computes stopped: ${why}`;

/** What `session` says: of problems mostly, each with what can be tried. */
export const SESSION_WORDS = {
  thisPage: "This page",
  theLink: "the link",
  theAddress: "the address",
  theDrop: "the drop",
  pastedText: "pasted text",
  ownServer: "this page's server",
  labelAtHost: (label: string, host: string) => `${label} at ${host}`,
  heap: "heap",
  theLanguage: "the language",
  languageHint: "the page stays as it is; check the connection and choose the language again",
  /** what the room of the graphs is called where it fails */
  graphRoom: "The graph",
  tryAgain: "Try again",
  followIt: "Follow it",
  openAgain: "try to open it again",
  reload: "reload the page to try again",
  cancelled: "This was cancelled. It is asked again when the view changes.",

  names: (named: readonly string[], more: number) =>
    more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", "),

  drop: {
    empty: "there is no file in it",
    emptyHint: "drop heap profiles, or a folder of them",
    rest: (count: number, isLeast: boolean) => `${isLeast ? "at least " : ""}${count} files`,
    most: (most: number) => `more than ${most} files are not opened together`,
    mostHint: "open fewer of them",
  },

  fetch: {
    byHand: "download it yourself (curl -o heap.pb.gz …, or kubectl get --raw …) and drop it here",
    inTerminal: IN_TERMINAL,
    redirected: (host: string) =>
      `${host} sends the page on to another address, and a browser does not say which one`,
    redirectedHint:
      "press Fetch again to follow it, or download the file yourself and drop it here",
    unreadable: (host: string) =>
      `${host} did not answer, or does not let other pages read its answers (CORS: it must send Access-Control-Allow-Origin)`,
    status: (host: string, status: number, text: string) => `${host} answered ${status} ${text}`,
    mixed: "this page came by https and may not fetch from an http address",
    mixedHint: (otherwise: string) => `use an https address, or ${otherwise}`,
    otherHost: "only this page's own host is asked",
    silent: (host: string) => `${host} did not answer`,
    startAgainHint: "start leaklens again with the file, and open the address that it prints then",
    onlineHint: "check that this machine is online, and open it again",
    ownStatus: (status: number) => `the server answered ${status}`,
    ownStatusHint: "start leaklens again with the file",
    tooLarge: (mebibytes: number) => `the file is larger than ${mebibytes} MiB`,
    tooLargeHint: "record a shorter profile",
    stalled: (host: string, seconds: number) =>
      host
        ? `${host} sent nothing for ${seconds} seconds`
        : `nothing could be read for ${seconds} seconds`,
    stalledHint: "try again; a file can also be saved on this machine first and dropped here",
  },

  store: {
    unreadable: (host: string) =>
      `${host} did not answer, or does not let other pages read its answers (CORS)`,
    unreadableHint: `Parca must be started with --cors-allowed-origins, a proxy before Pyroscope must send Access-Control-Allow-Origin; or ${IN_TERMINAL}`,
    redirected: (host: string) => `${host} sends the page on to another address, as to a log-in`,
    redirectedHint: `give the store's own address, or ${IN_TERMINAL}`,
  },

  otherTypes: {
    message: (types: readonly string[], lead: string, leadTypes: readonly string[]) =>
      `has the sample types ${types.join(", ") || "(none)"}, while ${lead} has ${leadTypes.join(", ")}: they cannot be compared`,
    hint: "open it by itself",
  },

  watch: {
    of: "leaklens watch",
    silent: "the recorder does not answer",
    silentHint: "what is open stays; start it again, or wait: the page asks on",
  },

  metrics: {
    beside: (name: string) => `${name} is read beside the heap`,
    alone: "this is an answer of /metrics; it is kept and read beside a heap profile",
    aloneHint: "open a heap profile of the same process, recorded at about the same time",
  },

  worker: {
    hopeless: "the part that reads and computes stopped and could not be started again",
    hopelessHint: "try again, or reload the page",
    again: (why: string) =>
      `${stopped(why)}. It was started again and is given the files once more.`,
    againHint: "if it happens again with the same file, report it with the file's format and size",
    gaveUp: (why: string) =>
      `${stopped(why)}. It was started several times and is not started again by itself.`,
    gaveUpHint: "check that this page can still be loaded and close what is large, then try again",
  },

  work: {
    waiting: "waiting for an answer",
    /** What the worker is doing with a file of that name, or for a question of that name. */
    step: (doing: "unpacking" | "decoding" | "building", of: string) =>
      `${doing} ${QUESTIONS[of] ?? of}`,
    /** A file that comes; `got` and `size` in MiB, 0 where there is none or nobody knows. */
    reading: (name: string, host: string, got: number, size: number, more: number) => {
      const from = host ? `waiting for ${host}: ${name}` : `reading ${name}`;
      const said = got > 0 ? `, ${got.toFixed(1)} MiB` : "";
      const of = got > 0 && size > 0 ? ` of ${size.toFixed(1)} MiB` : "";
      return `${from}${said}${of}${more > 0 ? ` and ${more} more` : ""}`;
    },
  },
} as const;

/** Questions in the words of the page. */
const QUESTIONS: Readonly<Record<string, string>> = {
  set: "what the files are to each other",
  program: "which program it is",
  picture: "the graph",
  draft: "a first look",
  glance: "the graph",
  before: "the graph before",
  table: "the table",
  callers: "callers",
  search: "matches",
  kinds: "kinds",
  lit: "lit paths",
  finding: "the finding",
  suspects: "suspects",
  detail: "details",
  report: "the report",
  export: "the file to save",
  link: "the link",
};
