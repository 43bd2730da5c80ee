import type { FileRef } from "../view/view.js";

/** Keeps files for the next visit; see src/storage/kept-files.ts. */
export interface Keeper {
  get(hash: string): Promise<Uint8Array | undefined>;
  put(hash: string, name: string, bytes: Uint8Array): Promise<void>;
  /** these files were looked at together */
  together(files: readonly FileRef[]): void;
}

/** Keeps nothing: the page works without storage. */
export const NO_KEEPER: Keeper = {
  get: async () => undefined,
  put: async () => {},
  together: () => {},
};
