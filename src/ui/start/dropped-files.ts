import type { Input } from "../../session/session.js";

const MAX_FOUND = 256;
const MAX_DEPTH = 6;

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
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

async function walk(entry: FileSystemEntry, depth: number, found: Input[]): Promise<void> {
  if (found.length >= MAX_FOUND || depth > MAX_DEPTH || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push(inputOfFile(file));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || children.length > MAX_FOUND) break;
    children.push(...some);
  }
  children.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const child of children) {
    // Of a folder only what looks like a profile is opened: it may hold anything.
    if (
      child.isFile &&
      !/(\.(pb|gz|pprof|prof|heap|heapprofile|txt|folded)$|^heap|^profile)/i.test(child.name)
    ) {
      continue;
    }
    await walk(child, depth + 1, found);
  }
}
