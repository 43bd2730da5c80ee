import { closeSync, openSync, readSync, statSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";
import { isMetricsText } from "../../kubernetes/metrics/metrics-text.js";
import { readServed, type Served } from "../../kubernetes/metrics/served.js";
import { MAX_UNPACKED_BYTES } from "../../profile/size-limits.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Io, OptionTable } from "../command.js";
import { InputError, UsageError } from "../exit-code.js";
import type { Flags } from "./flags.js";
import { readInput } from "./input.js";

/** The flag that names an answer of /metrics, of the commands that join it with a heap. */
export const METRICS_OPTION: OptionTable = { metrics: { type: "string" } };

const WORDS = INPUT_WORDS.metrics;

/** So much of a file tells whether it is an answer of /metrics. */
const HEAD = 4096;
/** What deflate makes of it at most. */
const UNPACKED_HEAD = HEAD * 1100;

/** Flags whose FILEs are profiles alone, and what an answer of /metrics among them says. */
export interface WithMetrics {
  readonly flags: Flags;
  readonly served: Served | undefined;
}

/**
 * Takes answers of /metrics out of the FILEs of a call, and reads the one there is.
 * @throws UsageError where there are two; InputError where what --metrics names is none
 */
export async function withMetrics(flags: Flags, io: Io): Promise<WithMetrics> {
  const among = flags.files.filter(isMetricsPath);
  const named = flags.text("metrics");
  const all = named === undefined ? among : [named, ...among];
  if (all.length > 1) {
    throw new UsageError(WORDS.several(all.length));
  }
  const [file] = all;
  if (file === undefined) return { flags, served: undefined };
  return { flags: flags.without(among), served: await readMetrics(file, io) };
}

/** Whether a path of this machine leads to an answer of /metrics, packed or not. */
function isMetricsPath(path: string): boolean {
  const head = new Uint8Array(HEAD);
  let read = 0;
  try {
    if (!statSync(path).isFile()) return false;
    const fd = openSync(path, "r");
    try {
      read = readSync(fd, head, 0, HEAD, 0);
    } finally {
      closeSync(fd);
    }
    return isMetricsText(textOf(head.subarray(0, read), UNPACKED_HEAD));
  } catch {
    // What cannot be read is told where it is opened as a profile.
    return false;
  }
}

async function readMetrics(file: string, io: Io): Promise<Served> {
  const { name, bytes } = await readInput(file, io);
  const text = unpacked(name, bytes);
  if (!isMetricsText(text)) {
    throw new InputError(`${name}: ${WORDS.none}`);
  }
  return readServed(text);
}

function unpacked(name: string, bytes: Uint8Array): string {
  try {
    return textOf(bytes, MAX_UNPACKED_BYTES);
  } catch {
    throw new InputError(`${name}: ${WORDS.packed}`);
  }
}

/** @param most bytes that are unpacked at most; a packed text may be cut short */
function textOf(bytes: Uint8Array, most: number): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isPacked
    ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most })
    : bytes;
  return new TextDecoder().decode(plain);
}
