import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";

const WORDS = FLEET_WORDS.list;

/** The form of the list that is written, and the newest that is read. */
const VERSION = 1;
const MAX_FILES = 500_000;
/** A name of a folder or a file: nothing that leads elsewhere in a path or an address. */
const NAME = /^(?!\.{1,2}$)[^/\\?#\p{Cc}]{1,255}$/u;
const MAX_DEPTH = 8;

/** A Parquet file of an index. */
export interface IndexFile {
  /** profiles, kinds, ... */
  readonly table: string;
  /** folders below the table's: "day=2026-11-20/cluster=prod-1"; "" for none */
  readonly folder: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
}

/** Where a file lies below the index. */
export function pathOf({ table, folder, name }: IndexFile): string {
  return [table, folder, name].filter((part) => part !== "").join("/");
}

/**
 * The text of a list. The same files give the same text, in whichever order they come.
 * @param tables the order in which sizes stand
 */
export function writeIndexList(files: readonly IndexFile[], tables: readonly string[]): string {
  const folders = new Map<string, Map<string, number[]>>();
  for (const { table, folder, name, size } of files) {
    const names = folders.get(folder) ?? new Map<string, number[]>();
    folders.set(folder, names);
    const sizes = names.get(name) ?? tables.map(() => 0);
    names.set(name, sizes);
    sizes[tables.indexOf(table)] = size;
  }
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const lines = sorted(folders).map(([folder, names]) => {
    const rows = sorted(names).map(([name, sizes]) => `${JSON.stringify(name)}:[${sizes.join()}]`);
    return `${JSON.stringify(folder)}:{\n${rows.join(",\n")}}`;
  });
  const head = `"leaklens-index":${VERSION},"tables":${JSON.stringify(tables)}`;
  return `{${head},"folders":{${lines.join(",\n")}}}\n`;
}

/**
 * Reads a list, which is not trusted.
 * @throws ProfileError that says what is wrong with it
 */
export function readIndexList(text: string): IndexFile[] {
  if (/^\s*</.test(text)) throw new ProfileError(WORDS.page, { hint: WORDS.pageHint });
  let all: unknown;
  try {
    all = JSON.parse(text);
  } catch {
    throw new ProfileError(WORDS.noJson, { hint: WORDS.noJsonHint });
  }
  const { "leaklens-index": version, tables, folders } = recordOf(all);
  if (typeof version === "number" && version > VERSION) {
    throw new ProfileError(WORDS.newer(version), { hint: WORDS.newerHint });
  }
  if (version !== VERSION || !Array.isArray(tables)) {
    throw new ProfileError(WORDS.noList, { hint: WORDS.noJsonHint });
  }
  const files: IndexFile[] = [];
  for (const [folder, names] of Object.entries(recordOf(folders))) {
    checkFolder(folder);
    for (const [name, sizes] of Object.entries(recordOf(names))) {
      if (!NAME.test(name)) throw badPath(name);
      for (const [i, table] of tables.entries()) {
        if (typeof table !== "string" || !NAME.test(table)) throw badPath(String(table));
        const size: unknown = Array.isArray(sizes) ? sizes[i] : undefined;
        if (size === 0) continue;
        const file = { table, folder, name, size: Number(size) };
        if (!Number.isSafeInteger(size) || file.size < 0) {
          throw new ProfileError(WORDS.badSize(shown(pathOf(file))), { hint: WORDS.noJsonHint });
        }
        if (files.push(file) > MAX_FILES) {
          throw new ProfileError(WORDS.tooLong(MAX_FILES), { hint: WORDS.tooLongHint });
        }
      }
    }
  }
  return files;
}

function checkFolder(folder: string): void {
  if (folder === "") return;
  const parts = folder.split("/");
  if (parts.length > MAX_DEPTH || !parts.every((part) => NAME.test(part))) throw badPath(folder);
}

function badPath(path: string): ProfileError {
  return new ProfileError(WORDS.badPath(shown(path)), { hint: WORDS.noJsonHint });
}

const shown = (text: string) => text.slice(0, 80);

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
