import type { HeatMap, HeatRow } from "../../fleet/heat-map.js";

/** A cluster of the map, with the rows that are seen. */
export interface HeatGroup {
  readonly cluster: number;
  readonly rows: readonly HeatRow[];
  readonly unfolded: boolean;
  /** rows that are folded, or could be */
  readonly foldable: number;
}

/** Kinds of a cluster that are seen at first. */
const SEEN = 5;
/** A kind that never holds this part of the cluster's largest is folded. */
const SMALL = 0.01;

/**
 * The rows of the map by cluster, in its order.
 * @param kind the only kind that is seen; -1 for all
 */
export function heatGroups(
  map: HeatMap,
  kind: number,
  unfolded: ReadonlySet<number>,
): readonly HeatGroup[] {
  const clusters = new Map<number, HeatRow[]>();
  for (const row of map.rows) {
    if (kind >= 0 && row.kind !== kind) continue;
    const rows = clusters.get(row.cluster) ?? [];
    clusters.set(row.cluster, rows);
    rows.push(row);
  }
  return [...clusters].map(([cluster, rows]) => {
    const large = rows.filter((row) => row.most >= (rows[0]?.most ?? 0) * SMALL).slice(0, SEEN);
    const whole = unfolded.has(cluster);
    const foldable = rows.length - large.length;
    return { cluster, rows: whole ? rows : large, unfolded: whole, foldable };
  });
}
