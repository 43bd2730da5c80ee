import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadKnowledge } from "../../engine/late-knowledge.js";
import { QuestionError } from "../../engine/question-error.js";
import { openParts } from "../../export/opened-parts.js";
import type { PartFile } from "../../export/part-files.js";
import { sha256Hex } from "../../lib/sha256.js";
import { ProfileError } from "../../profile/profile-error.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import type { Io } from "../command.js";
import { InputError, Interrupted } from "../exit-code.js";
import { readInput } from "../input/input.js";
import { writeWhole } from "../output/write-file.js";
import { work } from "../run-work.js";
import { parquetBytes } from "./parquet-bytes.js";
import { dayOf, type Partition, tablePath } from "./partition.js";
import { profileTables, type Source, timeOf } from "./profile-tables.js";
import { TABLE_NAMES, type TableName } from "./schema.js";
import type { SourceFacts } from "./source-facts.js";

/** What became of the profiles of a file. */
export interface Indexed {
  /** profiles whose tables were written */
  readonly written: number;
  /** profiles that the index had already */
  readonly known: number;
  readonly bytes: number;
}

/** `profiles` is written after them: a profile that has its row there has all others. */
const OTHERS: readonly TableName[] = TABLE_NAMES.filter((table) => table !== "profiles");

/** A folder of Parquet files, one a table and profile, named by the profile's hash. */
export class IndexFolder {
  private readonly made = new Set<string>();

  /** @param again profiles that are there are written once more */
  constructor(
    private readonly path: string,
    private readonly again: boolean,
    private readonly io: Io,
  ) {}

  /**
   * Indexes the profiles of a file.
   * @throws InputError where it holds none that can be read; what `writeWhole` throws
   */
  async add(file: string, facts: SourceFacts): Promise<Indexed> {
    const { signal } = this.io;
    const { name, bytes } = await readInput(file, this.io);
    const sha256 = sha256Hex(bytes);
    const { parts, notice } = await readParts(name, bytes, sha256, this.io);
    if (notice !== "") this.io.err(`${name}: ${notice}`);
    let [written, known, size] = [0, 0, 0];
    for (const [i, part] of parts.entries()) {
      if (signal.aborted) throw new Interrupted();
      const source: Source = {
        file: name,
        sha256: await sha256,
        fileBytes: bytes.length,
        part: parts.length === 1 ? null : String(i + 1),
        facts,
      };
      const one = await this.addPart(part, source);
      if (one === 0) known++;
      else written++;
      size += one;
    }
    return { written, known, bytes: size };
  }

  /** @returns bytes written; 0 where the index has it */
  private async addPart(part: PartFile, source: Source): Promise<number> {
    const { cluster } = source.facts;
    const day = dayOf(timeOf(part, source.facts));
    const place = { day, cluster };
    const path = (table: TableName) => join(this.path, tablePath(table, place, part.hash));
    if (!this.again && (await isThere(path("profiles")))) return 0;
    await loadKnowledge([part.profile]);
    const rows = await work(profileTables(part, source), this.io.signal);
    let size = 0;
    const add = async (table: TableName): Promise<void> => {
      if (rows[table].length === 0) return;
      const bytes = await parquetBytes(table, rows[table], factsOf(place));
      await this.makeFolder(dirname(path(table)));
      await this.write(path(table), bytes);
      size += bytes.length;
    };
    // Together, since each waits for the disk; settled, so that none is written behind a failure.
    const others = await Promise.allSettled(OTHERS.map(add));
    for (const other of others) if (other.status === "rejected") throw other.reason;
    await add("profiles");
    return size;
  }

  private async write(path: string, bytes: Uint8Array): Promise<void> {
    try {
      await writeWhole(path, bytes, this.io.signal);
    } catch (error) {
      throw error instanceof InputError ? new UnwritableError(error.message) : error;
    }
  }

  private async makeFolder(path: string): Promise<void> {
    if (this.made.has(path)) return;
    try {
      await mkdir(path, { recursive: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new UnwritableError(`${this.path}: ${OUTPUT_WORDS.write.noNewFolder(why)}`);
    }
    this.made.add(path);
  }
}

/** The index itself cannot be written: going on with other files is of no use. */
export class UnwritableError extends InputError {}

/** What a file tells of itself where it is read without its folders. */
function factsOf({ day, cluster }: Partition): Record<string, string> {
  return { ...(day ? { day } : {}), ...(cluster ? { cluster } : {}) };
}

async function readParts(name: string, bytes: Uint8Array, hash: Promise<string>, io: Io) {
  try {
    return await openParts(name, bytes, { signal: io.signal, hash }, (steps) =>
      work(steps, io.signal),
    );
  } catch (error) {
    if (io.signal.aborted) throw new Interrupted();
    if (error instanceof ProfileError || error instanceof QuestionError) {
      throw new InputError(`${name}: ${error.message}`);
    }
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
