import type { Keeper } from "../session/file-store.js";
import type { FileRef } from "../view/view.js";
import type { ByteStore } from "./byte-store.js";

/** A file that is kept. Times are milliseconds since 1970. */
export interface KeptFile {
  /** SHA-256 of the bytes, lower-case hex */
  readonly hash: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
  readonly kept: number;
  readonly used: number;
}

/** Files that were looked at together, in their order. */
export interface KeptSet {
  /** the hashes in their order */
  readonly id: string;
  readonly files: readonly {
    readonly hash: string;
    readonly name: string;
    readonly size: number;
  }[];
  readonly used: number;
}

/** Where the list of what is kept is. */
export interface IndexStore {
  files(): Promise<KeptFile[]>;
  sets(): Promise<KeptSet[]>;
  putFile(file: KeptFile): Promise<void>;
  putSet(set: KeptSet): Promise<void>;
  removeFile(hash: string): Promise<void>;
  removeSet(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** Bytes that the page uses on disk, and how many the browser would let it use. */
export interface Room {
  readonly used: number;
  readonly quota: number;
}

/** What a library is made of; all of it can be replaced in tests. */
export interface LibraryParts {
  /** @throws where the browser refuses storage */
  stores(): Promise<{ index: IndexStore; bytes: ByteStore }>;
  /** undefined where the browser does not say */
  room(): Promise<Room | undefined>;
  /** SHA-256 as lower-case hex; undefined where it cannot be computed here */
  hash(bytes: Uint8Array): Promise<string | undefined>;
  now(): number;
  /** whether the person lets files be kept */
  readonly setting: { get(): boolean; set(on: boolean): void };
}

/** All that is known of a library at a moment; a new object after each change. */
export interface LibraryState {
  /** newest use first */
  readonly files: readonly KeptFile[];
  /** newest use first; each file of a set is kept */
  readonly sets: readonly KeptSet[];
  /** the person lets files be kept */
  readonly on: boolean;
  /** why nothing can be kept, or was not; "" where all is well */
  readonly trouble: string;
  readonly room: Room | undefined;
}

/** So many sets are remembered; the longest unused is forgotten first. */
export const MAX_SETS = 50;
/** Longer names are cut: they come with files from anywhere. */
const MAX_NAME = 300;

/**
 * The files that a person looked at, kept on disk for the next visit. Where storage is refused it
 * keeps nothing, says so in its state, and no call of it fails: the page works without.
 */
export class Library implements Keeper {
  private state: LibraryState;
  private readonly listeners = new Set<() => void>();
  private opened: Promise<{ index: IndexStore; bytes: ByteStore } | undefined> | undefined;

  constructor(private readonly parts: LibraryParts) {
    this.state = { files: [], sets: [], on: parts.setting.get(), trouble: "", room: undefined };
  }

  /** For React's useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): LibraryState => this.state;

  /** Reads the lists anew: another tab may have changed them. */
  async refresh(): Promise<void> {
    const stores = await this.stores();
    if (!stores) return;
    await this.guarded(async () => {
      const files = (await stores.index.files()).sort(newestFirst);
      const known = new Set(files.map((f) => f.hash));
      const all = (await stores.index.sets()).sort(newestFirst);
      const sets = all.filter((set) => set.files.every((f) => known.has(f.hash)));
      for (const set of all) {
        if (!sets.includes(set) || sets.indexOf(set) >= MAX_SETS) {
          await stores.index.removeSet(set.id);
        }
      }
      this.tell({ files, sets: sets.slice(0, MAX_SETS) });
    });
    await this.measure();
  }

  /** The bytes of a kept file; undefined where there are none, or other ones than were kept. */
  async get(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const stores = await this.stores();
    if (!stores) return undefined;
    return await this.guarded(async () => {
      const bytes = await stores.bytes.read(hash);
      if (!bytes) return undefined;
      const found = await this.parts.hash(bytes);
      if (found === undefined || found === hash) return bytes;
      await this.remove(hash);
      this.tell({ trouble: "a kept file was damaged on disk and is no longer kept" });
      return undefined;
    });
  }

  async put(hash: string, name: string, bytes: Uint8Array): Promise<void> {
    if (!this.state.on) return;
    const stores = await this.stores();
    if (!stores) return;
    const known = this.state.files.find((f) => f.hash === hash);
    const now = this.parts.now();
    const file: KeptFile = known
      ? { ...known, used: now }
      : { hash, name: name.slice(0, MAX_NAME), size: bytes.length, kept: now, used: now };
    await this.guarded(async () => {
      // The list follows the bytes: a file that is listed is there.
      if (!known) await stores.bytes.write(hash, bytes);
      await stores.index.putFile(file);
      this.tell({ files: [file, ...this.state.files.filter((f) => f.hash !== hash)] });
    });
    if (!known) await this.measure();
  }

  together(files: readonly FileRef[]): void {
    void this.remember(files);
  }

  /** As `together`, and says when it is done. */
  async remember(files: readonly FileRef[]): Promise<void> {
    if (!this.state.on || files.length === 0) return;
    const stores = await this.stores();
    if (!stores) return;
    const known = new Map(this.state.files.map((f) => [f.hash, f]));
    if (!files.every((f) => known.has(f.hash))) return;
    const set: KeptSet = {
      id: files.map((f) => f.hash).join(" "),
      files: files.map(({ hash, size }) => ({ hash, name: known.get(hash)!.name, size })),
      used: this.parts.now(),
    };
    await this.guarded(async () => {
      await stores.index.putSet(set);
      const sets = [set, ...this.state.sets.filter((s) => s.id !== set.id)];
      for (const old of sets.slice(MAX_SETS)) await stores.index.removeSet(old.id);
      this.tell({ sets: sets.slice(0, MAX_SETS) });
    });
  }

  /** Gives a kept file another name; blank leaves it as it is. */
  async rename(hash: string, name: string): Promise<void> {
    const clean = name.trim().slice(0, MAX_NAME);
    const known = this.state.files.find((f) => f.hash === hash);
    const stores = await this.stores();
    if (!known || !stores || clean === "") return;
    await this.guarded(async () => {
      const file = { ...known, name: clean };
      await stores.index.putFile(file);
      const sets = this.state.sets.map((set) =>
        set.files.some((f) => f.hash === hash)
          ? { ...set, files: set.files.map((f) => (f.hash === hash ? { ...f, name: clean } : f)) }
          : set,
      );
      for (const [i, set] of sets.entries()) {
        if (set !== this.state.sets[i]) await stores.index.putSet(set);
      }
      this.tell({ files: this.state.files.map((f) => (f.hash === hash ? file : f)), sets });
    });
  }

  /** Deletes a file, and the sets that it was part of. */
  async remove(hash: string): Promise<void> {
    const stores = await this.stores();
    if (!stores) return;
    await this.guarded(async () => {
      await stores.index.removeFile(hash);
      await stores.bytes.remove(hash);
      const has = (set: KeptSet): boolean => set.files.some((f) => f.hash === hash);
      for (const set of this.state.sets.filter(has)) await stores.index.removeSet(set.id);
      this.tell({
        files: this.state.files.filter((f) => f.hash !== hash),
        sets: this.state.sets.filter((set) => !has(set)),
      });
    });
    await this.measure();
  }

  /** Deletes everything that is kept. */
  async clear(): Promise<void> {
    const stores = await this.stores();
    if (!stores) return;
    await this.guarded(async () => {
      await stores.index.clear();
      await stores.bytes.clear();
      this.tell({ files: [], sets: [], trouble: "" });
    });
    await this.measure();
  }

  /** Whether files are kept from now on. What is kept already stays until it is deleted. */
  setOn(on: boolean): void {
    this.parts.setting.set(on);
    this.tell({ on, trouble: "" });
  }

  private async measure(): Promise<void> {
    const room = await this.parts.room().catch(() => undefined);
    this.tell({ room });
  }

  /** The stores, opened when they are first needed and with their lists read. */
  private stores() {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open() {
    try {
      const stores = await this.parts.stores();
      const files = (await stores.index.files()).sort(newestFirst);
      const sets = (await stores.index.sets()).sort(newestFirst);
      this.tell({ files, sets });
      return stores;
    } catch {
      this.tell({
        trouble:
          "this browser gives the page no storage (a private window, or cookies are blocked): nothing is kept",
      });
      return undefined;
    }
  }

  /** Does what may fail; a failure is told in the state. */
  private async guarded<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const full = error instanceof Error && error.name === "QuotaExceededError";
      this.tell({
        trouble: full
          ? "the browser's room for this page is full: the file was not kept, delete some"
          : "the browser's storage failed: the file may not be kept",
      });
      return undefined;
    }
  }

  private tell(change: Partial<LibraryState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function newestFirst(a: { readonly used: number }, b: { readonly used: number }): number {
  return b.used - a.used;
}
