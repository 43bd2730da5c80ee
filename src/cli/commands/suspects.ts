import { servedSentences } from "../../engine/answers/served-join.js";
import { suspectsJson } from "../../export/json-file.js";
import type { Command, Io } from "../command.js";
import { InputError, UsageError } from "../exit-code.js";
import { type Flags, PROFILE_HELP, PROFILE_OPTIONS } from "../input/flags.js";
import { METRICS_HELP, METRICS_OPTION, withMetrics } from "../input/metrics-input.js";
import { openSession, type Session, sessionOf } from "../input/opened-files.js";
import { knownIssuesText } from "../output/known-issues-text.js";
import { programLines } from "../output/program-lines.js";
import { servedLines } from "../output/served-lines.js";
import { suspectsText } from "../output/suspects-text.js";
import { marks } from "../output/text-table.js";

export const suspects: Command = {
  name: "suspects",
  takes: "FILE FILE...",
  summary: "the paths that explain what grew, in time order, two or more",
  help: `The paths that explain the growth from the first FILE to the last one, with their
kind, stage, survival and what to do. The FILEs are snapshots of one process in
time order; where the profiles themselves tell another order, that one is taken.
Truncated stacks are joined unless --no-assemble is given.

${METRICS_HELP}
${PROFILE_HELP}`,
  options: { ...PROFILE_OPTIONS, ...METRICS_OPTION },
  run,
};

async function run(given: Flags, io: Io): Promise<void> {
  const { flags, served } = await withMetrics(given, io);
  if (flags.files.length < 2) {
    throw new UsageError(
      "suspects takes two FILEs or more, in time order: record another profile some minutes later; of one FILE leaklens kinds tells what it holds",
    );
  }
  const session = inTime(await openSession(flags.files, false, flags, io, true), io);
  const answer = await session.ask("suspects", undefined);
  const set = await session.ask("set", undefined);
  const program = await session.ask("program", undefined);
  const knownIssues = await session.ask("knownIssues", { path: "" });
  const joined = served ? servedSentences(await session.ask("kinds", undefined), served) : [];
  if (flags.has("json")) {
    const finding = await session.ask("finding", undefined);
    const told = { finding, program, knownIssues, served: served && joined };
    io.out(`${JSON.stringify(suspectsJson(answer, set, told))}\n`);
    return;
  }
  const sampling = session.engine.sampling(session.question);
  const names = session.files.map((file) => file.short);
  const told = suspectsText(answer, sampling, set, names, marks(io.colour));
  const issues = knownIssuesText(knownIssues, marks(io.colour));
  io.out(`${[...programLines(program), ...told, ...servedLines(joined), ...issues].join("\n")}\n`);
}

/** The session with its files in time, the last one compared with the first. */
function inTime(session: Session, io: Io): Session {
  const { engine, files, question, view } = session;
  if (files.length < 2) {
    throw new InputError(`${files[0]!.name}: all FILEs are this same profile, so nothing grew`);
  }
  const found = engine.set(question).class("auto");
  const isSeries = found.kind === "series";
  const order = isSeries ? found.order : files.map((_, i) => i);
  const ordered = order.map((i) => files[i]!);
  if (order.some((i, at) => i !== at)) {
    io.err(`in time order: ${ordered.map((file) => file.short).join(", ")}`);
  }
  if (!isSeries) {
    io.err(
      `these do not look like snapshots of one process, so survival is not told: ${found.why}`,
    );
  }
  const next = {
    ...view,
    files: order.map((i) => view.files[i]!),
    shown: order.length - 1,
    base: 0,
  };
  return sessionOf(engine, ordered, next, session.sampleType, io);
}
