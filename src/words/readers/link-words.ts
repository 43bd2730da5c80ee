import { catalogue } from "../catalogue.js";
import link from "../en/link.json" with { type: "json" };

const { say, words } = catalogue("link", link);

/** Why a self-contained link cannot be opened or made. */
export const LINK_WORDS = words({
  hints: {
    copy: "hint.copy",
    openProfile: "hint.openProfile",
    copyOrNewer: "hint.copyOrNewer",
    newer: "hint.newer",
    longer: "hint.longer",
  },
  tooLong: "tooLong",
  noData: "noData",
  form: (form: number) => say("form", { form: `${form}` }),
  damaged: "damaged",
  dictionary: (version: number) => say("dictionary", { version: `${version}` }),
  noRoom: (most: number) => say("noRoom", { most: `${most}` }),
  character: "character",
  missing: "missing",
  early: "early",
  largeNumber: "largeNumber",
  text: "text",
  names: "names",
  nodes: "nodes",
  longStacks: "longStacks",
  deepStacks: "deepStacks",
});
