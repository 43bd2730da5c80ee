/** A printed table has no stacks: what that rules out. */
const tableWithoutStacks = (what: string): string => `a printed table has no stacks${what}`;

/** What `engine` says where a question has no answer, each with what can be changed. */
export const ENGINE_WORDS = {
  noFile: "no file is open",
  noFileHint: "drop one on the page",
  fileNotOpen: "a file of this view is not open",
  fileNotOpenHint: "drop it on the page",
  noFunction: (name: string) => `no function of these profiles is called ${name}`,
  noFunctionHint: "a filter may have taken it away",
  filterRefused: (filter: string, why: string) => `the ${filter} filter ${why}`,
  filterRefusedHint: "change it or take it off",

  table: {
    filters: tableWithoutStacks(" that could be filtered"),
    filtersHint: "take the filters off, or open the profile that the table was made from",
    median: tableWithoutStacks(" of which a median could be made"),
    medianHint: "choose one file as the base",
    lacks: {
      callers: "does not tell who calls a function",
      search: "has no paths to be searched; look in the Table tab",
      suspects: "does not tell which paths hold the memory",
      export: "can be written as a table only",
      link: "cannot be carried by a link of its own",
    },
    lacksGraph: "gives no graph",
    cannot: (what: string) => tableWithoutStacks(`, so it ${what}`),
    cannotHint:
      "open the profile that the table was printed from, or record one: /debug/pprof/heap",
  },

  chainAgainstHeap: (chain: string, heap: string) =>
    `${chain} says who holds memory, ${heap} who allocated it: they cannot be compared`,
  chainAgainstHeapHint:
    "choose no base: the finding of the first tells the same bytes by who allocated them",

  noSampleType: (file: string, wanted: string) =>
    `${file} has no sample type ${wanted || "(none)"}`,
  notComparable: (file: string, type: string) =>
    `${file} has no sample type ${type}, so it cannot be compared`,
  hasTypes: (types: string) => `it has ${types}`,
  namesNoTypes: "the file names no sample types",
} as const;
