import { HELP_WORDS } from "../../words/terminal/help-words.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { Command, Io } from "../command.js";
import { Interrupted, UsageError } from "../exit-code.js";
import { helpText, recordFlags } from "../help-text.js";
import { COMMON_OPTIONS, type Flags } from "../input/flags.js";
import { RECORD_OPTIONS, recordPlan } from "../record/record-plan.js";
import { recordRounds } from "../record/rounds.js";
import { Told } from "../record/told.js";
import { pageFiles } from "../server/page-files.js";
import { WatchServer } from "../server/watch-server.js";
import { distFolder, openBrowser } from "./open.js";

const { of: say } = HELP_WORDS;

const MOST_ROUNDS = 500;

export const watch: Command = {
  name: "watch",
  takes: "[ADDRESS...]",
  summary: () => say("watch.summary"),
  help: () =>
    helpText(say("watch.about"), [
      ["--keep N", say("watch.keep")],
      ["--page-port PORT", say("watch.page-port")],
      ["--no-browser", say("watch.no-browser")],
      ...recordFlags(),
    ]),
  options: {
    ...COMMON_OPTIONS,
    ...RECORD_OPTIONS,
    keep: { type: "string" },
    "page-port": { type: "string" },
    "no-browser": { type: "boolean" },
  },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  const port = flags.number("page-port", 0, true) ?? 0;
  if (port > 65_535) throw new UsageError(INPUT_WORDS.flags.port("page-port", String(port)));
  const keep = flags.number("keep", 1, true) ?? 30;
  if (keep > MOST_ROUNDS) throw new UsageError(RECORD_WORDS.flags.rounds(MOST_ROUNDS));
  const page = await pageFiles(distFolder());
  const { find, schedule, options } = await recordPlan(flags, flags.files, io);
  const server = await WatchServer.start(page, keep, port);
  const told = new Told(io, { rss: undefined, heap: undefined });
  try {
    io.out(`${server.address}\n`);
    if (!flags.has("no-browser")) openBrowser(server.address, io);
    for await (const round of recordRounds(find, schedule, options)) {
      server.push(round);
      told.round(round);
    }
    // The page is there to be looked at, also after the last round.
    if (!io.signal.aborted) await new Promise((resolve) => aborted(io.signal, resolve));
    throw new Interrupted();
  } finally {
    await server.close();
  }
}

function aborted(signal: AbortSignal, then: (value?: unknown) => void): void {
  signal.addEventListener("abort", then, { once: true });
}
