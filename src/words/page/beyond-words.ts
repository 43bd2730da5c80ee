/** What `ui/beyond` says; what it says of figures is the engine's. */
export const BEYOND_WORDS = {
  title: "Beyond the heap",
  about:
    "A heap profile shows live objects. A process has more: enter what is known of it, and see where the rest can be.",
  needsHeap: "Open a heap profile first: without its live heap nothing can be said.",
  memStats: "runtime.MemStats",
  record: "To record when memory is high and not after; PID and the size in kB are yours to set:",

  /** what can be entered, and what an entry looks like */
  entries: {
    resident: { label: "Resident (RSS)", example: "85 GiB" },
    limit: { label: "Container limit", example: "16 GiB" },
    gogc: { label: "GOGC", example: "100" },
    memoryLimit: { label: "GOMEMLIMIT", example: "none" },
  },

  metrics: {
    isRead: "An answer of /metrics is read beside the heap.",
    leaveOut: "leave it out",
    label:
      "The program’s answer of /metrics, pasted or as a file: resident memory, the runtime’s figures, and of an API server its objects, watches and requests",
    placeholder: "paste here",
    file: "A file with an answer of /metrics",
    isNone: "This is no answer of /metrics: it begins with # HELP or # TYPE.",
    title: "From /metrics",
    noKind: "None of its series is of a kind that this heap holds.",
  },

  heldBy: {
    title: "Held by",
    share: (share: string) => `${share} of what is held`,
    notFollowed: "of all, not followed",
    notFollowedTitle:
      "goref found what these objects hang on, but not by which field: types made by generics, pointers without a type",
    beside: (file: string) => `Allocated in ${file}, and held`,
    mostBelow: (path: string) => `most allocated below ${path}`,
    found: (allocated: string, held: string) => `${allocated}, ${held} found`,
  },
} as const;
