import type { Input, ReadControl } from "../../session/input.js";
import { MAX_COUNTED } from "../../session/input.js";
import { START_WORDS } from "../../words/page/start-words.js";

const MAX_DEPTH = 6;

const LOOKS_LIKE_ONE =
  /(\.(pb|gz|tgz|zst|zip|tar|pprof|prof|heap|heapprofile|cpuprofile|txt|text|folded|collapsed|massif|json|jfr|parquet)$|^heap|^profile|^goroutine)/i;

/** What to open of a drop or a paste: files, and those in folders, in order of names. */
export async function inputsOf(data: DataTransfer): Promise<Input[]> {
  // Entries must be taken at once: the list is empty after the first await.
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of data.items) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry?.();
    if (entry) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file) files.push(file);
    }
  }
  const found: Input[] = files.map(inputOfFile);
  for (const entry of entries) await walk(entry, 0, found);
  return found;
}

/** A file as an input. */
export function inputOfFile(file: File): Input {
  return {
    name: file.name,
    path: file.webkitRelativePath || file.name,
    file: async () => file,
    read: (control) => bytesOfFile(file, control),
  };
}

/** Smaller files are read at once; of larger ones it is told how far one is. */
const LARGE = 16 * 1048576;

async function bytesOfFile(file: File, control: ReadControl): Promise<Uint8Array> {
  if (file.size < LARGE) return new Uint8Array(await file.arrayBuffer());
  const bytes = new Uint8Array(file.size);
  const reader = file.stream().getReader();
  let got = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, got);
    if (control.signal.aborted) return bytes;
    bytes.set(value, got);
    got += value.length;
    control.onBytes(got, file.size);
  }
}

/** A file of a folder, which is asked for when it is read. */
function inputOfEntry(entry: FileSystemFileEntry): Input {
  const { name } = entry;
  const file = () =>
    new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch((error) => {
      throw unreadable(error);
    });
  return {
    name,
    path: entry.fullPath?.replace(/^\//, "") ?? name,
    file,
    read: async (control) => bytesOfFile(await file(), control),
  };
}

function unreadable(error: unknown): Error {
  return new Error(START_WORDS.unreadable(error instanceof Error ? error.message : String(error)));
}

/** An entry that cannot be had is an input that says so: the others of the drop are opened. */
async function walk(entry: FileSystemEntry, depth: number, found: Input[]): Promise<void> {
  try {
    await walkEntry(entry, depth, found);
  } catch (error) {
    found.push({ name: entry.name, read: () => Promise.reject(unreadable(error)) });
  }
}

/** All of a folder's files are found, though not all are opened: it is told how many are not. */
async function walkEntry(entry: FileSystemEntry, depth: number, found: Input[]): Promise<void> {
  if (found.length >= MAX_COUNTED || depth > MAX_DEPTH || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    found.push(inputOfEntry(entry as FileSystemFileEntry));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || children.length > MAX_COUNTED) break;
    children.push(...some);
  }
  children.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const child of children) {
    // Of a folder only what looks like a profile is opened: it may hold anything.
    if (child.isFile && !LOOKS_LIKE_ONE.test(child.name)) {
      continue;
    }
    await walk(child, depth + 1, found);
  }
}
