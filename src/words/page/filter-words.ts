import { catalogue } from "../catalogue.js";
import filter from "../en/page/filter.json" with { type: "json" };

const { say, words } = catalogue("page/filter", filter);

/** What `ui/graph` says of filters and of the graph's switches. */
export const FILTER_WORDS = words({
  add: "add",
  filter: "filter",
  pattern: "pattern",
  package: "package",
  regularExpression: "regularExpression",
  submit: "submit",
  close: "close",
  remove: (step: string) => say("remove", { step }),

  /** what each filter does */
  about: {
    focus: "about.focus",
    ignore: "about.ignore",
    hide: "about.hide",
    show: "about.show",
    "show-from": "about.show-from",
    tagfocus: "about.tagfocus",
    tagignore: "about.tagignore",
    tagshow: "about.tagshow",
    taghide: "about.taghide",
    tagroot: "about.tagroot",
    tagleaf: "about.tagleaf",
    collapse: "about.collapse",
  },

  frames: "frames",
  framesTitle: "framesTitle",
  granularities: {
    functions: "granularities.functions",
    filefunctions: "granularities.filefunctions",
    files: "granularities.files",
    lines: "granularities.lines",
    addresses: "granularities.addresses",
  },

  names: "names",
  namesTitle: "namesTitle",
  nameStyles: {
    name: "nameStyles.name",
    templates: "nameStyles.templates",
    full: "nameStyles.full",
    none: "nameStyles.none",
  },

  switches: {
    fold: {
      label: "switches.fold.label",
      title: "switches.fold.title",
    },
    join: {
      label: "switches.join.label",
      title: "switches.join.title",
    },
    recursion: {
      label: "switches.recursion.label",
      title: "switches.recursion.title",
    },
    normalize: {
      label: "switches.normalize.label",
      title: "switches.normalize.title",
    },
    noInlines: {
      label: "switches.noInlines.label",
      title: "switches.noInlines.title",
    },
    keepDropped: {
      label: "switches.keepDropped.label",
      title: "switches.keepDropped.title",
    },
  },
});
