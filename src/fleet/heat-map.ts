import type { Fleet } from "./fleet.js";
import type { TimeBuckets } from "./time-buckets.js";

/** A cluster and a kind: what a mean profile of the cluster holds of the kind, over time. */
export interface HeatRow {
  readonly cluster: number;
  readonly kind: number;
  /** bytes by column; NaN where the cluster has no profile */
  readonly cells: Float64Array;
  readonly most: number;
}

export interface HeatMap {
  /** clusters that hold most first, and of each the kinds that hold most */
  readonly rows: readonly HeatRow[];
  /** profiles by cluster and column: cluster × columns + column */
  readonly profiles: Uint32Array;
  /** of all cells, in bytes */
  readonly most: number;
}

/**
 * The mean over all profiles of a cluster and column, also over those that hold nothing of a kind.
 * @param program place of the program whose profiles count
 */
export function heatMap(fleet: Fleet, buckets: TimeBuckets, program: number): HeatMap {
  const { profiles, holds, clusters, kinds } = fleet;
  const { count } = buckets;
  const counts = new Uint32Array(clusters.length * count);
  const sums = new Map<number, Float64Array>();
  for (let p = 0; p < profiles.id.length; p++) {
    if (profiles.program[p] !== program) continue;
    const cluster = profiles.cluster[p];
    const column = buckets.of[p];
    counts[cluster * count + column]++;
    for (let h = holds.from[p]; h < holds.from[p + 1]; h++) {
      const key = cluster * kinds.length + holds.kind[h];
      const row = sums.get(key) ?? new Float64Array(count);
      sums.set(key, row);
      row[column] += holds.value[h];
    }
  }
  const rows = [...sums].map(([key, row]): HeatRow => {
    const cluster = Math.floor(key / kinds.length);
    const cells = row.map((sum, column) => sum / counts[cluster * count + column]);
    return { cluster, kind: key % kinds.length, cells, most: mostOf(cells) };
  });
  const totals = new Map<number, number>();
  for (const { cluster, most } of rows) totals.set(cluster, (totals.get(cluster) ?? 0) + most);
  const total = ({ cluster }: HeatRow) => totals.get(cluster) ?? 0;
  rows.sort((a, b) => total(b) - total(a) || a.cluster - b.cluster || b.most - a.most);
  return { rows, profiles: counts, most: rows.reduce((most, row) => Math.max(most, row.most), 0) };
}

function mostOf(cells: Float64Array): number {
  let most = 0;
  for (const value of cells) if (value > most) most = value;
  return most;
}

/** Profiles of a cell, those that hold most of the kind first: places, and what each holds. */
export function profilesOfCell(
  fleet: Fleet,
  buckets: TimeBuckets,
  cell: { program: number; cluster: number; kind: number; column: number },
): { readonly profile: number; readonly value: number }[] {
  const { profiles } = fleet;
  const found: { profile: number; value: number }[] = [];
  for (let p = 0; p < profiles.id.length; p++) {
    if (profiles.program[p] !== cell.program || profiles.cluster[p] !== cell.cluster) continue;
    if (buckets.of[p] === cell.column) found.push({ profile: p, value: held(fleet, p, cell.kind) });
  }
  return found.sort((a, b) => b.value - a.value || a.profile - b.profile);
}

/** Bytes of a kind in a profile. */
function held({ holds }: Fleet, profile: number, kind: number): number {
  for (let h = holds.from[profile]; h < holds.from[profile + 1]; h++) {
    if (holds.kind[h] === kind) return holds.value[h];
  }
  return 0;
}

/** The program of most profiles. */
export function usualProgram({ profiles, programs }: Fleet): number {
  const counts = programs.map(() => 0);
  for (const program of profiles.program) counts[program]++;
  return counts.indexOf(Math.max(...counts));
}
