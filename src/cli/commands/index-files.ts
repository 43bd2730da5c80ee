import { QuestionError } from "../../engine/question-error.js";
import { formatBytes, formatCount } from "../../lib/format.js";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { InputError, Interrupted, UsageError } from "../exit-code.js";
import { helpText } from "../help-text.js";
import { COMMON_OPTIONS, type Flags } from "../input/flags.js";
import { STDIN } from "../input/input.js";
import { IndexFolder, UnwritableError } from "../tables/index-folder.js";
import { listFiles } from "../tables/list-files.js";
import { inShard, shardOf } from "../tables/shard.js";
import { FactsReader, labelsOf, PathPattern } from "../tables/source-facts.js";
import { writeList } from "../tables/write-list.js";

const { of: say } = HELP_WORDS;
const WORDS = COMMANDS_WORDS.index;

export const indexFiles: Command = {
  name: "index",
  takes: "FILE... -o DIR",
  summary: () => say("index.summary"),
  help: () =>
    helpText(
      say("index.about"),
      [
        ["-o, --output DIR", say("index.output")],
        ["--files LIST", say("index.files")],
        ["--label KEY=VALUE", say("index.label")],
        ["--path PATTERN", say("index.path", { example: "'{cluster}/{node}/{pod}-{}.pb.gz'" })],
        ["--shard I/N", say("index.shard")],
        ["--shards N", say("index.shards")],
        ["--again", say("index.again")],
        ["--list", say("index.list")],
        ["--json", say("index.json")],
      ],
      say("index.after"),
    ),
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
  if (!out || out === STDIN) throw new UsageError(WORDS.noOutput);
  if (flags.has("list")) return await listOnly(out, flags, io);
  const list = flags.text("files");
  if (flags.files.length === 0 && list === undefined) {
    throw new UsageError(WORDS.noFiles);
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
    throw new InputError(WORDS.failed(formatCount(done.failed), done.files));
  }
}

/** The list of what is there, with nothing indexed. */
async function listOnly(out: string, flags: Flags, io: Io): Promise<void> {
  if (flags.files.length > 0) {
    throw new UsageError(WORDS.listAlone);
  }
  const files = await writeList(out, io.signal);
  if (files === 0) throw new InputError(`${out}: ${WORDS.empty}`);
  if (flags.has("json")) io.out(`${JSON.stringify({ listed: files })}\n`);
  else io.out(`${WORDS.listed(files, out)}\n`);
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
  return WORDS.done(files, written, known, formatBytes(bytes), out);
}
