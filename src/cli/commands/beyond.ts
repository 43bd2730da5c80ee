import { beyondAnswer } from "../../engine/answers/beyond.js";
import { servedSentences } from "../../engine/answers/served-join.js";
import { itemAt } from "../../lib/must.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { sampleTypeIndex, valuesOf } from "../../profile/profile.js";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { InputError, UsageError } from "../exit-code.js";
import { helpText, profileFlags } from "../help-text.js";
import { type Flags, PROFILE_OPTIONS } from "../input/flags.js";
import { METRICS_OPTION, withMetrics } from "../input/metrics-input.js";
import { openSession } from "../input/opened-files.js";
import { beyondLines } from "../output/beyond-lines.js";
import { programLines } from "../output/program-lines.js";

const { of: say } = HELP_WORDS;
const WORDS = COMMANDS_WORDS.beyond;

export const beyond: Command = {
  name: "beyond",
  takes: "FILE [--metrics TEXT] [--rss SIZE] [--limit SIZE]",
  summary: () => say("beyond.summary"),
  help: () =>
    helpText(say("beyond.about"), [
      ["--metrics TEXT", say("beyond.metrics")],
      ["--rss SIZE", say("beyond.rss")],
      ["--limit SIZE", say("beyond.limit")],
      ["--gogc PERCENT", say("beyond.gogc")],
      ["--gomemlimit SIZE", say("beyond.gomemlimit")],
      ...profileFlags(),
    ]),
  options: {
    ...PROFILE_OPTIONS,
    ...METRICS_OPTION,
    rss: { type: "string" },
    limit: { type: "string" },
    gogc: { type: "string" },
    gomemlimit: { type: "string" },
  },
  run,
};

async function run(given: Flags, io: Io): Promise<void> {
  const { flags, served } = await withMetrics(given, io);
  const [file] = flags.files;
  if (file === undefined || flags.files.length > 1) {
    throw new UsageError(WORDS.one);
  }
  const sizes = {
    resident: size(flags, "rss"),
    limit: size(flags, "limit"),
    memoryLimit: size(flags, "gomemlimit"),
  };
  const gogc = flags.text("gogc") === "off" ? undefined : (flags.number("gogc", 0, false) ?? 100);
  const session = await openSession([file], true, flags, io, true);
  const { name, profile } = itemAt(session.files, 0);
  const live = sampleTypeIndex(profile, "inuse_space");
  if (live < 0) {
    const has = profile.sampleTypes.map((t) => t.type);
    throw new InputError(`${name}: ${WORDS.noHeap(has)}`);
  }
  const program = await session.ask("program", undefined);
  const kinds = await session.ask("kinds", undefined);
  const answer = beyondAnswer(
    {
      live: valuesOf(profile, live).reduce((sum, v) => sum + v, 0),
      memStats: profile.memStats ?? served?.memStats,
      ...sizes,
      resident: sizes.resident ?? served?.residentBytes,
      gogc,
    },
    program,
  );
  const joined = served ? servedSentences(kinds, served) : [];
  if (flags.has("json")) {
    const rows = answer.rows.map(({ id, bytes, command }) => ({ part: id, bytes, command }));
    const said = [...answer.sentences, ...joined];
    io.out(`${JSON.stringify({ program, parts: rows, said })}\n`);
    return;
  }
  io.out(`${[...programLines(program), ...beyondLines(answer, joined)].join("\n")}\n`);
}

function size(flags: Flags, name: string): number | undefined {
  const text = flags.text(name);
  if (text === undefined) return undefined;
  const bytes = parseBytes(text);
  if (bytes === undefined) throw new UsageError(WORDS.size(name, text));
  return bytes;
}
