/** What `ui/tree` says. */
export const TREE_WORDS = {
  nothing: "Nothing of this sample type is left to show.",
  rootFirst: "Calls, root first",
  leafFirst: "Calls, leaf first",
  open: "open",
  close: "close",
  noise: (change: string) => `${change}, within sampling noise`,
  columns: {
    total: { label: "total", title: "the frame and all it calls" },
    share: { label: "share", title: "share of the total" },
    change: { label: "change", title: "change of the total against the base" },
    self: { label: "self", title: "in the frame itself" },
    call: { label: "call" },
  },
} as const;
