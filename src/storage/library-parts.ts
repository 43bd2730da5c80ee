import type { ByteStore } from "./byte-store.js";
import type { KeptFile, KeptSet } from "./kept-record.js";

/**
 * Where the list of what is kept is. Records are read as whatever they are: they may be damaged.
 * Keys are those of the records, of any type for damaged ones.
 */
export interface IndexStore {
  files(): Promise<readonly unknown[]>;
  sets(): Promise<readonly unknown[]>;
  /** one file's record; undefined where there is none */
  file(hash: string): Promise<unknown>;
  putFile(file: KeptFile): Promise<void>;
  putSet(set: KeptSet): Promise<void>;
  removeFile(key: unknown): Promise<void>;
  removeSet(key: unknown): Promise<void>;
  clear(): Promise<void>;
}

/** Both halves of a library: the list, and the bytes it tells of. */
export interface Stores {
  readonly index: IndexStore;
  readonly bytes: ByteStore;
  close(): void;
}

/** Bytes that the page uses on disk, and how many the browser would let it use. */
export interface Room {
  readonly used: number;
  readonly quota: number;
}

/** Tells other tabs of changes, and hears of theirs. */
export interface Neighbours {
  changed(): void;
  /** called once */
  listen(changed: () => void): void;
}

/** What a library is made of; all of it can be replaced in tests. */
export interface LibraryParts {
  /**
   * @param lost called when another tab or the browser takes the stores away
   * @throws where the browser refuses storage
   */
  stores(lost: () => void): Promise<Stores>;
  /** undefined where the browser does not say */
  room(): Promise<Room | undefined>;
  /** SHA-256 as lower-case hex; undefined where it cannot be computed here */
  hash(bytes: Uint8Array): Promise<string | undefined>;
  now(): number;
  /** whether the person lets files be kept */
  readonly setting: { get(): boolean; set(on: boolean): void };
  readonly neighbours?: Neighbours | undefined;
}
