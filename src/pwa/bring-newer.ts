import type { OpenBytes } from "./hand-over.js";

/** What is needed to bring a newer version in without losing what is open. */
export interface Newer {
  /** loads the page again with the newer version */
  readonly update: () => void;
  /** the files that are open and not in the library */
  unkept(): Promise<OpenBytes[]>;
  /** @throws where they cannot be kept over the reload */
  handOver(files: readonly OpenBytes[]): Promise<void>;
  /** tells that a second call loses files */
  warn(count: number): void;
}

/**
 * Brings the newer version in; called when the person asks for it. Files that are kept nowhere
 * are handed over the reload; where that is refused the person is told, and must ask again.
 */
export function bringNewer(newer: Newer): () => Promise<void> {
  let warned = false;
  return async () => {
    if (!warned) {
      const files = await newer.unkept();
      try {
        await newer.handOver(files);
      } catch {
        warned = true;
        newer.warn(files.length);
        return;
      }
    }
    newer.update();
  };
}
