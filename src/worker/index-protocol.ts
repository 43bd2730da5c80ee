import type { Fleet } from "../fleet/fleet.js";
import type { Language } from "../words/language.js";

/** Where an index is: files of this machine, or the address of its folder or of one file. */
export type IndexSource =
  | {
      readonly kind: "files";
      readonly files: readonly { readonly path: string; readonly file: File }[];
    }
  | { readonly kind: "address"; readonly address: string };

/** What came of reading an index. */
export interface IndexAnswer {
  readonly fleet: Fleet;
  /** files that could not be read, and why: the first ones */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
  /** how many they are */
  readonly failed: number;
}

/** Told while an index is read: files that are read, of how many. */
export type IndexProgress = (done: number, of: number) => void;

/** A worker that reads one index. */
export interface IndexWorkerApi {
  readIndex(
    source: IndexSource,
    language: Language,
    progress: IndexProgress,
  ): Promise<
    | { readonly answer: IndexAnswer }
    | { readonly failure: { readonly message: string; readonly hint: string } }
  >;
}
