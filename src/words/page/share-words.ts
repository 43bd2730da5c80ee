import { catalogue } from "../catalogue.js";
import share from "../en/page/share.json" with { type: "json" };

const { say, words } = catalogue("page/share", share);

/** What `ui/share` says. */
export const SHARE_WORDS = words({
  title: "title",
  about: "about",
  copyLink: "copyLink",
  /** @param language its name, in itself */
  inLanguage: (language: string) => say("inLanguage", { language }),
  onLoopback: "onLoopback",

  view: {
    title: "view.title",
    about: (characters: string, files: number, size: string) =>
      say("view.about", { characters, files, size }),
  },

  address: {
    title: "address.title",
    about: "address.about",
    length: (characters: string) => say("address.length", { characters }),
    addresses: (files: number) => say("address.addresses", { files }),
    placeholder: "address.placeholder",
  },

  link: {
    title: "link.title",
    about: "link.about",
    atMost: "link.atMost",
    length: "link.length",
    lengthText: (characters: number, takes: string) =>
      say("link.lengthText", { characters, takes }),
    characters: (count: string) => say("link.characters", { count }),
    takes: (what: string) => say("link.takes", { what }),
    link: "link.link",
    making: "link.making",
    /** `threshold` is "" where every path is in it, `rest` where nothing is left out */
    holds: (threshold: string, nodes: string, rest: string) =>
      say("link.holds", { threshold: threshold || "none", nodes, rest: rest || "none" }),
    /** what takes links of each length */
    takenBy: {
      any: "link.takenBy.any",
      safe: "link.takenBy.safe",
      most: "link.takenBy.most",
      documents: "link.takenBy.documents",
      browsers: "link.takenBy.browsers",
      few: "link.takenBy.few",
    },
  },

  page: {
    title: "page.title",
    save: "page.save",
    about: (files: number, size: string) => say("page.about", { files, size }),
    making: "page.making",
    gone: (file: string) => say("page.gone", { file }),
    saved: (size: string) => say("page.saved", { size }),
  },

  exports: {
    title: "exports.title",
    notPainted: "exports.notPainted",
    making: (what: string, percent: number | undefined) =>
      say("exports.making", { what, percent: percent ?? "unknown" }),
    waiting: (files: number) => say("exports.waiting", { files }),
    cancel: "exports.cancel",
    cancelled: (what: string) => say("exports.cancelled", { what }),
    failed: (what: string, why: string) => say("exports.failed", { what, why }),
    /** each file that can be saved: the button, and what is in it */
    files: {
      png: { label: "exports.files.png.label", title: "exports.files.png.title" },
      svg: { label: "exports.files.svg.label", title: "exports.files.svg.title" },
      pprof: { label: "exports.files.pprof.label", title: "exports.files.pprof.title" },
      pprofRaw: { label: "exports.files.pprofRaw.label", title: "exports.files.pprofRaw.title" },
      folded: { label: "exports.files.folded.label", title: "exports.files.folded.title" },
      speedscope: {
        label: "exports.files.speedscope.label",
        title: "exports.files.speedscope.title",
      },
      otlp: {
        label: "exports.files.otlp.label",
        title: "exports.files.otlp.title",
      },
      csv: { label: "exports.files.csv.label", title: "exports.files.csv.title" },
      csvKinds: { label: "exports.files.csvKinds.label", title: "exports.files.csvKinds.title" },
      json: { label: "exports.files.json.label", title: "exports.files.json.title" },
      jsonSuspects: {
        label: "exports.files.jsonSuspects.label",
        title: "exports.files.jsonSuspects.title",
      },
      markdown: { label: "exports.files.markdown.label", title: "exports.files.markdown.title" },
    },
  },
});
