import { parseBytes } from "../../lib/parse-bytes.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { Io, OptionTable } from "../command.js";
import { UsageError } from "../exit-code.js";
import { durationFlag } from "../input/duration.js";
import type { Flags } from "../input/flags.js";
import { type Cluster, loadCluster } from "./cluster.js";
import { API_SERVERS, findPods } from "./find-targets.js";
import type { Schedule, Targets } from "./rounds.js";
import type { ScrapeOptions } from "./scrape.js";
import { addressTarget } from "./target.js";

const WORDS = RECORD_WORDS.flags;

/** Flags that say what is recorded, and how: of record and of watch. */
export const RECORD_OPTIONS: OptionTable = {
  selector: { type: "string", short: "l" },
  namespace: { type: "string", short: "n" },
  port: { type: "string" },
  scheme: { type: "string" },
  kubeconfig: { type: "string" },
  context: { type: "string" },
  insecure: { type: "boolean" },
  interval: { type: "string" },
  count: { type: "string" },
  for: { type: "string" },
  gc: { type: "boolean" },
  "no-metrics": { type: "boolean" },
  timeout: { type: "string" },
  retries: { type: "string" },
};

/** What a call records. */
export interface RecordPlan {
  /** undefined where only addresses are asked */
  readonly cluster: Cluster | undefined;
  readonly find: () => Promise<Targets>;
  readonly schedule: Schedule;
  readonly options: ScrapeOptions;
}

/**
 * Reads the flags of a recording, and the kubeconfig where one is needed.
 * @param addresses asked instead of pods
 * @throws UsageError, InputError
 */
export async function recordPlan(
  flags: Flags,
  addresses: readonly string[],
  io: Io,
): Promise<RecordPlan> {
  const options: ScrapeOptions = {
    gc: flags.has("gc"),
    metrics: !flags.has("no-metrics"),
    timeout: durationFlag("timeout", flags.text("timeout"), 30_000, 1),
    retries: Math.min(flags.number("retries", 0, true) ?? 2, 10),
    backOff: 500,
    signal: io.signal,
  };
  const schedule: Schedule = {
    interval: durationFlag("interval", flags.text("interval"), 60_000, 100),
    count: flags.number("count", 1, true) ?? Number.POSITIVE_INFINITY,
    lasting: flags.text("for")
      ? durationFlag("for", flags.text("for"), 0, 1)
      : Number.POSITIVE_INFINITY,
  };
  if (addresses.length > 0) {
    return { cluster: undefined, find: atAddresses(flags, addresses), schedule, options };
  }
  const choice = podChoice(flags);
  const cluster = await loadCluster(flags.text("kubeconfig"), flags.text("context"));
  return { cluster, find: findPods(cluster, choice, options, io.err), schedule, options };
}

function atAddresses(flags: Flags, addresses: readonly string[]): () => Promise<Targets> {
  for (const name of ["selector", "namespace", "port", "context", "kubeconfig"]) {
    if (flags.text(name) !== undefined) {
      throw new UsageError(WORDS.podsGiven(name));
    }
  }
  const targets = addresses.map((address) => {
    try {
      return addressTarget(address);
    } catch {
      throw new UsageError(`${address}: ${WORDS.noAddress}`);
    }
  });
  const names = targets.map((target) => target.name);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) throw new UsageError(WORDS.twice(twice));
  return async () => ({ targets, failures: [] });
}

function podChoice(flags: Flags) {
  const selector = flags.text("selector");
  const port = flags.number("port", 1, true);
  if (port !== undefined && port > 65_535) {
    throw new UsageError(INPUT_WORDS.flags.port("port", String(port)));
  }
  if (selector !== undefined && port === undefined) {
    throw new UsageError(WORDS.noPort);
  }
  const scheme = flags.text("scheme") ?? (selector === undefined ? "https" : "http");
  if (scheme !== "http" && scheme !== "https") {
    throw new UsageError(WORDS.scheme(scheme));
  }
  return {
    namespace: flags.text("namespace") ?? API_SERVERS.namespace,
    selector: selector ?? API_SERVERS.selector,
    port: port ?? 6443,
    how: { scheme, trusted: scheme === "https", insecure: flags.has("insecure") } as const,
    orServer: selector === undefined,
  };
}

/** A size of a flag, in bytes. @throws UsageError */
export function sizeFlag(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseBytes(text);
  if (bytes === undefined) throw new UsageError(WORDS.size(name, text));
  return bytes;
}
