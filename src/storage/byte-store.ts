import type { IDBPDatabase } from "idb";
import type { LibrarySchema } from "./database.js";

/** Where the bytes of kept files are; each has the SHA-256 of its bytes as its name. */
export interface ByteStore {
  /** The names of all that is there. */
  hashes(): Promise<ReadonlySet<string>>;
  /** How many bytes there are of that name; 0 where there are none. */
  size(hash: string): Promise<number>;
  read(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  write(hash: string, bytes: Uint8Array): Promise<void>;
  /** Nothing happens where there is no such file. */
  remove(hash: string): Promise<void>;
  clear(): Promise<void>;
}

/** What of a directory handle is used; the tests give one that lives in memory. */
export interface Directory {
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
}

export interface FileHandle {
  getFile(): Promise<{ readonly size: number; arrayBuffer(): Promise<ArrayBuffer> }>;
  createWritable(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

/** Files in a directory of the origin's private file system, one for each hash. */
export class DirectoryBytes implements ByteStore {
  constructor(private readonly directory: Directory) {}

  async hashes(): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    for await (const name of this.directory.keys()) names.add(name);
    return names;
  }

  async size(hash: string): Promise<number> {
    try {
      const handle = await this.directory.getFileHandle(hash);
      return (await handle.getFile()).size;
    } catch (error) {
      if (isNotFound(error)) return 0;
      throw error;
    }
  }

  async read(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const handle = await this.directory.getFileHandle(hash);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async write(hash: string, bytes: Uint8Array): Promise<void> {
    const handle = await this.directory.getFileHandle(hash, { create: true });
    const writable = await handle.createWritable();
    try {
      await writable.write(bytes as Uint8Array<ArrayBuffer>);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => {});
      await this.remove(hash).catch(() => {});
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    try {
      await this.directory.removeEntry(hash);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  async clear(): Promise<void> {
    for (const name of await this.hashes()) await this.remove(name);
  }
}

/** Bytes in the database, for browsers without a private file system that can be written. */
export class DatabaseBytes implements ByteStore {
  constructor(private readonly database: IDBPDatabase<LibrarySchema>) {}

  async hashes(): Promise<ReadonlySet<string>> {
    return new Set(await this.database.getAllKeys("bytes"));
  }

  async size(hash: string): Promise<number> {
    const bytes: unknown = await this.database.get("bytes", hash);
    return bytes instanceof Uint8Array ? bytes.length : 0;
  }

  async read(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const bytes: unknown = await this.database.get("bytes", hash);
    return bytes instanceof Uint8Array ? (bytes as Uint8Array<ArrayBuffer>) : undefined;
  }

  async write(hash: string, bytes: Uint8Array): Promise<void> {
    await this.database.put("bytes", bytes as Uint8Array<ArrayBuffer>, hash);
  }

  async remove(hash: string): Promise<void> {
    await this.database.delete("bytes", hash);
  }

  async clear(): Promise<void> {
    await this.database.clear("bytes");
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === "NotFoundError";
}
