import { itemAt } from "../../lib/must.js";
import { Interrupted } from "../exit-code.js";
import { pause, releaseOf, type Scrape, type ScrapeOptions, scrape } from "./scrape.js";
import type { Target } from "./target.js";
import { TargetError } from "./target-error.js";

/** What could not be recorded in a round. */
export interface Failure {
  readonly target: string;
  readonly time: number;
  readonly error: string;
}

/** A profile with what is asked once of its process. */
export interface RoundScrape extends Scrape {
  readonly release: string | null;
}

/** All targets, each recorded once at about the same time. */
export interface Round {
  readonly scrapes: readonly RoundScrape[];
  readonly failures: readonly Failure[];
}

/** What there is to record just now. */
export interface Targets {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
}

export interface Schedule {
  /** milliseconds from the beginning of a round to that of the next */
  readonly interval: number;
  /** rounds; Infinity where none is the last */
  readonly count: number;
  /** milliseconds after which no round begins */
  readonly lasting: number;
}

/** So many targets are asked at a time: a profile is a few MB on both sides. */
const AT_ONCE = 8;

/**
 * Records round after round. What fails in one target is told in the round and stops nothing. Rounds
 * begin at multiples of the interval; a beginning that was missed, because a round took longer, is
 * not made up for.
 *
 * @param find the targets of a round
 * @throws Interrupted; what `find` throws
 */
export async function* recordRounds(
  find: () => Promise<Targets>,
  schedule: Schedule,
  options: ScrapeOptions,
): AsyncGenerator<Round, void> {
  const begun = Date.now();
  const releases = new Map<string, string | null>();
  for (let n = 0; n < schedule.count; n++) {
    const { targets, failures } = await find();
    yield await oneRound(targets, failures, releases, options);
    if (n + 1 >= schedule.count) return;
    const passed = Date.now() - begun;
    const next = Math.max(passed, Math.ceil(passed / schedule.interval) * schedule.interval);
    if (next > schedule.lasting) return;
    await pause(next - passed, options.signal);
  }
}

async function oneRound(
  targets: readonly Target[],
  before: readonly Failure[],
  releases: Map<string, string | null>,
  options: ScrapeOptions,
): Promise<Round> {
  const found: (RoundScrape | undefined)[] = targets.map(() => undefined);
  const failures = [...before];
  let at = 0;
  const worker = async () => {
    while (at < targets.length) {
      const k = at++;
      const target = itemAt(targets, k);
      try {
        const taken = await scrape(target, options);
        found[k] = { ...taken, release: await knownRelease(target, releases, options) };
      } catch (error) {
        if (error instanceof Interrupted) throw error;
        if (!(error instanceof TargetError)) throw error;
        failures.push({ target: target.name, time: Date.now(), error: error.message });
      }
    }
  };
  const working = Array.from({ length: Math.min(AT_ONCE, targets.length) }, worker);
  // All of them end before the round does, also where the person interrupts.
  for (const ended of await Promise.allSettled(working)) {
    if (ended.status === "rejected" && !(ended.reason instanceof Interrupted)) throw ended.reason;
  }
  return { scrapes: found.filter((s) => s !== undefined), failures };
}

/** Asked once of each process: a pod that was started again may be of another release. */
async function knownRelease(
  target: Target,
  releases: Map<string, string | null>,
  options: ScrapeOptions,
): Promise<string | null> {
  if (!target.isServer) return null;
  const { uid = "", restarts = 0 } = target.pod ?? {};
  const key = `${target.name} ${uid} ${restarts}`;
  const known = releases.get(key);
  if (known !== undefined) return known;
  const release = await releaseOf(target, options);
  if (release !== null) releases.set(key, release);
  return release;
}
