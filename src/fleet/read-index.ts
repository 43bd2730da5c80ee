import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";
import type { Fleet } from "./fleet.js";
import { hiveLabels } from "./hive-path.js";
import { HoldsReader } from "./holds-reader.js";
import { NameList } from "./name-list.js";
import { ParquetFile } from "./parquet-file.js";
import { type PassedOver, PROFILE_COLUMNS, type ProfileRow, profileRows } from "./profile-rows.js";
import type { RandomAccess } from "./random-access.js";

/** So many files are read at a time. */
const AT_ONCE = 8;
/** When so many files failed and none could be read, the others are not tried. */
const HOPELESS = 8;
/** Profiles that are shown; of more the newest. */
const MAX_PROFILES = 50_000;
const MAX_FILES = 50_000;

/** A file that could not be read, and why. */
export interface FileProblem {
  readonly name: string;
  readonly error: unknown;
}

export interface ReadFleet {
  readonly fleet: Fleet;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads what the page shows of an index: of `profiles` and `kinds` the columns that are needed.
 * Files that cannot be read are told and left out.
 * @param files Parquet files of the index; which table one is of is told by its path, or by itself
 * @param read told how many of how many files are read
 * @throws ProfileError where nothing can be shown; the first file's error where all fail
 */
export async function readIndex(
  files: readonly RandomAccess[],
  read: (done: number, of: number) => void = () => {},
): Promise<ReadFleet> {
  const reader = new IndexReader(read);
  await reader.profiles(files);
  await reader.kinds(files);
  return reader.done();
}

class IndexReader {
  private readonly problems: FileProblem[] = [];
  private readonly passed: PassedOver = { differences: 0, sums: 0, others: 0, untimed: 0 };
  private readonly found = new Map<string, ProfileRow>();
  private readonly unnamed = new Map<RandomAccess, string>();
  private rows: ProfileRow[] = [];
  private holds = new HoldsReader(new Map());
  private unread = 0;
  private cut = false;
  private finished = 0;
  private total = 0;

  constructor(private readonly read: (done: number, of: number) => void) {}

