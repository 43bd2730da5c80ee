import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { DatabaseBytes, type Directory, DirectoryBytes } from "./byte-store.js";
import type { KeptFile, KeptSet } from "./kept-record.js";
import type { IndexStore, Stores } from "./library-parts.js";

/** The database: the index, and the bytes where there is no private file system. */
export interface LibrarySchema extends DBSchema {
  files: { key: string; value: KeptFile };
  sets: { key: string; value: KeptSet };
  bytes: { key: string; value: Uint8Array<ArrayBuffer> };
}

const NAME = "leaklens";
const VERSION = 1;
const STORES = ["files", "sets", "bytes"] as const;
const FOLDER = "profiles";

/**
 * The two stores of the library in this browser.
 *
 * @param lost called when another tab, or the browser, takes the database away
 * @throws where the browser refuses storage
 */
export async function browserStores(lost: () => void): Promise<Stores> {
  const database = await soundDatabase(lost);
  const directory = await privateDirectory();
  return {
    index: indexOf(database),
    bytes: directory ? new DirectoryBytes(directory) : new DatabaseBytes(database),
    close: () => database.close(),
  };
}

/** The database with all of its stores: one that lacks any holds nothing, and is made again. */
async function soundDatabase(lost: () => void): Promise<IDBPDatabase<LibrarySchema>> {
  const database = await openDatabase(lost);
  if (STORES.every((name) => database.objectStoreNames.contains(name))) return database;
  database.close();
  await deleteDB(NAME);
  return await openDatabase(lost);
}

function openDatabase(lost: () => void): Promise<IDBPDatabase<LibrarySchema>> {
  return openDB<LibrarySchema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore("files", { keyPath: "hash" });
      db.createObjectStore("sets", { keyPath: "id" });
      db.createObjectStore("bytes");
    },
    // Another tab with a newer page must be able to change the database.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
}

function indexOf(database: IDBPDatabase<LibrarySchema>): IndexStore {
  return {
    files: () => database.getAll("files"),
    sets: () => database.getAll("sets"),
    file: (hash) => database.get("files", hash),
    putFile: async (file) => void (await database.put("files", file)),
    putSet: async (set) => void (await database.put("sets", set)),
    // A damaged record has whatever key it was given.
    removeFile: (key) => database.delete("files", key as string),
    removeSet: (key) => database.delete("sets", key as string),
    clear: async () => {
      await database.clear("files");
      await database.clear("sets");
    },
  };
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
