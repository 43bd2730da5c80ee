import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type IndexFile, writeIndexList } from "../../fleet/index-list.js";
import { INDEX_LIST } from "../../fleet/index-scheme.js";
import { TABLES_WORDS } from "../../words/terminal/tables-words.js";
import { InputError } from "../exit-code.js";
import { writeWhole } from "../output/write-file.js";
import { TABLE_NAMES, type TableName } from "./schema.js";

/** After so many attempts others write so often that the last of them will list all. */
const ATTEMPTS = 20;
/** So many files are asked for their size at a time. */
const AT_ONCE = 64;

/**
 * Writes the list of an index's files, which an address cannot give. Processes that share the
 * folder need not know of each other: each lists what is there once its own files are, and looks
 * again once its list is written, so that the list that stays has all files.
 * @returns files that the list has
 * @throws InputError where the folder cannot be read or written
 */
export async function writeList(folder: string, signal: AbortSignal): Promise<number> {
  const path = join(folder, INDEX_LIST);
  const written = await textOf(path);
  let files = await filesOf(folder);
  let text = writeIndexList(files, TABLE_NAMES);
  if (files.length === 0 || text === written) return files.length;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await writeWhole(path, new TextEncoder().encode(text), signal);
    files = await filesOf(folder);
    const now = writeIndexList(files, TABLE_NAMES);
    if (now === text && (await textOf(path)) === text) break;
    text = now;
  }
  return files.length;
}

async function filesOf(folder: string): Promise<IndexFile[]> {
  const all = await Promise.all(TABLE_NAMES.map((table) => filesOfTable(folder, table)));
  return all.flat();
}

async function filesOfTable(folder: string, table: TableName): Promise<IndexFile[]> {
  const root = join(folder, table);
  const entries = await there(readdir(root, { withFileTypes: true, recursive: true }), folder);
  // Others may be writing: what begins with a point is not whole yet.
  const files = (entries ?? []).filter(
    (e) => e.isFile() && e.name.endsWith(".parquet") && !e.name.startsWith("."),
  );
  const found: IndexFile[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE).map(async ({ name, parentPath }) => {
      const facts = await there(stat(join(parentPath, name)), folder);
      const below = relative(root, parentPath).split(sep).join("/");
      return facts && { table, folder: below, name, size: facts.size };
    });
    for (const file of await Promise.all(some)) if (file) found.push(file);
  }
  return found;
}

/** What is asked of the disk; undefined where it is not there. @throws InputError */
async function there<T>(asked: Promise<T>, folder: string): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`${folder}: ${TABLES_WORDS.notListed(why)}`);
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
