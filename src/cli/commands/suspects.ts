import { servedSentences } from "../../engine/answers/served-join.js";
import { suspectsJson } from "../../export/json-file.js";
import { itemAt } from "../../lib/must.js";
import { featuresOf } from "../../profile/features.js";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { InputError, UsageError } from "../exit-code.js";
import { helpText, metricsFlags, profileFlags } from "../help-text.js";
import { type Flags, PROFILE_OPTIONS } from "../input/flags.js";
import { METRICS_OPTION, withMetrics } from "../input/metrics-input.js";
import { openSession, type Session, type SessionFile, sessionOf } from "../input/opened-files.js";
import { knownIssuesText } from "../output/known-issues-text.js";
import { programLines } from "../output/program-lines.js";
import { servedLines } from "../output/served-lines.js";
import { suspectsText } from "../output/suspects-text.js";
import { marks } from "../output/text-table.js";
import { withRecordings } from "../record/recorded-files.js";

const { of: say } = HELP_WORDS;
const WORDS = COMMANDS_WORDS.suspects;

export const suspects: Command = {
  name: "suspects",
  takes: "FILE FILE...",
  summary: () => say("suspects.summary"),
  help: () => helpText(say("suspects.about"), [...metricsFlags(), ...profileFlags()]),
  options: { ...PROFILE_OPTIONS, ...METRICS_OPTION },
  run,
};

async function run(given: Flags, io: Io): Promise<void> {
  const files = await withRecordings(given.files, "one", io);
  const { flags, served } = await withMetrics(given.withFiles(files), io);
  const session = await openAll(flags, io);
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

/** Two files or more in time; of chains of references one is enough, and no other file fits. */
async function openAll(flags: Flags, io: Io): Promise<Session> {
  const tooFew = new UsageError(WORDS.few);
  if (flags.files.length === 0) throw tooFew;
  const alone = flags.files.length === 1;
  const session = await openSession(flags.files, alone, flags, io, true);
  const isChain = (file: SessionFile) => featuresOf(file.profile).subject === "references";
  const chains = session.files.filter(isChain);
  const [chain] = chains;
  if (!chain) {
    if (alone) throw tooFew;
    return inTime(session, io);
  }
  const other = session.files.find((file) => !isChain(file));
  if (other) {
    throw new InputError(WORDS.mixed(chain.name, other.name));
  }
  return chains.length === 1 ? session : inTime(session, io);
}

/** The session with its files in time, the last one compared with the first. */
function inTime(session: Session, io: Io): Session {
  const { engine, files, question, view } = session;
  const first = itemAt(files, 0);
  if (files.length < 2) {
    throw new InputError(`${first.name}: ${WORDS.same}`);
  }
  const found = engine.set(question).class("auto");
  const isSeries = found.kind === "series";
  const order = isSeries ? found.order : files.map((_, i) => i);
  const ordered = order.map((i) => itemAt(files, i));
  if (order.some((i, at) => i !== at)) {
    io.err(WORDS.order(ordered.map((file) => file.short).join(", ")));
  }
  if (!isSeries && featuresOf(first.profile).subject !== "references") {
    io.err(WORDS.noSeries(found.why));
  }
  const next = {
    ...view,
    files: order.map((i) => itemAt(view.files, i)),
    shown: order.length - 1,
    base: 0,
  };
  return sessionOf(engine, ordered, next, session.sampleType, io);
}
