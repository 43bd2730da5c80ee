import { HELP_WORDS } from "../words/terminal/help-words.js";
import { cellsOf, padCellsEnd } from "./output/cells.js";

/** A flag as it is written, and what it is for; further lines stand below the first one. */
export type FlagRow = readonly [flag: string, text: string];

const { of: say } = HELP_WORDS;

/** Where texts of flags begin. */
const COLUMN = 20;

/** Texts and tables of flags, one below the other. */
export function helpText(...parts: readonly (string | readonly FlagRow[])[]): string {
  return parts.map((part) => (typeof part === "string" ? part : flagLines(part))).join("\n\n");
}

function flagLines(rows: readonly FlagRow[]): string {
  const indent = " ".repeat(COLUMN);
  return rows
    .map(([flag, text]) => {
      const name = `  ${flag} `;
      const isLong = cellsOf(name) > COLUMN;
      const first = isLong ? `${name.trimEnd()}\n${indent}` : padCellsEnd(name, COLUMN);
      return first + text.replaceAll("\n", `\n${indent}`);
    })
    .join("\n");
}

/** The flags of all commands that answer from profiles (`PROFILE_OPTIONS`). */
export const profileFlags = (): readonly FlagRow[] => [
  ["--sample TYPE", say("profile.sample")],
  ["--json", say("profile.json")],
  ["--assemble", say("profile.assemble")],
  ["--focus RE", say("profile.focus")],
  ["--ignore RE", say("profile.ignore")],
  ["--hide RE", say("profile.hide")],
  ["--show RE", say("profile.show")],
  ["--show-from RE", say("profile.show-from")],
  ["--tagfocus TAG", say("profile.tagfocus")],
  ["--tagignore TAG", say("profile.tagignore")],
  ["--tagroot KEYS", say("profile.tagroot")],
  ["--tagleaf KEYS", say("profile.tagleaf")],
  ["--tagshow RE", say("profile.tagshow")],
  ["--taghide RE", say("profile.taghide")],
  ["--granularity G", say("profile.granularity")],
  ["--noinlines", say("profile.noinlines")],
  ["--keep-dropped", say("profile.keep-dropped")],
  ["--symbolize demangle=MODE", say("profile.symbolize")],
  ["--raw-names", say("profile.raw-names")],
];

/** The flag of commands that join an answer of /metrics with a heap (`METRICS_OPTION`). */
export const metricsFlags = (): readonly FlagRow[] => [["--metrics TEXT", say("profile.metrics")]];

/** The flags that say what is recorded, and how (`RECORD_OPTIONS`). */
export const recordFlags = (): readonly FlagRow[] => [
  ["--interval TIME", say("record.interval")],
  ["--count N", say("record.count")],
  ["--gc", say("record.gc")],
  ["-l, --selector L", say("record.selector")],
  ["-n, --namespace N", say("record.namespace")],
  ["--port PORT", say("record.port")],
  ["--scheme S", say("record.scheme")],
  ["--insecure", say("record.insecure")],
  ["--kubeconfig F", say("record.kubeconfig")],
  ["--context NAME", say("record.context")],
  ["--no-metrics", say("record.no-metrics")],
  ["--timeout TIME", say("record.timeout")],
  ["--retries N", say("record.retries")],
];
