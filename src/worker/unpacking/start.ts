import type { UnpackingWorker } from "./protocol.js";

/**
 * Starts the worker that unpacks, from inside of the worker that reads. A self-contained page, which
 * has no address to load one from, is built with one that starts nothing.
 */
export function startUnpacking(): UnpackingWorker | undefined {
  if (typeof Worker === "undefined" || typeof DecompressionStream === "undefined") return undefined;
  try {
    return new Worker(new URL("./unpacking-worker.ts", import.meta.url), { type: "module" });
  } catch {
    // The browser, or who serves the page, allows none.
    return undefined;
  }
}
