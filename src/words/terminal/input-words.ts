import { catalogue } from "../catalogue.js";
import input from "../en/terminal/input.json" with { type: "json" };

const { say, words } = catalogue("terminal/input", input);

/** What is wrong with a flag that Node reads. */
export type FlagFault = "unknown" | "missing" | "ambiguous" | "none" | "other";

/** What is said of a call's arguments and of its files, behind a file's name and a colon. */
export const INPUT_WORDS = words({
  noFile: "noFile",
  unexpected: (told: string) => say("unexpected", { told }),
  /** @param tag "" where none is given */
  notSpoken: (from: string, all: readonly string[], tag: string) => {
    const languages = all.join(", ");
    return tag === ""
      ? say("noLanguage", { from, languages })
      : say("notSpoken", { from, tag, languages });
  },
  stdin: "stdin",

  flags: {
    /** @param option the flag; of another fault, what Node says */
    wrong: (fault: FlagFault, option: string, command: string) =>
      say("flags.wrong", { fault, option, command }),
    number: (flag: string, isWhole: boolean, least: number, text: string) =>
      say("flags.number", { flag, whole: isWhole ? "yes" : "no", least: String(least), text }),
    assembleTwice: "flags.assembleTwice",
    noneOf: (flag: string, given: string, all: readonly string[]) =>
      say("flags.noneOf", { flag, given, all: all.join(", ") }),
    symbolize: (part: string) => say("flags.symbolize", { part }),
    /** @param least seconds */
    duration: (flag: string, least: number, text: string) =>
      say("flags.duration", { flag, least: String(least), text }),
    port: (flag: string, port: string) => say("flags.port", { flag, port }),
  },

  takesFile: (command: string) => say("takesFile", { command }),
  takesOne: (command: string, n: number) => say("takesOne", { command, n: String(n) }),
  baseTwice: "baseTwice",
  stdinTwice: "stdinTwice",
  filteredAll: "filteredAll",
  tables: { noStacks: "noStacks", notNormalized: "notNormalized", alone: "tablesAlone" },

  read: {
    noSuchFile: "read.noSuchFile",
    notAllowed: "read.notAllowed",
    refused: "read.refused",
    unknownHost: "read.unknownHost",
    noAnswer: "read.noAnswer",
    folder: "read.folder",
    notUtf8: (why: string) => say("read.notUtf8", { why }),
    store: (store: string, told: string) => say("read.store", { store, told }),
    /** @param status of HTTP, with its words */
    status: (status: string) => say("read.status", { status }),
    silent: (seconds: number) => say("read.silent", { seconds: String(seconds) }),
    silentStore: (seconds: number) => say("read.silentStore", { seconds: String(seconds) }),
    elsewhere: (status: number, token: string) =>
      say("read.elsewhere", { status: String(status), token }),
    noAddress: "read.noAddress",
    tooLarge: (mib: number) => say("read.tooLarge", { mib: String(mib) }),
    failed: (why: string) => say("read.failed", { why }),
    slow: (bytes: number, seconds: number) =>
      say("read.slow", { n: bytes, bytes: String(bytes), seconds: String(seconds) }),
  },

  metrics: {
    several: (n: number) => say("metrics.several", { n: String(n) }),
    none: "metrics.none",
    packed: "metrics.packed",
  },

  parts: {
    none: (part: string, n: number, names: string) => say("parts.none", { part, n, names }),
    /** @param which the part that is taken; undefined for the last one */
    taken: (n: number, names: string, which: string | undefined, given: string) =>
      which === undefined
        ? say("parts.last", { n: String(n), names, given })
        : say("parts.named", { n: String(n), names, which, given }),
  },
});