  async profiles(files: readonly RandomAccess[]): Promise<void> {
    const mine = files.filter((file) => ["profiles", ""].includes(tableOfPath(file.path)));
    if (mine.length === 0) throw noTable("profiles");
    this.total = files.filter((file) => ["kinds", ""].includes(tableOfPath(file.path))).length;
    this.total += mine.length;
    const newest = [...mine].sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
    await this.each(newest.slice(0, MAX_FILES), async (file) => {
      if (this.found.size >= MAX_PROFILES) {
        this.unread++;
        return;
      }
      await this.readProfiles(file);
    });
    this.unread += Math.max(0, newest.length - MAX_FILES);
    const all = [...this.found.values()].sort(
      (a, b) => a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
    this.rows = all.slice(-MAX_PROFILES);
    this.cut = this.unread > 0 || all.length > this.rows.length;
    this.unread += all.length - this.rows.length;
    this.holds = new HoldsReader(new Map(this.rows.map(({ id }, i) => [id, i])));
  }

  private async readProfiles(file: RandomAccess): Promise<void> {
    const parquet = await ParquetFile.open(file);
    const table = tableOfPath(file.path) || tableOf(parquet);
    if (tableOfPath(file.path) === "") this.unnamed.set(file, table);
    if (table !== "profiles") return;
    checkColumns(parquet, table, PROFILE_COLUMNS);
    const columns = [...PROFILE_COLUMNS, ...(parquet.has("cluster") ? ["cluster"] : [])];
    const cluster = hiveLabels(file.path).get("cluster") ?? parquet.fact("leaklens.cluster");
    for (let group = 0; group < parquet.groups; group++) {
      const read = await parquet.read(group, columns);
      for (const row of profileRows(read, cluster ?? null, this.passed)) this.take(row);
    }
  }

  /** A profile may be there twice, as when it was indexed once more with more labels. */
  private take(row: ProfileRow): void {
    const known = this.found.get(row.id);
    const better = !known || known.cluster === "" || (row.cluster && row.cluster < known.cluster);
    if (better && row.id !== "") this.found.set(row.id, row);
  }

  async kinds(files: readonly RandomAccess[]): Promise<void> {
    const mine = files.filter(
      (file) => (tableOfPath(file.path) || this.unnamed.get(file)) === "kinds",
    );
    if (this.rows.length === 0) return;
    if (mine.length === 0) throw noTable("kinds");
    // Of an index of which the newest is shown, what is older than that is not asked for.
    const since = this.cut ? (this.rows[0]?.time ?? 0) : Number.NEGATIVE_INFINITY;
    const day = this.cut ? new Date(since).toISOString().slice(0, 10) : "";
    let sources = 0;
    await this.each(mine, async (file) => {
      const source = sources++;
      if (dayOf(file) !== "" && dayOf(file) < day) return;
      const parquet = await ParquetFile.open(file);
      checkColumns(parquet, "kinds", HoldsReader.columns);
      for (let group = 0; group < parquet.groups; group++) {
        const latest = parquet.latest(group, "time");
        if (latest !== undefined && latest < since) continue;
        this.holds.take(await parquet.read(group, HoldsReader.columns), source);
      }
    });
  }

  /** @throws the first file's error where all fail */
  private async each(
    files: readonly RandomAccess[],
    work: (file: RandomAccess) => Promise<void>,
  ): Promise<void> {
    let failed = 0;
    let succeeded = 0;
    const turns = files.values();
    const one = async (): Promise<void> => {
      for (const file of turns) {
        if (succeeded === 0 && failed >= HOPELESS) return;
        try {
          await work(file);
          succeeded++;
        } catch (error) {
          failed++;
          this.problems.push({ name: file.name, error });
        }
        this.read(++this.finished, Math.max(this.total, this.finished));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (failed > 0 && succeeded === 0) throw this.problems[0].error;
  }

  done(): ReadFleet {
    const { rows } = this;
    if (rows.length === 0) {
      const passed = Object.values(this.passed).reduce((sum, n) => sum + n, 0);
      throw new ProfileError(FLEET_WORDS.none, { hint: FLEET_WORDS.noneHint(passed) });
    }
    const [clusters, programs, processes] = [new NameList(), new NameList(), new NameList()];
    const processOf = ({ cluster, process }: ProfileRow) =>
      process === "" ? -1 : processes.of(`${clusters.of(cluster)} ${process}`);
    const profiles = {
      id: rows.map((row) => row.id),
      file: rows.map((row) => row.file),
      fileBytes: Float64Array.from(rows, (row) => row.fileBytes),
      time: Float64Array.from(rows, (row) => row.time),
      cluster: Uint32Array.from(rows, (row) => clusters.of(row.cluster)),
      program: Uint32Array.from(rows, (row) => programs.of(row.program)),
      process: Int32Array.from(rows, processOf),
      value: Float64Array.from(rows, (row) => row.value),
    };
    const fleet: Fleet = {
      clusters: clusters.names,
      programs: programs.names,
      kinds: this.holds.kinds,
      processes: processes.names.map((name) => name.slice(name.indexOf(" ") + 1)),
      profiles,
      holds: this.holds.done(rows.length),
      leftOut: { ...this.passed, unread: this.unread },
    };
    return { fleet, problems: this.problems };
  }
}

/** The table that a path says a file is of; "" where it says none. */
function tableOfPath(path: string): string {
  const folders = path.split("/").slice(0, -1);
  const known = ["profiles", "kinds", "suspects", "stacks", "functions"];
  return folders.findLast((folder) => known.includes(folder)) ?? "";
}

function tableOf(parquet: ParquetFile): string {
  const said = parquet.fact("leaklens.table");
  if (said !== undefined) return said;
  if (PROFILE_COLUMNS.every((column) => parquet.has(column))) return "profiles";
  return HoldsReader.columns.every((c) => parquet.has(c)) && parquet.has("category") ? "kinds" : "";
}

function dayOf(file: RandomAccess): string {
  return hiveLabels(file.path).get("day") ?? "";
}

function checkColumns(parquet: ParquetFile, table: string, columns: readonly string[]): void {
  const missing = columns.find((column) => !parquet.has(column));
  if (missing === undefined) return;
  const { noColumn, columnHint } = FLEET_WORDS.parquet;
  throw new ProfileError(noColumn(table, missing), { hint: columnHint });
}

function noTable(table: string): ProfileError {
  return new ProfileError(FLEET_WORDS.list.noTable(table), { hint: FLEET_WORDS.list.noTableHint });
}
