import { QuestionError } from "../../engine/question-error.js";
import { formatBytes, formatCount, plural } from "../../lib/format.js";
import type { Command, Io } from "../command.js";
import { InputError, Interrupted, UsageError } from "../exit-code.js";
import { COMMON_OPTIONS, type Flags } from "../input/flags.js";
import { STDIN } from "../input/input.js";
import { IndexFolder, UnwritableError } from "../tables/index-folder.js";
import { listFiles } from "../tables/list-files.js";
import { inShard, shardOf } from "../tables/shard.js";
import { FactsReader, labelsOf, PathPattern } from "../tables/source-facts.js";
import { writeList } from "../tables/write-list.js";

export const indexFiles: Command = {
  name: "index",
  takes: "FILE... -o DIR",
  summary: "Parquet tables of many profiles, for DuckDB, Trino, Spark and others",
  help: `Writes tables of all profiles into DIR, as Parquet files in folders by day and
cluster: profiles, kinds, suspects, stacks, functions. A FILE may be a folder:
all files below it. Each profile has files of its own, named by the hash of its
bytes, so running again writes nothing twice, and many processes may share a DIR.
DIR/leaklens-index.json lists them, so that the page can open DIR by an address.
A file that cannot be read is told and left out; the exit status is 1 then.

  -o, --output DIR  the folder of the index
  --files LIST      a file with a path a line, or - for standard input
  --label KEY=VALUE known of all files; several times: cluster, namespace, pod,
                    node, rss and limit (sizes) have columns, others stand in labels
  --path PATTERN    labels out of paths, compared with their ends; several times:
                    '{cluster}/{node}/{pod}-{}.pb.gz'
  --shard I/N       only every Nth file, from the Ith on; I is 0 to N - 1
  --shards N        the same, with I from JOB_COMPLETION_INDEX, as an Indexed Job of
                    Kubernetes sets it (or N from LEAKLENS_SHARDS)
  --again           write what is there once more
  --list            write the list of DIR's files again, and nothing else: where
                    folders were put together, or files taken out
  --json            what was done as JSON

Folders named as in cluster=NAME are labels too, and so is what the manifest of a
recording says of its files. Of these --label counts before --path before folders
before manifests. docs/parquet.md has the tables.`,
  options: {
    ...COMMON_OPTIONS,
    output: { type: "string", short: "o" },
    files: { type: "string" },
    label: { type: "string", multiple: true },
    path: { type: "string", multiple: true },
    shard: { type: "string" },
    shards: { type: "string" },
    again: { type: "boolean" },
    list: { type: "boolean" },
    json: { type: "boolean" },
  },
  run,
};

/** What was done. */
interface Done {
  readonly files: number;
  readonly written: number;
  readonly known: number;
  readonly failed: number;
  readonly bytes: number;
}

async function run(flags: Flags, io: Io): Promise<void> {
  const out = flags.text("output");
  if (!out || out === STDIN) throw new UsageError("index needs -o DIR; see leaklens index --help");
  if (flags.has("list")) return await listOnly(out, flags, io);
  const list = flags.text("files");
  if (flags.files.length === 0 && list === undefined) {
    throw new UsageError("index takes FILEs, or --files LIST; see leaklens index --help");
  }
  const labels = labelsOf(flags.texts("label"));
  const patterns = flags.texts("path").map((text) => new PathPattern(text));
  const shard = shardOf(flags.text("shard"), flags.text("shards"), io.env);
  const facts = new FactsReader(labels, patterns);
  const files = inShard(await listFiles(flags.files, list, io), shard);
  const folder = new IndexFolder(out, flags.has("again"), io);
  const done = await indexAll(files, folder, facts, io);
  await writeList(out, io.signal);
  if (flags.has("json")) io.out(`${JSON.stringify(done)}\n`);
  else io.out(`${doneText(done, out)}\n`);
  if (done.failed > 0) {
    throw new InputError(
      `${formatCount(done.failed)} of ${plural(done.files, "file")} could not be indexed, as told above; the others are`,
    );
  }
}

/** The list of what is there, with nothing indexed. */
async function listOnly(out: string, flags: Flags, io: Io): Promise<void> {
  if (flags.files.length > 0) {
    throw new UsageError("--list takes no FILE: it lists what the index has; see -o DIR");
  }
  const files = await writeList(out, io.signal);
  if (files === 0) throw new InputError(`${out}: no file of an index is there`);
  if (flags.has("json")) io.out(`${JSON.stringify({ listed: files })}\n`);
  else io.out(`${plural(files, "file")} listed in ${out}\n`);
}

async function indexAll(
  files: readonly string[],
  folder: IndexFolder,
  facts: FactsReader,
  io: Io,
): Promise<Done> {
  let [written, known, failed, bytes] = [0, 0, 0, 0];
  for (const file of files) {
    if (io.signal.aborted) throw new Interrupted();
    try {
      const one = await folder.add(file, await facts.of(file));
      written += one.written;
      known += one.known;
      bytes += one.bytes;
    } catch (error) {
      if (error instanceof Interrupted || error instanceof UnwritableError) throw error;
      if (!(error instanceof InputError || error instanceof QuestionError)) throw error;
      failed++;
      io.err(error.message);
    }
  }
  return { files: files.length, written, known, failed, bytes };
}

function doneText({ files, written, known, bytes }: Done, out: string): string {
  const there = known > 0 ? `, ${formatCount(known)} were there` : "";
  return `${plural(files, "file")}: ${plural(written, "profile")} written into ${out}, ${formatBytes(bytes)}${there}`;
}
