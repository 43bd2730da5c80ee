import { type DBSchema, openDB } from "idb";
import { type ByteStore, DatabaseBytes, type Directory, DirectoryBytes } from "./byte-store.js";
import type { IndexStore, KeptFile, KeptSet } from "./kept-files.js";

/** The database: the index, and the bytes where there is no private file system. */
export interface LibrarySchema extends DBSchema {
  files: { key: string; value: KeptFile };
  sets: { key: string; value: KeptSet };
  bytes: { key: string; value: Uint8Array<ArrayBuffer> };
}

const NAME = "leaklens";
const FOLDER = "profiles";

/** The two stores of the library in this browser. @throws where the browser refuses storage */
export async function browserStores(): Promise<{ index: IndexStore; bytes: ByteStore }> {
  const database = await openDB<LibrarySchema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("files", { keyPath: "hash" });
      db.createObjectStore("sets", { keyPath: "id" });
      db.createObjectStore("bytes");
    },
    // Another tab with a newer page must be able to change the database.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const index: IndexStore = {
    files: () => database.getAll("files"),
    sets: () => database.getAll("sets"),
    putFile: async (file) => void (await database.put("files", file)),
    putSet: async (set) => void (await database.put("sets", set)),
    removeFile: (hash) => database.delete("files", hash),
    removeSet: (id) => database.delete("sets", id),
    clear: async () => {
      await database.clear("files");
      await database.clear("sets");
    },
  };
  const directory = await privateDirectory();
  return { index, bytes: directory ? new DirectoryBytes(directory) : new DatabaseBytes(database) };
}

/** The directory for profiles; undefined where there is none that a page can write to. */
async function privateDirectory(): Promise<Directory | undefined> {
  const canWrite =
    typeof FileSystemFileHandle !== "undefined" &&
    "createWritable" in FileSystemFileHandle.prototype;
  if (!canWrite || !navigator.storage?.getDirectory) return undefined;
  try {
    const root = await navigator.storage.getDirectory();
    return (await root.getDirectoryHandle(FOLDER, { create: true })) as unknown as Directory;
  } catch {
    return undefined;
  }
}
