import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { helpText, profileFlags } from "../help-text.js";
import type { Flags } from "../input/flags.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";
import { labelsText } from "../output/labels-text.js";

const { of: say } = HELP_WORDS;

export const labels: Command = {
  name: "labels",
  takes: "FILE",
  summary: () => say("labels.summary"),
  help: () => helpText(say("labels.about"), profileFlags()),
  options: ONE_FILE_OPTIONS,
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  const session = await openOne("labels", flags, io, false);
  const answer = await session.ask("labels", { path: "" });
  if (!answer) return;
  if (flags.has("json")) {
    const { unit, of, keys, moreKeys } = answer;
    io.out(
      `${JSON.stringify({ sampleType: session.sampleType, unit, total: of, keys, moreKeys })}\n`,
    );
    return;
  }
  io.out(`${labelsText(answer).join("\n").trimEnd()}\n`);
}
