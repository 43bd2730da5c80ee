import { stat } from "node:fs/promises";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { UsageError } from "../exit-code.js";
import { helpText, profileFlags } from "../help-text.js";
import type { Flags } from "../input/flags.js";
import { STDIN } from "../input/input.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";
import { ENDINGS, endingOf, exportBytes } from "../output/export-file.js";
import { writeWhole } from "../output/write-file.js";

const { of: say } = HELP_WORDS;
const WORDS = COMMANDS_WORDS.exported;

export const exportFile: Command = {
  name: "export",
  takes: "FILE -o OUT [--base FILE]",
  summary: () => say("export.summary", { endings: ENDINGS.join(" ") }),
  help: () =>
    helpText(
      say("export.about"),
      [
        [".pb.gz", say("export.pb")],
        [".folded", say("export.folded")],
        [".speedscope.json", say("export.speedscope")],
        [".otlp .otlp.json", say("export.otlp")],
        [".csv .json", say("export.table")],
        [".svg", say("export.svg")],
        [".html", say("export.html")],
        [".md", say("export.md")],
      ],
      [
        ["-o, --output OUT", say("export.output")],
        ["--base FILE", say("export.base")],
        ...profileFlags().filter(([flag]) => flag !== "--json"),
      ],
    ),
  options: {
    ...ONE_FILE_OPTIONS,
    output: { type: "string", short: "o" },
  },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  const out = flags.text("output");
  if (!out) throw new UsageError(WORDS.noOutput);
  if (flags.has("json")) throw new UsageError(WORDS.json);
  const ending = endingOf(out);
  if (out === STDIN) {
    throw new UsageError(WORDS.toFile);
  }
  if (!ending) {
    throw new UsageError(WORDS.ending(out, ENDINGS.join(" ")));
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
    throw new UsageError(WORDS.same(out));
  }
}

async function factsOf(path: string): Promise<{ dev: bigint; ino: bigint } | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch {
    return undefined;
  }
}
