/** What `storage` says. */
export const STORAGE_WORDS = {
  recovered: (hash: string) => `recovered file ${hash}`,

  troubles: {
    refused: {
      message: "Nothing is kept for the next visit: this browser gives the page no storage.",
      advice:
        "A private window or blocked cookies do that. What is open works; save the files themselves.",
    },
    held: {
      message: "Nothing is kept at the moment: this browser's storage does not answer.",
      advice: "Another tab may be holding it. Close other tabs of this page, then reload.",
    },
    newer: {
      message: "Nothing is kept by this tab: a newer version of the page has changed the library.",
      advice: "Reload this tab to use the newer version.",
    },
    full: {
      message: "The browser's room for this page is full: what was opened last is not kept.",
      advice: "Delete the files used longest ago, or any others in the list of kept files.",
    },
    failed: {
      message: "The browser's storage failed: what was opened last may not be kept.",
      advice: "Reload the page; if it fails again, delete kept files or save the files themselves.",
    },
    damaged: {
      message: "Damaged records of kept files were found and put aside.",
      advice: "The rest of the list is sound. Files that are missing from it must be opened again.",
    },
  },
} as const;
