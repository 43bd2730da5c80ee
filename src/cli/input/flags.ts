import { parseArgs } from "node:util";
import type { StackTests } from "../../calltree/filter/stack-filter.js";
import { compilePattern, type TextTest } from "../../lib/go-regexp.js";
import type { OptionTable } from "../command.js";
import { UsageError } from "../exit-code.js";

/** Flags that every command knows. */
export const COMMON_OPTIONS: OptionTable = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
};

/** Flags of the commands that answer from profiles. */
export const PROFILE_OPTIONS: OptionTable = {
  ...COMMON_OPTIONS,
  sample: { type: "string" },
  json: { type: "boolean" },
  assemble: { type: "boolean" },
  "no-assemble": { type: "boolean" },
  focus: { type: "string" },
  ignore: { type: "string" },
  hide: { type: "string" },
  show: { type: "string" },
};

export const PROFILE_HELP = `  --sample TYPE     inuse_space, inuse_objects, alloc_space, alloc_objects
  --json            the figures as JSON, bytes and counts as integers
  --assemble        join stacks that Go cut at its limit of frames (--no-assemble)
  --focus RE        only samples with a frame that matches
  --ignore RE       no samples with a frame that matches
  --hide RE         leave frames out that match
  --show RE         leave frames out that do not match
                    RE is a regular expression as Go has them; it is held against
                    names of functions, of files and of binaries`;

/** The flags of one call, checked as they are asked for. */
export class Flags {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    readonly files: readonly string[],
  ) {}

  has(name: string): boolean {
    return this.values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === "string" ? value : undefined;
  }

  /** Each value of a flag that may be given several times. */
  texts(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
  }

  /** @throws UsageError where it is no number of at least `least` */
  number(name: string, least: number, whole: boolean): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(value) || value < least || (whole && !Number.isSafeInteger(value))) {
      const kind = whole ? "a whole number" : "a number";
      throw new UsageError(`--${name} takes ${kind} of at least ${least}, not "${text}"`);
    }
    return value;
  }

  /** Whether truncated stacks are joined. */
  assemble(otherwise: boolean): boolean {
    if (this.has("assemble") && this.has("no-assemble")) {
      throw new UsageError("--assemble and --no-assemble exclude each other");
    }
    return this.has("assemble") || (otherwise && !this.has("no-assemble"));
  }

  /**
   * Tests of focus, ignore, hide and show.
   * @throws UsageError where one is no regular expression
   */
  stackTests(): StackTests {
    const tests: Record<string, TextTest[]> = {};
    for (const name of STACK_FLAGS) {
      const pattern = this.text(name);
      if (!pattern) continue;
      try {
        tests[name] = [compilePattern(pattern)];
      } catch (error) {
        throw new UsageError(`--${name} ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return tests;
  }

  /** What is given of focus, ignore, hide and show, in pprof's order. */
  activeFilters(): readonly string[] {
    return STACK_FLAGS.flatMap((name) => (this.text(name) ? [`${name}=${this.text(name)}`] : []));
  }
}

const STACK_FLAGS = ["focus", "ignore", "hide", "show"] as const;

/** @throws UsageError where the arguments are not the command's */
export function parseFlags(args: readonly string[], options: OptionTable, command: string): Flags {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return new Flags(values, positionals);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // What follows explains how to give positionals that begin with a dash.
    const short = why.split(". To specify")[0]!.split("\n")[0]!;
    throw new UsageError(
      `${short[0]!.toLowerCase()}${short.slice(1)}; see leaklens ${command} --help`,
    );
  }
}
