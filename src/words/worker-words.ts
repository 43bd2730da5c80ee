/** What `worker` says. */
export const WORKER_WORDS = {
  /** why a worker is gone: the rest of a sentence */
  ended: {
    scriptNotLoaded: "its script could not be loaded",
    messageUnreadable: "a message of it could not be read",
    ended: "it ended",
    silent: "it did not answer any more",
    notNeeded: "it is not needed any more",
    didNotStop: "it did not stop when it was told to",
    error: (why: string) => `the part of the page that reads and computes stopped: ${why}`,
  },
  cancelled: "cancelled",
  namesClosed: "the names of the functions were closed while this was worked out",
  namesClosedHint: "choose something else and come back, or reload the page",
  outOfMemory: "the profile needs more memory than this page may use",
  outOfMemoryHint: "close other files, or record a shorter profile",
  failed: (why: string) => `the page failed: ${why}`,
  failedHint: "reload the page and try again; if it stays so, report it with the file's format",
} as const;
