import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import { InputError } from "../exit-code.js";

const WORDS = RECORD_WORDS.manifest;

/** What a recording's folder tells about itself; the name says which file it is of all formats. */
export const MANIFEST = "leaklens-recording.json";

/** One profile of a recording. Sizes are bytes, times of day ISO 8601 in UTC. */
export interface RecordedProfile {
  /** in the same folder */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** one process and its successors: namespace/pod, or the address */
  readonly target: string;
  readonly namespace: string | null;
  readonly pod: string | null;
  readonly node: string | null;
  readonly image: string | null;
  /** of an API server, as /version tells it */
  readonly release: string | null;
  /** when it was asked for, by the recorder's clock */
  readonly asked: string;
  /** milliseconds until it was there */
  readonly took: number;
  /** milliseconds by which the server's clock goes before the recorder's */
  readonly skew: number | null;
  /** in use by the profile itself */
  readonly heap: number | null;
  readonly rss: number | null;
  readonly limit: number | null;
  /** when the process started, by its own clock */
  readonly started: string | null;
  readonly restarts: number | null;
}

/** Something that could not be recorded. */
export interface RecordedError {
  readonly time: string;
  readonly target: string;
  readonly error: string;
}

/** The manifest of a recording's folder. Fields may be added, never renamed. */
export interface Manifest {
  readonly version: 1;
  readonly cluster: string | null;
  readonly context: string | null;
  readonly server: string | null;
  readonly begun: string;
  /** the last time that the folder was written */
  readonly written: string;
  /** milliseconds */
  readonly interval: number;
  readonly gc: boolean;
  /** what crossed its mark, and when; null where nothing was waited for or nothing crossed */
  readonly crossed: {
    readonly target: string;
    readonly what: string;
    readonly time: string;
  } | null;
  /** in the order in which they were asked for */
  readonly profiles: readonly RecordedProfile[];
  /** the last ones */
  readonly errors: readonly RecordedError[];
}

/** More than this is no manifest of ours. */
const MAX_MANIFEST = 64 << 20;

/**
 * The manifest of a folder; undefined where it has none.
 * @throws InputError where there is one that cannot be read
 */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    const bytes = await readFile(path);
    if (bytes.length > MAX_MANIFEST) throw new Error(WORDS.tooLarge(MAX_MANIFEST >> 20));
    text = bytes.toString("utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}: ${INPUT_WORDS.read.failed(why)}`);
  }
  return parseManifest(text, path);
}

/**
 * Reads a manifest.
 * @param path what messages call it
 * @throws InputError where it is none, or names files outside of its folder
 */
export function parseManifest(text: string, path: string): Manifest {
  let found: Partial<Manifest> | null;
  try {
    found = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    throw new InputError(`${path}: ${WORDS.noJson}`);
  }
  if (found?.version !== 1 || !Array.isArray(found.profiles)) {
    throw new InputError(`${path}: ${WORDS.none}`);
  }
  for (const profile of found.profiles as readonly Partial<RecordedProfile>[]) {
    const { file, target, asked } = profile ?? {};
    if (typeof file !== "string" || !/^[\w.-]+$/.test(file) || file.startsWith(".")) {
      throw new InputError(`${path}: ${WORDS.outside(String(file))}`);
    }
    if (typeof target !== "string" || typeof asked !== "string") {
      throw new InputError(`${path}: ${WORDS.untold(file)}`);
    }
  }
  return { ...found, errors: Array.isArray(found.errors) ? found.errors : [] } as Manifest;
}
