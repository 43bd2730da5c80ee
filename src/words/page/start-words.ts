import { catalogue } from "../catalogue.js";
import start from "../en/page/start.json" with { type: "json" };
import { CONTROLS_WORDS } from "./controls-words.js";

const { say, parts, words } = catalogue("page/start", start);

/**
 * What `ui/start` says. A sentence with figures is a function of them, whole: its order is another
 * one in another language.
 */
export const START_WORDS = words({
  title: "title",
  lead: "lead",
  help: "help",
  incidents: "incidents",
  takeProfile: "takeProfile",
  howToTakeProfile: "howToTakeProfile",

  dropTitle: "dropTitle",
  /** `path` is printed as code */
  dropText: <P extends object>(path: P) => parts("dropText", { path }),
  chooseFiles: "chooseFiles",
  filesToOpen: "filesToOpen",
  /** of one entry of a dropped folder */
  unreadable: (why: string) => say("unreadable", { why }),

  pasteTitle: "pasteTitle",
  pasteText: "pasteText",
  pastePlaceholder: "pastePlaceholder",
  open: "open",

  missing: {
    label: "missing.label",
    fromHosts: (files: number, hosts: readonly string[]) =>
      say("missing.fromHosts", { files, hosts: CONTROLS_WORDS.inRow(hosts) }),
    notHere: (files: number) => say("missing.notHere", { files }),
    confirm: "missing.confirm",
    drop: (files: number) => say("missing.drop", { files }),
    fetchFrom: (hosts: readonly string[]) =>
      say("missing.fetchFrom", { hosts: hosts.length, host: hosts[0] ?? "" }),
  },

  kept: {
    heading: "kept.heading",
    title: "kept.title",
    about: "kept.about",
    count: (files: number) => say("kept.count", { files }),
    ofSet: (files: number, size: string, time: string) => say("kept.ofSet", { files, size, time }),
    keepThem: "kept.keepThem",
    none: "kept.none",
    list: "kept.list",
    total: (files: number, size: string, quota: string) =>
      say("kept.total", { files, size, quota: quota || "none" }),
    gone: "kept.gone",
    open: (name: string) => say("kept.open", { name }),
    newName: (name: string) => say("kept.newName", { name }),
    rename: "kept.rename",
    renameFile: (name: string) => say("kept.renameFile", { name }),
    delete: "kept.delete",
    deleteFile: (name: string) => say("kept.deleteFile", { name }),
    deleteAll: "kept.deleteAll",
    deleteAllSure: "kept.deleteAllSure",
    deleteOldest: (files: number, size: string) => say("kept.deleteOldest", { files, size }),
    dismiss: "kept.dismiss",
  },

  /** how a profile is taken with each command of `RecordDialog` */
  ways: {
    apiserver: "ways.apiserver",
    collected: "ways.collected",
    oneApiserver: "ways.oneApiserver",
    anyProgram: "ways.anyProgram",
    holders: "ways.holders",
    series: "ways.series",
  },

  samples: {
    twoReleases: {
      title: "samples.twoReleases.title",
      text: "samples.twoReleases.text",
    },
    storm: {
      title: "samples.storm.title",
      text: "samples.storm.text",
    },
    operator: {
      title: "samples.operator.title",
      text: "samples.operator.text",
    },
    masters: {
      title: "samples.masters.title",
      text: "samples.masters.text",
    },
    host: "samples.host",
  },
});
