import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { InputError, Interrupted } from "../exit-code.js";

const WORDS = OUTPUT_WORDS.write;

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
    throw new InputError(`${path}: ${WORDS.failed(whyUnwritable(error))}`);
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

const REASONS = {
  ENOENT: "noFolder",
  ENOTDIR: "noFolder",
  EACCES: "notAllowed",
  EPERM: "notAllowed",
  EROFS: "notAllowed",
  EISDIR: "isFolder",
  ENOSPC: "noSpace",
  EDQUOT: "noSpace",
} as const;
const isKnown = (code: string): code is keyof typeof REASONS => Object.hasOwn(REASONS, code);

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function whyUnwritable(error: unknown): string {
  const code = codeOf(error);
  if (isKnown(code)) return WORDS[REASONS[code]];
  return error instanceof Error ? error.message : String(error);
}
