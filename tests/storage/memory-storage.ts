import { createHash } from "node:crypto";
import { type Directory, DirectoryBytes } from "../../src/storage/byte-store.js";
import { FileLibrary } from "../../src/storage/file-library.js";
import type { KeptFile, KeptSet } from "../../src/storage/kept-record.js";
import type { IndexStore, LibraryParts, Stores } from "../../src/storage/library-parts.js";

/** A directory in memory, with the errors that a real one gives. */
class MemoryDirectory implements Directory {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** bytes that fit; what is written beyond it is refused as by a browser */
  quota = Number.POSITIVE_INFINITY;

  async getFileHandle(name: string, options: { create?: boolean } = {}) {
    if (!this.files.has(name)) {
      if (!options.create) throw named("NotFoundError");
      this.files.set(name, new Uint8Array(0));
    }
    let written: Uint8Array<ArrayBuffer> | undefined;
    return {
      getFile: async () => ({
        size: this.files.get(name)!.length,
        arrayBuffer: async () => this.files.get(name)!.slice().buffer,
      }),
      createWritable: async () => ({
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          if (this.used() + bytes.length > this.quota) throw named("QuotaExceededError");
          written = bytes.slice();
        },
        close: async () => {
          if (written) this.files.set(name, written);
        },
        abort: async () => {},
      }),
    };
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.files.delete(name)) throw named("NotFoundError");
  }

  async *keys(): AsyncIterable<string> {
    yield* [...this.files.keys()];
  }

  used(): number {
    return [...this.files.values()].reduce((n, f) => n + f.length, 0);
  }
}

class MemoryIndex implements IndexStore {
  readonly kept = new Map<unknown, unknown>();
  readonly together = new Map<unknown, unknown>();
  files = async () => [...this.kept.values()];
  sets = async () => [...this.together.values()];
  putFile = async (file: KeptFile) => void this.kept.set(file.hash, file);
  putSet = async (set: KeptSet) => void this.together.set(set.id, set);
  file = async (hash: string) => this.kept.get(hash);
  removeFile = async (key: unknown) => void this.kept.delete(key);
  removeSet = async (key: unknown) => void this.together.delete(key);
  clear = async () => {
    this.kept.clear();
    this.together.clear();
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A disk, and libraries that use it one after the other as visits of a page do. */
export function memoryDisk() {
  const directory = new MemoryDirectory();
  const index = new MemoryIndex();
  const stores = (): Stores => ({
    index,
    bytes: new DirectoryBytes(directory),
    close: () => {},
  });
  let on = true;
  let clock = 1000;
  const parts: LibraryParts = {
    stores: async () => stores(),
    room: async () => ({ used: directory.used(), quota: directory.quota }),
    hash: async (bytes) => sha256(bytes),
    now: () => ++clock,
    setting: {
      get: () => on,
      set: (value) => {
        on = value;
      },
    },
  };
  const visit = (change: Partial<LibraryParts> = {}) => new FileLibrary({ ...parts, ...change });
  return { directory, index, stores, visit };
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}
