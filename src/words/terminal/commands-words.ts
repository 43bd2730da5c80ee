import { catalogue } from "../catalogue.js";
import commands from "../en/terminal/commands.json" with { type: "json" };

const { say, words } = catalogue("terminal/commands", commands);

/** What single commands say of their flags and FILEs, and of what they did. */
export const COMMANDS_WORDS = words({
  beyond: {
    one: "beyond.one",
    noHeap: (types: readonly string[]) =>
      types.length === 0
        ? say("beyond.noTypes")
        : say("beyond.noHeap", { types: types.join(", ") }),
    size: (flag: string, text: string) => say("beyond.size", { flag, text }),
  },

  exported: {
    noOutput: "export.noOutput",
    json: "export.json",
    toFile: "export.toFile",
    ending: (out: string, endings: string) => say("export.ending", { out, endings }),
    same: (out: string) => say("export.same", { out }),
  },

  index: {
    noOutput: "index.noOutput",
    noFiles: "index.noFiles",
    failed: (failed: string, n: number) => say("index.failed", { failed, n }),
    listAlone: "index.listAlone",
    empty: "index.empty",
    listed: (n: number, out: string) => say("index.listed", { n, out }),
    done: (n: number, written: number, known: number, size: string, out: string) =>
      say("index.done", { n, written, known, size, out }),
  },

  link: {
    max: (max: number, told: string, hint: string) =>
      say("link.max", { max: String(max), told, hint }),
    part: (chars: number, nodes: number, share: string, rest: string) =>
      say("link.part", { chars: String(chars), nodes: String(nodes), share, rest }),
    whole: (chars: number, nodes: number) =>
      say("link.whole", { chars: String(chars), nodes: String(nodes) }),
    noApp: (variable: string) => say("link.noApp", { variable }),
    noAddress: (from: string, text: string) => say("link.noAddress", { from, text }),
    noPage: (from: string, text: string) => say("link.noPage", { from, text }),
  },

  noBrowser: "noBrowser",

  suspects: {
    few: "suspects.few",
    mixed: (chain: string, other: string) => say("suspects.mixed", { chain, other }),
    same: "suspects.same",
    order: (files: string) => say("suspects.order", { files }),
    noSeries: (why: string) => say("suspects.noSeries", { why }),
  },

  top: { bothBases: "top.bothBases", normalize: "top.normalize" },
});
