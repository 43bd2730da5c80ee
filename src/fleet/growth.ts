import type { Fleet } from "./fleet.js";
import type { TimeBuckets } from "./time-buckets.js";

/** How a cluster's kind changed between two times. */
export interface Growth {
  readonly cluster: number;
  readonly kind: number;
  /** bytes of a mean process */
  readonly before: number;
  readonly after: number;
  /** of the change, in bytes: one standard error */
  readonly error: number;
  /** profiles to look at: of the process that grew most, its last of each time */
  readonly earlier: number;
  readonly later: number;
}

/** Why a cluster is not compared. */
export type NotCompared = "once" | "others" | "nameless";

export interface GrowthRanking {
  /** beyond noise, the largest growth first */
  readonly grown: readonly Growth[];
  /** rows that changed within noise, or fell */
  readonly within: number;
  /** rows whose error is not known */
  readonly unsure: number;
  /** clusters that are not compared: profiles at one time only, of other processes, or nameless */
  readonly clusters: Readonly<Record<NotCompared, readonly number[]>>;
  /** a change counts from so many standard errors on */
  readonly errors: number;
}

/** What one process holds at one time, by kind: over so many profiles. */
interface Level {
  profiles: number;
  last: number;
  readonly kinds: Map<number, { sum: number; squares: number; variance: number }>;
}

/**
 * Ranks clusters and kinds by their growth from one column to another one. Of each cluster the
 * first and the last column with profiles in between are compared, process by process: another
 * process holds something else, and that is no growth. The error is that of sampling, or of a
 * process' profiles among each other where that is larger.
 * @param program place of the program whose profiles count
 */
export function growthRanking(
  fleet: Fleet,
  buckets: TimeBuckets,
  program: number,
  [first, last]: readonly [number, number],
): GrowthRanking {
  const clusters: Record<NotCompared, number[]> = { once: [], others: [], nameless: [] };
  const rows: Growth[] = [];
  for (const [cluster, columns] of profilesByColumn(fleet, buckets, program)) {
    const within = [...columns.keys()].filter((c) => c >= first && c <= last);
    const [from, to] = [Math.min(...within), Math.max(...within)];
    if (within.length === 0) continue;
    if (from === to) {
      clusters.once.push(cluster);
      continue;
    }
    const earlier = levels(fleet, columns.get(from) ?? []);
    const later = levels(fleet, columns.get(to) ?? []);
    const both = [...earlier.keys()].filter((process) => later.has(process));
    const named = both.filter((process) => process >= 0);
    if (named.length > 0) rows.push(...growthOf(cluster, named, earlier, later));
    else clusters[both.length > 0 ? "nameless" : "others"].push(cluster);
  }
  const errors = Math.max(2, quantile(1 - 0.05 / Math.max(1, rows.length)));
  const sure = rows.filter(({ error }) => !Number.isNaN(error));
  const grown = sure.filter(({ before, after, error }) => after - before > errors * error);
  grown.sort((a, b) => b.after - b.before - (a.after - a.before));
  const unsure = rows.length - sure.length;
  return { grown, within: sure.length - grown.length, unsure, clusters, errors };
}

function profilesByColumn({ profiles }: Fleet, buckets: TimeBuckets, program: number) {
  const found = new Map<number, Map<number, number[]>>();
  for (let p = 0; p < profiles.id.length; p++) {
    if (profiles.program[p] !== program) continue;
    const cluster = profiles.cluster[p];
    const columns = found.get(cluster) ?? new Map<number, number[]>();
    found.set(cluster, columns);
    const column = columns.get(buckets.of[p]) ?? [];
    columns.set(buckets.of[p], column);
    column.push(p);
  }
  return found;
}

/** By process; all without a name are one, -1. */
function levels({ profiles, holds }: Fleet, places: readonly number[]): Map<number, Level> {
  const found = new Map<number, Level>();
  for (const p of places) {
    const process = profiles.process[p];
    const level = found.get(process) ?? { profiles: 0, last: p, kinds: new Map() };
    found.set(process, level);
    level.profiles++;
    level.last = p;
    for (let h = holds.from[p]; h < holds.from[p + 1]; h++) {
      const value = holds.value[h];
      const sum = level.kinds.get(holds.kind[h]) ?? { sum: 0, squares: 0, variance: 0 };
      level.kinds.set(holds.kind[h], sum);
      sum.sum += value;
      sum.squares += value * value;
      sum.variance += holds.variance[h];
    }
  }
  return found;
}

function growthOf(
  cluster: number,
  processes: readonly number[],
  earlier: ReadonlyMap<number, Level>,
  later: ReadonlyMap<number, Level>,
): Growth[] {
  const pairs = processes.flatMap((process) => {
    const [before, after] = [earlier.get(process), later.get(process)];
    return before && after ? [{ before, after }] : [];
  });
  const kinds = new Set(pairs.flatMap((p) => [...p.before.kinds.keys(), ...p.after.kinds.keys()]));
  return [...kinds].map((kind) => {
    const all = pairs.map(({ before, after }) => ({
      before: meanOf(before, kind),
      after: meanOf(after, kind),
      pair: [before.last, after.last] as const,
    }));
    const most = all.reduce((a, b) =>
      b.after.mean - b.before.mean > a.after.mean - a.before.mean ? b : a,
    );
    const mean = (side: "before" | "after") =>
      all.reduce((sum, one) => sum + one[side].mean, 0) / all.length;
    const variance = all.reduce((sum, one) => sum + one.before.variance + one.after.variance, 0);
    return {
      cluster,
      kind,
      before: mean("before"),
      after: mean("after"),
      error: Math.sqrt(variance) / all.length,
      earlier: most.pair[0],
      later: most.pair[1],
    };
  });
}

/** Mean of a process' profiles, and the variance of that mean; NaN where it is not known. */
function meanOf({ profiles: n, kinds }: Level, kind: number): { mean: number; variance: number } {
  const found = kinds.get(kind);
  if (!found) return { mean: 0, variance: 0 };
  const mean = found.sum / n;
  const among = n > 1 ? Math.max(0, found.squares - n * mean * mean) / (n - 1) / n : 0;
  const sampling = found.variance / n / n;
  if (Number.isNaN(sampling)) return { mean, variance: n > 1 ? among : Number.NaN };
  return { mean, variance: Math.max(sampling, among) };
}

/**
 * Quantile of the normal distribution above a half, to 0.0005: Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 26.2.23.
 */
function quantile(share: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.max(1e-300, 1 - share)));
  const above = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  return t - above / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
}
