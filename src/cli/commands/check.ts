import { itemAt } from "../../lib/must.js";
import { featuresOf } from "../../profile/features.js";
import { CHECK_WORDS } from "../../words/terminal/check-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import { budgetsOf } from "../check/budget.js";
import { checkJson, checkMarkdown, checkText } from "../check/check-output.js";
import { headline } from "../check/check-words.js";
import { overallStatus } from "../check/finding.js";
import { judge, type Sides } from "../check/judge.js";
import { junitXml } from "../check/junit-file.js";
import type { Command, Io } from "../command.js";
import { BudgetExceeded, InputError, UsageError } from "../exit-code.js";
import { helpText, profileFlags } from "../help-text.js";
import type { Flags } from "../input/flags.js";
import { ONE_FILE_OPTIONS, openSession, type Session } from "../input/opened-files.js";
import { marks } from "../output/text-table.js";
import { writeWhole } from "../output/write-file.js";

const { of: say } = HELP_WORDS;
const WORDS = CHECK_WORDS.usage;

export const check: Command = {
  name: "check",
  takes: "BASE NEW | BASE... -- NEW...",
  summary: () => say("check.summary"),
  help: () =>
    helpText(
      say("check.about"),
      [
        ["--max-growth SIZE", say("check.max-growth")],
        ["--max-heap SIZE", say("check.max-heap")],
        ["--max-kind KIND=SIZE", say("check.max-kind")],
        ["--class CLASS", say("check.class")],
        ["--base FILE", say("check.base")],
        ["--markdown", say("check.markdown")],
        ["--junit FILE", say("check.junit")],
      ],
      say("check.after"),
      profileFlags(),
    ),
  options: {
    ...ONE_FILE_OPTIONS,
    "max-growth": { type: "string" },
    "max-heap": { type: "string" },
    "max-kind": { type: "string", multiple: true },
    class: { type: "string", multiple: true },
    markdown: { type: "boolean" },
    junit: { type: "string" },
  },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  if (flags.has("json") && flags.has("markdown")) {
    throw new UsageError(WORDS.bothForms);
  }
  const { base, now } = sidesOf(flags);
  // What is wrong with the budgets themselves is told before a file is read.
  budgetsOf(flags, guessedUnit(flags), base.length > 0);
  const session = await openSession([...base, ...now], base.length === 0, flags, io, true, "last");
  const sides: Sides = {
    base: session.places.slice(0, base.length),
    new: session.places.slice(base.length),
  };
  refuseOthers(session);
  const { engine, question } = session;
  const { unit } = engine.set(question).sampleType(question.sampleType, itemAt(sides.new, 0));
  const judged = await judge(session, sides, budgetsOf(flags, unit, base.length > 0));
  const junit = flags.text("junit");
  if (junit !== undefined) {
    await writeWhole(junit, new TextEncoder().encode(junitXml(judged, unit)), io.signal);
  }
  if (flags.has("json")) io.out(`${JSON.stringify(checkJson(session, judged, unit))}\n`);
  else if (flags.has("markdown")) io.out(checkMarkdown(session, judged, unit));
  else io.out(`${checkText(session, judged, unit, marks(io.colour)).join("\n")}\n`);
  const status = overallStatus(judged.findings);
  if (status === "exceeded") throw new BudgetExceeded(headline(judged));
  if (status === "undecided") throw new InputError(headline(judged));
}

/** Sizes are of bytes unless another sample type is asked for, which only the file can tell. */
function guessedUnit(flags: Flags): string {
  const sample = flags.text("sample");
  return sample === undefined || sample.endsWith("_space") ? "bytes" : "count";
}

/** @throws UsageError where it is not clear which files are which */
function sidesOf(flags: Flags): { base: readonly string[]; now: readonly string[] } {
  const { files, divided } = flags;
  const bases = flags.texts("base");
  if (files.length === 0) {
    throw new UsageError(WORDS.noFiles);
  }
  if (bases.length > 0) {
    if (divided) throw new UsageError(WORDS.baseTwice);
    return { base: bases, now: files };
  }
  const late = divided === undefined ? undefined : files.slice(divided).find((f) => /^--./.test(f));
  if (late) throw new UsageError(WORDS.lateFlag(late));
  if (divided === files.length) throw new UsageError(WORDS.noNew);
  if (divided) return { base: files.slice(0, divided), now: files.slice(divided) };
  if (files.length === 1 || divided === 0) return { base: [], now: files };
  if (files.length === 2) return { base: files.slice(0, 1), now: files.slice(1) };
  throw new UsageError(WORDS.whichBase);
}

/** @throws InputError for files that are no snapshots of a heap's, or a runtime's, state */
function refuseOthers({ files }: Session): void {
  for (const { name, profile } of files) {
    if (featuresOf(profile).subject === "references") {
      throw new InputError(`${name}: ${CHECK_WORDS.refuse.references}`);
    }
    if (profile.figures) {
      throw new InputError(`${name}: ${CHECK_WORDS.refuse.printed}`);
    }
    if (profile.samples.values.some((value) => value < 0)) {
      throw new InputError(`${name}: ${CHECK_WORDS.refuse.difference}`);
    }
  }
}
