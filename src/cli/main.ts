import { QuestionError } from "../engine/question-error.js";
import { itemAt } from "../lib/must.js";
import { ProfileError } from "../profile/profile-error.js";
import { LANGUAGES, speak } from "../words/language.js";
import { HELP_WORDS } from "../words/terminal/help-words.js";
import { INPUT_WORDS } from "../words/terminal/input-words.js";
import type { Command, Io } from "./command.js";
import {
  BudgetExceeded,
  EXIT_BUDGET,
  EXIT_DONE,
  EXIT_INPUT,
  EXIT_INTERRUPTED,
  EXIT_USAGE,
  InputError,
  Interrupted,
  UsageError,
} from "./exit-code.js";
import { parseFlags } from "./input/flags.js";
import { languageOf } from "./input/language-flag.js";
import { cellsOf, padCellsEnd } from "./output/cells.js";
import { LEAKLENS, namedAs } from "./program-name.js";
import { COMMANDS } from "./registry.js";
import { VERSION } from "./version.js";

/**
 * Runs one call of `leaklens`.
 * @param given what follows the program's name
 * @param program how it is called: "leaklens", or "kubectl leaklens" as a plugin
 * @returns the exit status: 0 done, 1 an input is wrong, 2 used wrongly, 3 a budget is exceeded, 130
 *   interrupted
 */
export async function main(given: readonly string[], io: Io, program = LEAKLENS): Promise<number> {
  try {
    // What is wrong with the language itself is said in English.
    await speak(LANGUAGES[0]);
    const { args, language } = languageOf(given, io.env);
    await speak(language, "issues", "terminal");
    const [first, ...rest] = args;
    if (first === undefined) throw new UsageError(INPUT_WORDS.noFile);
    if (first === "--help" || first === "-h" || first === "help") {
      io.out(`${namedAs(usage(), program)}\n`);
      return EXIT_DONE;
    }
    if (first === "--version") {
      io.out(`leaklens ${VERSION}\n`);
      return EXIT_DONE;
    }
    const named = COMMANDS.find((command) => command.name === first);
    const command = named ?? itemAt(COMMANDS, 0);
    const flags = parseFlags(named ? rest : args, command.options, command.name);
    if (flags.has("help")) io.out(`${namedAs(helpOf(command), program)}\n`);
    else if (flags.has("version")) io.out(`leaklens ${VERSION}\n`);
    else await command.run(flags, io);
    return EXIT_DONE;
  } catch (error) {
    return failed(error, io, program);
  }
}

function failed(error: unknown, io: Io, program: string): number {
  if (error instanceof Interrupted || io.signal.aborted) return EXIT_INTERRUPTED;
  const told = error instanceof Error ? error.message : String(error);
  const line = namedAs(told.replace(/\s*\n\s*/g, " "), program);
  if (error instanceof UsageError) {
    io.err(line);
    return EXIT_USAGE;
  }
  if (error instanceof BudgetExceeded) {
    io.err(line);
    return EXIT_BUDGET;
  }
  const expected =
    error instanceof InputError || error instanceof ProfileError || error instanceof QuestionError;
  io.err(expected ? line : INPUT_WORDS.unexpected(line));
  return EXIT_INPUT;
}

/** How an address of a store is given to a shell. */
const PYROSCOPE = `'pyroscope+https://HOST/?query={service_name="x"}&from=now-1h'`;

function usage(): string {
  const rows = COMMANDS.map((c, i) => {
    const name = i === 0 ? `[${c.name}]` : c.name;
    return [`  leaklens ${name} ${c.takes}`, c.summary()] as const;
  });
  const width = Math.max(...rows.map(([left]) => cellsOf(left))) + 2;
  return [
    HELP_WORDS.of("usage.about"),
    "",
    HELP_WORDS.of("usage.title"),
    ...rows.map(([left, right]) => padCellsEnd(left, width) + right),
    "",
    HELP_WORDS.of("usage.files", { pyroscope: PYROSCOPE, parca: "parca+https://" }),
    HELP_WORDS.of("usage.more"),
    HELP_WORDS.of("usage.language"),
    HELP_WORDS.of("usage.status"),
  ].join("\n");
}

function helpOf(command: Command): string {
  const usage = HELP_WORDS.of("usage.of", { usage: `leaklens ${command.name} ${command.takes}` });
  return `${usage}\n\n${command.help()}`;
}
