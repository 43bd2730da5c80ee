// Measures several things in turn, so that whatever else the machine does meanwhile falls on all
// of them alike, and compares them round by round.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/** Collects garbage, so that none of what was made before is collected during what is measured next. */
export const collect = runInNewContext("gc");

/** Milliseconds that work took, and what it gave. */
export async function timed(work) {
  const from = performance.now();
  const result = await work();
  return { ms: performance.now() - from, result };
}

/** Milliseconds that work took, and those of processor time: its own, the collector's, the compiler's. */
export function spent(work) {
  const from = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - from, processor: (user + system) / 1000 };
}

/**
 * Runs each of `measures` (name -> async function that gives milliseconds, or an object of them)
 * once a round, each round beginning with another one; undefined leaves a hole. Gives for each name its milliseconds, one
 * a round; an object's entries are called `name.key`.
 */
export async function alternate(measures, rounds, told = () => {}, tidy = false) {
  const names = Object.keys(measures);
  const times = {};
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      if (tidy) collect();
      told(`${name}, round ${round + 1} of ${rounds}`);
      const took = await measures[name](round);
      if (took === undefined) continue;
      const entries = typeof took === "number" ? [[name, took]] : Object.entries(took);
      for (const [key, ms] of entries) {
        const at = typeof took === "number" ? key : `${name}.${key}`;
        times[at] ??= [];
        times[at][round] = ms;
      }
    }
  }
  return times;
}

/** The middle of numbers, or the mean of the middle two. Holes are left out. */
export function median(list) {
  return quantile(list, 0.5);
}

/** A quantile by linear interpolation. Holes are left out. */
export function quantile(list, q) {
  const sorted = list.filter((v) => v !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

export function least(list) {
  return Math.min(...list.filter((v) => v !== undefined));
}

/** The median of the ratios of each round in which both were measured. */
export function ratio(ours, others) {
  const ratios = [];
  ours.forEach((ms, round) => {
    if (others?.[round] > 0) ratios.push(ms / others[round]);
  });
  return median(ratios);
}
