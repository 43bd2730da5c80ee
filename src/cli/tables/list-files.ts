import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Io } from "../command.js";
import { InputError } from "../exit-code.js";
import { STDIN } from "../input/input.js";

/** What is no profile, though it lies among them. */
const OTHERS = /^\.|^leaklens-(?:recording|index)\.json$|\.(?:parquet|md)$/;

/**
 * All files to index, each once, in order of their paths, so that each process that is given the
 * same sees the same list: what is named, all files below folders that are named, and the lines of
 * a list.
 * @param list a file with a path a line, or - for standard input
 * @throws InputError where a list or a folder cannot be read
 */
export async function listFiles(
  named: readonly string[],
  list: string | undefined,
  io: Io,
): Promise<string[]> {
  const all = new Set<string>();
  for (const path of [...named, ...(list === undefined ? [] : await linesOf(list, io))]) {
    for (const file of await below(path)) all.add(file);
  }
  return [...all].sort();
}

async function linesOf(list: string, io: Io): Promise<string[]> {
  try {
    const bytes = list === STDIN ? await io.stdin() : await readFile(list);
    return new TextDecoder()
      .decode(bytes)
      .split(/\r?\n/)
      .filter((line) => line !== "");
  } catch (error) {
    throw new InputError(`${list}: ${INPUT_WORDS.read.failed(whyOf(error))}`);
  }
}

/** The path itself, or the files below it, as deep as they are; links to folders are not followed. */
async function below(path: string): Promise<string[]> {
  if (/^https?:/i.test(path) || path === STDIN) return [path];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile() && !OTHERS.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !file
            .slice(path.length)
            .split(/[\\/]/)
            .some((part) => part.startsWith(".")),
      );
  } catch (error) {
    // A file that is not there is told when it is its turn, and does not keep the others from it.
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") return [path];
    throw new InputError(`${path}: ${INPUT_WORDS.read.failed(whyOf(error))}`);
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
