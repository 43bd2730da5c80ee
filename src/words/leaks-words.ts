/** What `leaks` says. */
export const LEAKS_WORDS = {
  /** the classes of suspects, for page, terminal and report */
  classes: {
    growing: "growing: it rises steadily over the snapshots",
    "in-flight": "in flight: follows the load",
    pooled: "pooled: buffers kept after the load",
    cache: "cache or window: kept by design, or levelled off",
    noise: "within sampling noise",
    undecided: "not decidable from these files",
  },
} as const;
