import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError, Interrupted } from "../exit-code.js";

/** What is written at once, in bytes: between two pieces an interruption is seen. */
const PIECE = 1 << 22;

/**
 * Writes a file whole or not at all: its bytes go into a new file beside it, which then takes its
 * name. Where anything fails, or the person interrupts, a file of that name stays as it was.
 * What is no plain file (a device, a pipe) is written to as it is.
 *
 * @throws InputError that names the file; Interrupted
 */
export async function writeWhole(path: string, bytes: Uint8Array, signal: AbortSignal) {
  if (signal.aborted) throw new Interrupted();
  try {
    const there = await statOf(path);
    if (there && !there.isFile()) await writeFile(path, bytes, { signal });
    else await replace(there ? await realpath(path) : path, bytes, there?.mode, signal);
  } catch (error) {
    if (signal.aborted) throw new Interrupted();
    throw new InputError(`${path}: it cannot be written: ${whyUnwritable(error)}`);
  }
}

async function replace(
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const beside = join(dirname(path), `.leaklens-${randomBytes(6).toString("hex")}`);
  let file: FileHandle;
  try {
    file = await open(beside, "wx", mode);
  } catch (error) {
    // A file that may be written in a folder that may not: there is no place beside it.
    if (mode === undefined || !["EACCES", "EPERM"].includes(codeOf(error))) throw error;
    await writeFile(path, bytes, { signal });
    return;
  }
  try {
    try {
      for (let at = 0; at < bytes.length; at += PIECE) {
        if (signal.aborted) throw new Interrupted();
        await file.writeFile(bytes.subarray(at, at + PIECE));
      }
      // A full disk may show only now.
      await file.sync();
    } finally {
      await file.close();
    }
    if (signal.aborted) throw new Interrupted();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "it may not be written",
  EISDIR: "it is a folder",
  ENOSPC: "no space is left",
  EDQUOT: "no space is left",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function whyUnwritable(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
