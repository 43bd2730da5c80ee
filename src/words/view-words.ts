/** What `view` says of a link that it cannot follow in all. */
export const VIEW_WORDS = {
  /** what a link holds, in `cut` */
  sampleType: "sample type",
  litKind: "lit kind",
  litStage: "lit stage",
  listOfColumns: "list of columns",
  function: "function",
  search: "search",
  filter: "filter",
  watermark: "watermark",
  memoryLimit: "memory limit",
  fileName: "name of a file",
  cut: (what: string, most: number) =>
    `The link's ${what} is longer than ${most} characters and was cut.`,

  unknownValue: (setting: string, value: string) =>
    `The link's setting "${setting}" has the value "${value}", which this version does not know.`,
  unknownSettings: (names: readonly string[]) =>
    `The link has settings that this version does not know: ${names.map((n) => `"${n}"`).join(", ")}.`,
  unknownLanguage: (language: string) =>
    `The link is meant to be seen in a language, "${language}", which this version does not speak.`,
  tooLong: "The link is longer than 2 million characters and was not read.",
  tooManySettings: (most: number) =>
    `The link has more than ${most} settings; the rest is left out.`,
  newerForm: (form: string, known: number) =>
    `The link was made by a newer version of this page (form ${form}, this page reads up to ${known}): what it does not know is left out.`,
  noForm: (form: string, known: number) =>
    `The link says it has the form "${form}", which does not exist; it is read as form ${known}.`,
  unreadableFile: "The link names a file in a way that cannot be read; it is left out.",
  fileTwice: "The link names a file twice; it is opened once.",
  tooManyFiles: (most: number) => `The link names more than ${most} files; the rest are left out.`,
  noWebAddress: "The link gives an address that is not http or https; it is left out.",
  tooManyAddresses: (most: number) => `The link has more than ${most} addresses of files.`,
  tooManyFilters: (most: number) =>
    `The link has more than ${most} filters; the rest are left out.`,
  unknownFilter: (filter: string) =>
    `The link has a filter "${filter}" that this version does not know.`,
  noPattern: (filter: string) => `The link's filter "${filter}" has no pattern that can be read.`,
  longPattern: (filter: string, most: number) =>
    `The link's filter "${filter}" is longer than ${most} characters.`,
  unknownNames: (names: string) => `The link has names "${names}" that do not exist.`,
  unknownGranularity: (granularity: string) =>
    `The link has a granularity "${granularity}" that does not exist.`,
  tooManyUnfolded: (most: number) => `The link unfolds more than ${most} runs.`,
  noPath: "The link unfolds something that is no path.",
  otherHost: "The link wants to open something that is not on this page's own host.",
  tooManyOpened: (most: number) => `The link opens more than ${most} files; the rest stay out.`,
  noSuchFile: (setting: string, value: string, files: number) =>
    `The link's setting "${setting}" is "${value}", but it names ${files} files.`,
} as const;
