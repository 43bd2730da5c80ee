import type { Keeper } from "../session/file-store.js";
import type { FileRef } from "../view/view.js";
import { MAX_SETS, readLists } from "./kept-lists.js";
import { type KeptFile, type KeptSet, MAX_NAME, soundFile } from "./kept-record.js";
import type { LibraryParts, Room, Stores } from "./library-parts.js";
import { type Trouble, type TroubleKind, troubleOf } from "./storage-trouble.js";
import { READ_LIMIT, StoreConnection, WRITE_LIMIT } from "./store-connection.js";

/** All that is known of a library at a moment; a new object after each change. */
export interface LibraryState {
  /** newest use first */
  readonly files: readonly KeptFile[];
  /** newest use first; each file of a set is kept */
  readonly sets: readonly KeptSet[];
  /** the person lets files be kept */
  readonly on: boolean;
  /** why nothing can be kept, or was not; undefined where all is well */
  readonly trouble: Trouble | undefined;
  /** the person has read of this trouble: it is not shown again */
  readonly dismissed: boolean;
  /** files of this visit that could not be kept */
  readonly unkept: readonly Pick<KeptFile, "hash" | "name" | "size">[];
  readonly room: Room | undefined;
}

/**
 * The files that a person looked at, kept on disk for the next visit. Where storage is refused,
 * full, held up or damaged it keeps what it can, says so in its state, and no call of it fails:
 * the page works without.
 */
export class FileLibrary implements Keeper {
  private state: LibraryState;
  private readonly listeners = new Set<() => void>();
  private readonly connection: StoreConnection;

  constructor(private readonly parts: LibraryParts) {
    this.state = {
      files: [],
      sets: [],
      on: parts.setting.get(),
      trouble: undefined,
      dismissed: false,
      unkept: [],
      room: undefined,
    };
    this.connection = new StoreConnection(parts, {
      opened: (stores) => this.read(stores, true),
      trouble: (kind) => this.tell({ kind }),
      recovered: () => this.tell({ kind: undefined }),
    });
    parts.neighbours?.listen(() => {
      if (this.connection.wasNeeded) void this.refresh();
    });
  }

  /** For React's useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): LibraryState => this.state;

  /** Reads the lists again: another tab may have changed them. */
  async refresh(): Promise<void> {
    await this.connection.use((stores) => this.read(stores, false));
    await this.measure();
  }

  /** The bytes of a kept file; undefined where there are none, or other ones than were kept. */
  async get(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return await this.connection.use(async (stores) => {
      const bytes = await stores.bytes.read(hash);
      if (!bytes) {
        await this.read(stores, false);
        return undefined;
      }
      const found = await this.parts.hash(bytes);
      if (found === undefined || found === hash) return bytes;
      await this.remove(hash);
      this.tell({ kind: "damaged" });
      return undefined;
    }, READ_LIMIT);
  }

  async put(hash: string, name: string, bytes: Uint8Array): Promise<void> {
    if (!this.state.on) return;
    const now = this.parts.now();
    const file = await this.connection.use(async (stores) => {
      // What the disk has counts, not what this tab remembers: another one may have deleted it.
      const known = soundFile(await stores.index.file(hash));
      const isThere = (await stores.bytes.size(hash)) === bytes.length;
      // The list follows the bytes: a file that is listed is there.
      if (!isThere) await stores.bytes.write(hash, bytes);
      const row: KeptFile = known
        ? { ...known, used: now }
        : { hash, name: name.slice(0, MAX_NAME), size: bytes.length, kept: now, used: now };
      await stores.index.putFile(row);
      return row;
    }, WRITE_LIMIT);
    const others = this.state.unkept.filter((f) => f.hash !== hash);
    if (!file) {
      this.tell({ unkept: [...others, { hash, name, size: bytes.length }] });
      return;
    }
    const files = [file, ...this.state.files.filter((f) => f.hash !== hash)];
    this.tell({ files, unkept: others });
    if (others.length === 0 && this.state.trouble?.kind === "full") this.tell({ kind: undefined });
    await this.changed();
  }

