import { parseArgs } from "node:util";
import { compilePattern } from "../../calltree/filter/go-regexp.js";
import { compileLabelTest } from "../../calltree/filter/label-filter.js";
import { GRANULARITIES } from "../../calltree/granularity.js";
import { withNames } from "../../engine/names-of-steps.js";
import { LABEL_STEPS, type LabelStep, NAME_STEPS, type Transform } from "../../engine/question.js";
import type { NameStyle } from "../../profile/demangle/name-style.js";
import { type FlagFault, INPUT_WORDS } from "../../words/terminal/input-words.js";
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
  "show-from": { type: "string" },
  tagfocus: { type: "string" },
  tagignore: { type: "string" },
  tagshow: { type: "string" },
  taghide: { type: "string" },
  tagroot: { type: "string" },
  tagleaf: { type: "string" },
  granularity: { type: "string" },
  noinlines: { type: "boolean" },
  "keep-dropped": { type: "boolean" },
  "raw-names": { type: "boolean" },
  symbolize: { type: "string" },
};

const WORDS = INPUT_WORDS.flags;

/** The flags of one call, checked as they are asked for. */
export class Flags {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    readonly files: readonly string[],
    /** how many of the files stand before a "--"; undefined where there is none */
    readonly divided?: number,
  ) {}

  /** The same flags without some of the files. */
  without(files: readonly string[]): Flags {
    return new Flags(
      this.values,
      this.files.filter((file) => !files.includes(file)),
    );
  }

  /** The same flags with other files. */
  withFiles(files: readonly string[]): Flags {
    return new Flags(this.values, files);
  }

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
      throw new UsageError(WORDS.number(name, whole, least, text));
    }
    return value;
  }

  /** Whether truncated stacks are joined. */
  assemble(otherwise: boolean): boolean {
    if (this.has("assemble") && this.has("no-assemble")) {
      throw new UsageError(WORDS.assembleTwice);
    }
    return this.has("assemble") || (otherwise && !this.has("no-assemble"));
  }

  /**
   * The transforms that the flags ask for.
   * @throws UsageError where a pattern cannot be read
   */
  transforms(): Transform[] {
    const out: Transform[] = [];
    for (const step of NAME_STEPS) {
      const pattern = this.pattern(step, compilePattern);
      if (pattern) out.push({ do: step, pattern });
    }
    for (const step of LABEL_STEPS) {
      const pattern = this.pattern(step, COMPILE_LABEL[step]);
      if (pattern) out.push({ do: step, pattern });
    }
    const wanted = this.text("granularity");
    const granularity = GRANULARITIES.find((g) => g === wanted);
    if (granularity) out.push({ do: "granularity", pattern: granularity });
    else if (wanted) {
      throw new UsageError(WORDS.noneOf("granularity", wanted, GRANULARITIES));
    }
    if (this.has("noinlines")) out.push({ do: "no-inlines" });
    if (this.has("keep-dropped")) out.push({ do: "keep-dropped" });
    return withNames(out, this.names());
  }

  /** As pprof's -symbolize, of which only demangling means something here. */
  private names(): NameStyle {
    let found: NameStyle = this.has("raw-names") ? "none" : "name";
    for (const part of (this.text("symbolize") ?? "").toLowerCase().split(":")) {
      if (part === "") continue;
      if (part === "none") return "none";
      const mode = /^demangle=(default|templates|full|none)$/.exec(part)?.[1];
      if (mode === undefined) {
        throw new UsageError(WORDS.symbolize(part));
      }
      found = mode === "default" ? "name" : (mode as NameStyle);
    }
    return found;
  }

  /** What is given of the filters, in pprof's order and under its names. */
  activeFilters(): readonly string[] {
    return FILTER_FLAGS.flatMap((name) =>
      this.text(name) ? [`${name.replace("-", "_")}=${this.text(name)}`] : [],
    );
  }

  private pattern(name: string, compile: (pattern: string) => unknown): string {
    const pattern = this.text(name);
    if (!pattern) return "";
    try {
      compile(pattern);
    } catch (error) {
      throw new UsageError(`--${name} ${error instanceof Error ? error.message : String(error)}`);
    }
    return pattern;
  }
}

/** What reads the pattern of each step about labels. */
const COMPILE_LABEL: Readonly<Record<LabelStep, (pattern: string) => unknown>> = {
  tagfocus: compileLabelTest,
  tagignore: compileLabelTest,
  tagshow: compilePattern,
  taghide: compilePattern,
  tagroot: () => undefined,
  tagleaf: () => undefined,
};

const FILTER_FLAGS = [
  "focus",
  "ignore",
  "hide",
  "show",
  "show-from",
  "tagfocus",
  "tagignore",
  "tagshow",
  "taghide",
] as const;

/** Stands before a part of standard input, -#1, which is no option. No argument can hold it. */
const HELD = "\u0000";

function released<T>(value: T): T | string {
  return typeof value === "string" && value.startsWith(HELD) ? value.slice(1) : value;
}

/** @throws UsageError where the arguments are not the command's */
export function parseFlags(args: readonly string[], options: OptionTable, command: string): Flags {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: args.map((arg) => (arg.startsWith("-#") ? HELD + arg : arg)),
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const end = tokens.findIndex((token) => token.kind === "option-terminator");
    const divided =
      end < 0
        ? undefined
        : tokens.slice(0, end).filter((token) => token.kind === "positional").length;
    const given = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(released) : released(value),
      ]),
    );
    return new Flags(given, positionals.map(released), divided);
  } catch (error) {
    const [fault, option] = faultOf(error instanceof Error ? error.message : String(error));
    throw new UsageError(WORDS.wrong(fault, option, command));
  }
}

const FAULTS: Readonly<Record<string, FlagFault>> = {
  "argument missing": "missing",
  "argument is ambiguous": "ambiguous",
  "does not take an argument": "none",
};

/** What Node says of a flag that is wrong: what is wrong, and which flag it is. */
function faultOf(told: string): readonly [FlagFault, string] {
  // What follows explains how to give positionals that begin with a dash.
  const short = told.replace(/(?:\. To specify|\n).*$/s, "");
  const unknown = /^Unknown option '(.*)'$/s.exec(short)?.[1];
  if (unknown !== undefined) return ["unknown", unknown];
  const [, option, what] = /^Option '(.*)' ([a-z ]+?)\.?$/s.exec(short) ?? [];
  const fault = what === undefined ? undefined : FAULTS[what];
  if (fault && option !== undefined) return [fault, option];
  return ["other", `${short.slice(0, 1).toLowerCase()}${short.slice(1)}`];
}
