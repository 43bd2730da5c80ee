import { servedSentences } from "../../engine/answers/served-join.js";
import { kindsJson } from "../../export/json-file.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { helpText, metricsFlags, profileFlags } from "../help-text.js";
import type { Flags } from "../input/flags.js";
import { METRICS_OPTION, withMetrics } from "../input/metrics-input.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";
import { heldByLines } from "../output/held-by-lines.js";
import { kindsText } from "../output/kinds-text.js";
import { knownIssuesText } from "../output/known-issues-text.js";
import { programLines } from "../output/program-lines.js";
import { servedLines } from "../output/served-lines.js";
import { marks } from "../output/text-table.js";

const { of: say } = HELP_WORDS;

export const kinds: Command = {
  name: "kinds",
  takes: "FILE [--base FILE] [--metrics TEXT]",
  summary: () => say("kinds.summary"),
  help: () =>
    helpText(
      say("kinds.about"),
      [["--base FILE", say("kinds.base")], ...metricsFlags(), ...profileFlags()],
      say("kinds.after"),
    ),
  options: { ...ONE_FILE_OPTIONS, ...METRICS_OPTION },
  run,
};

async function run(given: Flags, io: Io): Promise<void> {
  const { flags, served } = await withMetrics(given, io);
  const session = await openOne("kinds", flags, io, true);
  const answer = await session.ask("kinds", undefined);
  const finding = await session.ask("finding", undefined);
  const program = await session.ask("program", undefined);
  const heldBy = await session.ask("heldBy", undefined);
  const knownIssues = await session.ask("knownIssues", { path: "" });
  const joined = served ? servedSentences(answer, served) : [];
  if (flags.has("json")) {
    const told = { finding, program, heldBy, knownIssues, served: served && joined };
    io.out(`${JSON.stringify(kindsJson(answer, session.sampleType, told))}\n`);
    return;
  }
  const lines = [
    ...programLines(program),
    ...kindsText(answer, finding, marks(io.colour)),
    ...(heldBy ? heldByLines(heldBy) : []),
    ...servedLines(joined),
    ...knownIssuesText(knownIssues, marks(io.colour)),
  ];
  io.out(`${lines.join("\n")}\n`);
}
