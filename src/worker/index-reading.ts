import { pathOf, readIndexList } from "../fleet/index-list.js";
import { INDEX_LIST, webAddressOfIndex } from "../fleet/index-scheme.js";
import type { RandomAccess } from "../fleet/random-access.js";
import { type FileProblem, readIndex } from "../fleet/read-index.js";
import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";
import type { IndexAnswer, IndexProgress, IndexSource } from "./index-protocol.js";
import { rangedFile, textAt } from "./ranged-file.js";

/** A list of files is no larger, in bytes. */
const MAX_LIST = 1 << 26;
/** Tables that the page shows something of. */
const TABLES = ["profiles", "kinds"];
/** So many files that could not be read are named. */
const NAMED = 20;
/** Progress is told no more often, in milliseconds. */
const TOLD_MS = 100;

/**
 * Reads an index from where it is.
 * @throws ProfileError in words
 */
export async function readIndexFrom(
  source: IndexSource,
  progress: IndexProgress,
): Promise<IndexAnswer> {
  const files =
    source.kind === "files" ? source.files.map(localFile) : await filesAt(source.address);
  let told = 0;
  const { fleet, problems } = await readIndex(files, (done, of) => {
    const now = performance.now();
    if (now - told < TOLD_MS && done < of) return;
    told = now;
    progress(done, of);
  });
  return { fleet, problems: problems.slice(0, NAMED).map(said), failed: problems.length };
}

function said({ name, error }: FileProblem) {
  return { name, message: error instanceof Error ? error.message : String(error) };
}

function localFile({ path, file }: { path: string; file: File }): RandomAccess {
  return {
    name: path,
    path,
    size: async () => file.size,
    read: async (start, end) => {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new ProfileError(FLEET_WORDS.unreadable(why), { hint: FLEET_WORDS.unreadableHint });
      }
    },
  };
}

/** The files of an index at an address: those of its list, or the one file that it names. */
async function filesAt(address: string): Promise<RandomAccess[]> {
  const url = new URL(webAddressOfIndex(address));
  if (/\.parquet$/i.test(url.pathname)) return filesBeside(url);
  const base = new URL(url);
  base.pathname = url.pathname.replace(/leaklens-index\.json$/, "").replace(/\/*$/, "/");
  const list = new URL(base);
  list.pathname += INDEX_LIST;
  return readIndexList(await textAt(list, MAX_LIST))
    .filter(({ table }) => TABLES.includes(table))
    .map((file) => {
      const at = new URL(base);
      at.pathname += pathOf(file).split("/").map(escaped).join("/");
      return rangedFile(at, pathOf(file), file.size);
    });
}

/** One table is nothing without the other one, which lies in the folder beside it. */
function filesBeside(url: URL): RandomAccess[] {
  const path = url.pathname.slice(1);
  const folder = /(?:^|\/)(profiles|kinds)(?=\/|\.parquet$)/g;
  const [last] = [...path.matchAll(folder)].slice(-1);
  if (!last) return [rangedFile(url, path)];
  const at = last.index + last[0].length - (last[1]?.length ?? 0);
  return TABLES.map((table) => {
    const other = path.slice(0, at) + table + path.slice(at + (last[1]?.length ?? 0));
    const address = new URL(url);
    address.pathname = `/${other}`;
    return rangedFile(address, `${table}/${decodedOf(other)}`);
  });
}

function decodedOf(path: string): string {
  // Folders are escaped once by Hive: their own escapes stay.
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A part of a path in an address: an escape of Hive's own is escaped once more. */
function escaped(part: string): string {
  return encodeURIComponent(part).replaceAll("%3D", "=");
}
