import { catalogue } from "./catalogue.js";
import view from "./en/view.json" with { type: "json" };

const { say, words } = catalogue("view", view);

/** What `view` says of a link that it cannot follow in all. */
export const VIEW_WORDS = words({
  /** what a link holds, in `cut` */
  sampleType: "sampleType",
  litKind: "litKind",
  litStage: "litStage",
  listOfColumns: "listOfColumns",
  function: "function",
  search: "search",
  filter: "filter",
  watermark: "watermark",
  memoryLimit: "memoryLimit",
  fileName: "fileName",
  cut: (what: string, most: number) => say("cut", { what, most: String(most) }),

  unknownValue: (setting: string, value: string) => say("unknownValue", { setting, value }),
  unknownSettings: (names: readonly string[]) =>
    say("unknownSettings", {
      names: names.map((name) => say("quoted", { name })).join(say("between")),
    }),
  unknownLanguage: (language: string) => say("unknownLanguage", { language }),
  tooLong: "tooLong",
  tooManySettings: (most: number) => say("tooManySettings", { most: String(most) }),
  newerForm: (form: string, known: number) => say("newerForm", { form, known: String(known) }),
  noForm: (form: string, known: number) => say("noForm", { form, known: String(known) }),
  unreadableFile: "unreadableFile",
  fileTwice: "fileTwice",
  tooManyFiles: (most: number) => say("tooManyFiles", { most: String(most) }),
  noWebAddress: "noWebAddress",
  tooManyAddresses: (most: number) => say("tooManyAddresses", { most: String(most) }),
  tooManyFilters: (most: number) => say("tooManyFilters", { most: String(most) }),
  unknownFilter: (filter: string) => say("unknownFilter", { filter }),
  noPattern: (filter: string) => say("noPattern", { filter }),
  longPattern: (filter: string, most: number) => say("longPattern", { filter, most: String(most) }),
  unknownNames: (names: string) => say("unknownNames", { names }),
  unknownGranularity: (granularity: string) => say("unknownGranularity", { granularity }),
  tooManyUnfolded: (most: number) => say("tooManyUnfolded", { most: String(most) }),
  noPath: "noPath",
  otherHost: "otherHost",
  tooManyOpened: (most: number) => say("tooManyOpened", { most: String(most) }),
  noSuchFile: (setting: string, value: string, files: number) =>
    say("noSuchFile", { setting, value, files: String(files) }),
});
