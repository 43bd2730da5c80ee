/** What `ui/graph` says of filters and of the graph's switches. */
export const FILTER_WORDS = {
  add: "+ filter",
  filter: "Filter",
  pattern: "Pattern",
  package: "package",
  regularExpression: "regular expression",
  submit: "add",
  close: "Close",
  remove: (step: string) => `Remove ${step}`,

  /** what each filter does */
  about: {
    focus: "only samples with a function, file or binary that matches",
    ignore: "no samples with a function, file or binary that matches",
    hide: "frames that match are left out, their samples stay",
    show: "only frames that match are left",
    "show-from": "what called the outermost frame that matches is left out",
    tagfocus: "only samples with a label: RE, key=RE, key=4kb, key=1kb:1mb",
    tagignore: "no samples with such a label",
    tagshow: "labels of keys that match, of those in the panel",
    taghide: "no labels of keys that match in the panel",
    tagroot: "keys, with commas: a frame at the root for each label",
    tagleaf: "keys, with commas: a frame at the leaf for each label",
    collapse: "frames of this package become one",
  },

  frames: "frames",
  framesTitle: "What one frame is, as pprof's -functions, -lines and so on",
  granularities: {
    functions: "functions",
    filefunctions: "functions and files",
    files: "files",
    lines: "lines",
    addresses: "addresses",
  },

  names: "names",
  namesTitle: "Names of C++ and Rust, as pprof's -symbolize=demangle=",
  nameStyles: {
    name: "short",
    templates: "with arguments of templates",
    full: "with parameters",
    none: "as compiled",
  },

  switches: {
    fold: {
      label: "fold plumbing",
      title: "Runs of plumbing frames are one row; figures do not change",
    },
    join: {
      label: "join cut stacks",
      title: "Go records 32 frames of a stack; stacks that were cut are joined by their overlap",
    },
    recursion: {
      label: "merge recursion",
      title: "A function that calls itself is one frame a stack",
    },
    normalize: {
      label: "normalize",
      title:
        "Scale the base to the profile's total first, so that only what shifted is left (pprof's -normalize scales the other way round)",
    },
    noInlines: {
      label: "no inlines",
      title: "Functions that were inlined are left out (pprof's -noinlines)",
    },
    keepDropped: {
      label: "keep dropped frames",
      title: "Keep the frames that the profile itself says to leave out (drop_frames)",
    },
  },
} as const;
