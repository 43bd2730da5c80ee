import { openParts } from "../../export/opened-parts.js";
import { isMetricsText } from "../../kubernetes/metrics/metrics-text.js";
import { readServed } from "../../kubernetes/metrics/served.js";
import { lastOf } from "../../lib/must.js";
import { sampleTypeIndex, valuesOf } from "../../profile/profile.js";
import { ProfileError } from "../../profile/profile-error.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import { Interrupted } from "../exit-code.js";
import { work } from "../run-work.js";
import type { Answer } from "./http-get.js";
import type { Target } from "./target.js";
import { TargetError } from "./target-error.js";

const WORDS = RECORD_WORDS.answer;

/** How each target is asked. */
export interface ScrapeOptions {
  /** a collection is run before each profile */
  readonly gc: boolean;
  readonly metrics: boolean;
  /** milliseconds of one try */
  readonly timeout: number;
  /** tries after the first one */
  readonly retries: number;
  /** milliseconds before the second try, doubled for each further one */
  readonly backOff: number;
  readonly signal: AbortSignal;
}

/** A profile of a target, and what is known beside it. */
export interface Scrape {
  readonly target: Target;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** this machine's clock when it was asked for, in milliseconds */
  readonly asked: number;
  /** milliseconds until it was there */
  readonly took: number;
  /** the server's clock minus this machine's, in milliseconds; null where it does not tell */
  readonly skew: number | null;
  /** bytes in use by the profile; null where it is no heap profile */
  readonly heap: number | null;
  /** bytes resident; null where /metrics does not tell */
  readonly rss: number | null;
  /** when the process started, in seconds of its clock; null where /metrics does not tell */
  readonly started: number | null;
  /** why /metrics did not tell; "" where it did */
  readonly noMetrics: string;
}

const MAX_PROFILE = 256 << 20;
const MAX_METRICS = 64 << 20;
const MAX_RELEASE = 1 << 16;

/**
 * Records one profile of a target, with further tries where a failure may pass.
 * @throws TargetError that says what to try; Interrupted
 */
export async function scrape(target: Target, options: ScrapeOptions): Promise<Scrape> {
  for (let tries = 0; ; tries++) {
    try {
      return await scrapeOnce(target, options);
    } catch (error) {
      if (!(error instanceof TargetError) || !error.passing || tries >= options.retries)
        throw error;
      await pause(options.backOff * 2 ** tries, options.signal);
    }
  }
}

async function scrapeOnce(target: Target, options: ScrapeOptions): Promise<Scrape> {
  const { timeout, signal } = options;
  const path = options.gc ? withGc(target.heapPath) : target.heapPath;
  const asked = Date.now();
  const answer = await target.get(path, { most: MAX_PROFILE, timeout, signal });
  const took = Date.now() - asked;
  const { sha256, heap } = await readHeap(answer, signal);
  const numbers = options.metrics ? await metricsOf(target, options) : NO_METRICS;
  // A server's clock tells whole seconds, at some moment between question and answer.
  const skew = answer.date === undefined ? null : answer.date - (asked + took);
  return { target, bytes: answer.bytes, sha256, asked, took, skew, heap, ...numbers };
}

function withGc(path: string): string {
  return /[?&]gc=/.test(path) ? path : `${path}${path.includes("?") ? "&" : "?"}gc=1`;
}

/** @throws TargetError where the answer is no profile */
async function readHeap({ bytes, type }: Answer, signal: AbortSignal) {
  const head = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  if (/^<(!doctype|html|head|body|\?xml)/i.test(head)) {
    throw new TargetError(WORDS.page, false);
  }
  if (bytes.length === 0) throw new TargetError(WORDS.empty, true);
  try {
    const { parts } = await openParts("heap", bytes, { signal }, (steps) => work(steps, signal));
    const { profile, hash } = lastOf(parts);
    const column = sampleTypeIndex(profile, "inuse_space");
    const heap = column < 0 ? null : valuesOf(profile, column).reduce((a, v) => a + v, 0);
    return { sha256: hash, heap };
  } catch (error) {
    if (signal.aborted) throw new Interrupted();
    if (!(error instanceof ProfileError)) throw error;
    throw new TargetError(WORDS.damaged(type.split(";", 1)[0] ?? "", error.message), true);
  }
}

const NO_METRICS = { rss: null, started: null, noMetrics: "" } as const;

async function metricsOf(target: Target, { timeout, signal }: ScrapeOptions) {
  try {
    const { bytes } = await target.get("/metrics", { most: MAX_METRICS, timeout, signal });
    const text = new TextDecoder().decode(bytes);
    if (!isMetricsText(text)) return { ...NO_METRICS, noMetrics: WORDS.noMetrics };
    const started = /^process_start_time_seconds(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1];
    return {
      rss: readServed(text).residentBytes ?? null,
      started: Number.isFinite(Number(started)) && started !== undefined ? Number(started) : null,
      noMetrics: "",
    };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return { ...NO_METRICS, noMetrics: error.message };
  }
}

/** The release that an API server tells at /version, or null. @throws Interrupted */
export async function releaseOf(
  target: Target,
  { timeout, signal }: Pick<ScrapeOptions, "timeout" | "signal">,
): Promise<string | null> {
  try {
    const { bytes } = await target.get("/version", { most: MAX_RELEASE, timeout, signal });
    const { gitVersion } = JSON.parse(new TextDecoder().decode(bytes)) as { gitVersion?: unknown };
    return typeof gitVersion === "string" ? gitVersion.slice(0, 80) : null;
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return null;
  }
}

/** @throws Interrupted */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new Interrupted();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, Math.max(0, milliseconds));
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done, { once: true });
  });
  if (signal.aborted) throw new Interrupted();
}
