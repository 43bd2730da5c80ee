import type { Command, Io } from "../command.js";
import { type Flags, PROFILE_HELP } from "../input/flags.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";
import { labelsText } from "../output/labels-text.js";

export const labels: Command = {
  name: "labels",
  takes: "FILE",
  summary: "the labels of the samples, by key and value",
  help: `What the samples of each label hold, as \`go tool pprof -tags\` counts it: a sample
counts for each of its labels. Sizes of Go's allocations are labels: bytes.

${PROFILE_HELP}`,
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
