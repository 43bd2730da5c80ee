import { catalogue } from "./catalogue.js";
import storage from "./en/storage.json" with { type: "json" };

const { say, words } = catalogue("storage", storage);

/** What `storage` says. */
export const STORAGE_WORDS = words({
  recovered: (hash: string) => say("recovered", { hash }),

  troubles: {
    refused: { message: "refused", advice: "refused.advice" },
    held: { message: "held", advice: "held.advice" },
    newer: { message: "newer", advice: "newer.advice" },
    full: { message: "full", advice: "full.advice" },
    failed: { message: "failed", advice: "failed.advice" },
    damaged: { message: "damaged", advice: "damaged.advice" },
  },
});
