import { stat } from "node:fs/promises";
import type { Command, Io } from "../command.js";
import { UsageError } from "../exit-code.js";
import { type Flags, PROFILE_HELP } from "../input/flags.js";
import { STDIN } from "../input/input.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";
import { ENDINGS, endingOf, exportBytes } from "../output/export-file.js";
import { writeWhole } from "../output/write-file.js";

const WAYS = PROFILE_HELP.split("\n").filter((line) => !line.trimStart().startsWith("--json"));

export const exportFile: Command = {
  name: "export",
  takes: "FILE -o OUT [--base FILE]",
  summary: `OUT's ending says the format: ${ENDINGS.join(" ")}`,
  help: `Writes OUT, whose ending says what it is:

  .pb.gz            a profile for go tool pprof; without base, filter and --assemble
                    every sample as it is in FILE
  .folded           folded stacks, with a base two values each: before and after
  .speedscope.json  stacks for speedscope.app, with a base before and after
  .otlp .otlp.json  FILE as an OpenTelemetry profile, every sample as it is
  .csv .json        the table of functions; with a base differences as well
  .svg              the flame graph
  .html             one page with the app and the profiles inside, whole and as
                    recorded; it opens from disk without network
  .md               the whole finding, ready for a ticket

  -o, --output OUT  the file to write; one that is there is replaced
  --base FILE       compare with this profile
${WAYS.join("\n")}`,
  options: {
    ...ONE_FILE_OPTIONS,
    output: { type: "string", short: "o" },
  },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  const out = flags.text("output");
  if (!out) throw new UsageError("export needs -o OUT; see leaklens export --help");
  if (flags.has("json")) throw new UsageError("export writes JSON where OUT ends in .json");
  const ending = endingOf(out);
  if (out === STDIN) {
    throw new UsageError(
      "export writes to a file: OUT's ending says the format; leaklens top --json prints to standard output",
    );
  }
  if (!ending) {
    throw new UsageError(`${out}: the ending says the format, it is one of ${ENDINGS.join(" ")}`);
  }
  for (const input of [...flags.files, ...flags.texts("base")]) await refuseSame(input, out);
  const session = await openOne("export", flags, io, false);
  const bytes = await exportBytes(session, ending);
  await writeWhole(out, bytes, io.signal);
}

/** A recording is not to be lost to a slip of the hand. */
async function refuseSame(input: string, out: string): Promise<void> {
  const [from, to] = await Promise.all([factsOf(input), factsOf(out)]);
  if (from && to && from.dev === to.dev && from.ino === to.ino) {
    throw new UsageError(`${out} is an input: give OUT another name`);
  }
}

async function factsOf(path: string): Promise<{ dev: bigint; ino: bigint } | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch {
    return undefined;
  }
}
