import { QuestionError } from "../engine/question-error.js";
import { itemAt } from "../lib/must.js";
import { ProfileError } from "../profile/profile-error.js";
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
import { LEAKLENS, namedAs } from "./program-name.js";
import { COMMANDS } from "./registry.js";
import { VERSION } from "./version.js";

/**
 * Runs one call of `leaklens`.
 * @param args what follows the program's name
 * @param program how it is called: "leaklens", or "kubectl leaklens" as a plugin
 * @returns the exit status: 0 done, 1 an input is wrong, 2 used wrongly, 3 a budget is exceeded, 130
 *   interrupted
 */
export async function main(args: readonly string[], io: Io, program = LEAKLENS): Promise<number> {
  try {
    const [first, ...rest] = args;
    if (first === undefined) throw new UsageError("name a file; see leaklens --help");
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
  io.err(expected ? line : `this should not have happened: ${line}`);
  return EXIT_INPUT;
}

function usage(): string {
  const rows = COMMANDS.map((c, i) => {
    const name = i === 0 ? `[${c.name}]` : c.name;
    return [`  leaklens ${name} ${c.takes}`, c.summary] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    "Go heap profiles: what holds the memory, what grew, which Kubernetes objects hold it.",
    "",
    "Usage:",
    ...rows.map(([left, right]) => left.padEnd(width) + right),
    "",
    "FILE is a path, - for standard input, an http(s) address, or what a store keeps:",
    "  'pyroscope+https://HOST/?query={service_name=\"x\"}&from=now-1h', or parca+https://.",
    "leaklens COMMAND --help tells the flags of a command; --version the version.",
    "Exit status: 0 done, 1 the input is wrong or cannot be read, 2 used wrongly, 130 interrupted;",
    "of leaklens check also 3: a budget is exceeded.",
  ].join("\n");
}

function helpOf(command: Command): string {
  return `Usage: leaklens ${command.name} ${command.takes}\n\n${command.help}`;
}
