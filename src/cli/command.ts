import type { ParseArgsConfig } from "node:util";
import type { Flags } from "./input/flags.js";

/** Where a command reads and writes; a test gives its own. */
export interface Io {
  /** results */
  readonly out: (text: string) => void;
  /** everything else; a line without its end */
  readonly err: (line: string) => void;
  /** all of standard input */
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** colour may be used in results */
  readonly colour: boolean;
  /** aborted when the person interrupts */
  readonly signal: AbortSignal;
}

export type OptionTable = NonNullable<ParseArgsConfig["options"]>;

/** A subcommand. Each is a file of src/cli/commands and is named in src/cli/registry.ts. */
export interface Command {
  readonly name: string;
  /** what follows the name in the usage: "FILE [--base FILE]" */
  readonly takes: string;
  /** one line for the list of commands */
  readonly summary: () => string;
  /** what `--help` says below the usage */
  readonly help: () => string;
  readonly options: OptionTable;
  /**
   * @throws UsageError, InputError, and what the profile and engine modules throw
   */
  readonly run: (flags: Flags, io: Io) => Promise<void>;
}