  together(files: readonly FileRef[]): void {
    void this.remember(files);
  }

  /** As `together`, and says when it is done. */
  async remember(files: readonly FileRef[]): Promise<void> {
    if (!this.state.on || files.length === 0) return;
    await this.connection.use(async (stores) => {
      const known = new Map(this.state.files.map((f) => [f.hash, f]));
      const kept = files.flatMap(({ hash, size }) => {
        const name = known.get(hash)?.name;
        return name === undefined ? [] : [{ hash, name, size }];
      });
      if (kept.length < files.length) return;
      const set: KeptSet = {
        id: files.map((f) => f.hash).join(" "),
        files: kept,
        used: this.parts.now(),
      };
      await stores.index.putSet(set);
      const sets = [set, ...this.state.sets.filter((s) => s.id !== set.id)];
      for (const old of sets.slice(MAX_SETS)) await stores.index.removeSet(old.id);
      this.tell({ sets: sets.slice(0, MAX_SETS) });
    });
    await this.changed();
  }

  /** Gives a kept file another name; blank leaves it as it is. */
  async rename(hash: string, name: string): Promise<void> {
    const clean = name.trim().slice(0, MAX_NAME);
    if (clean === "") return;
    await this.connection.use(async (stores) => {
      const known = soundFile(await stores.index.file(hash));
      if (!known) return;
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
    await this.changed();
  }

  /** Deletes a file, and the sets that it was part of. */
  async remove(hash: string): Promise<void> {
    await this.connection.use((stores) => this.removeFrom(stores, hash));
    await this.changed();
  }

  /** Deletes the files used longest ago until `bytes` are free, or none is left. */
  async makeRoom(bytes: number): Promise<void> {
    let freed = 0;
    for (const file of [...this.state.files].reverse()) {
      if (freed >= bytes) return;
      await this.remove(file.hash);
      freed += file.size;
    }
  }

  /** Deletes everything that is kept. */
  async clear(): Promise<void> {
    await this.connection.use(async (stores) => {
      await stores.index.clear();
      await stores.bytes.clear();
      this.tell({ files: [], sets: [], unkept: [], kind: undefined });
    });
    await this.changed();
  }

  /** Lets files be kept, or not; what is kept stays until it is deleted. */
  setOn(on: boolean): void {
    this.parts.setting.set(on);
    this.tell({ on, kind: undefined });
  }

  /** The person has read of the trouble: the same kind is not shown again in this visit. */
  dismiss(): void {
    this.tell({ dismissed: true });
  }

  private async removeFrom(stores: Stores, hash: string): Promise<void> {
    await stores.index.removeFile(hash);
    await stores.bytes.remove(hash);
    const has = (set: KeptSet): boolean => set.files.some((f) => f.hash === hash);
    for (const set of this.state.sets.filter(has)) await stores.index.removeSet(set.id);
    this.tell({
      files: this.state.files.filter((f) => f.hash !== hash),
      sets: this.state.sets.filter((set) => !has(set)),
    });
  }

  private async read(stores: Stores, first: boolean): Promise<void> {
    const { files, sets, damaged } = await readLists(stores, this.parts.now(), first);
    this.tell(damaged > 0 ? { files, sets, kind: "damaged" } : { files, sets });
  }

  /** After a change of this tab: other tabs hear of it, and the room is measured again. */
  private async changed(): Promise<void> {
    this.parts.neighbours?.changed();
    await this.measure();
  }

  private async measure(): Promise<void> {
    const room = await this.parts.room().catch(() => undefined);
    this.tell({ room });
  }

  /** A new state; `kind` is that of the trouble, where it changes. */
  private tell(change: Partial<LibraryState> & { kind?: TroubleKind | undefined }): void {
    const { kind, ...rest } = change;
    const next = { ...this.state, ...rest };
    if ("kind" in change) {
      const same = kind === this.state.trouble?.kind;
      const trouble = kind && troubleOf(kind);
      this.state = { ...next, trouble, dismissed: same && next.dismissed };
    } else this.state = next;
    for (const listener of this.listeners) listener();
  }
}
