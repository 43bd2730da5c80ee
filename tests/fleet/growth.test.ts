import { describe, expect, it } from "vitest";
import { growthRanking } from "../../src/fleet/growth.js";
import { readIndex } from "../../src/fleet/read-index.js";
import { timeBuckets } from "../../src/fleet/time-buckets.js";
import { kindRow, profileRow, tableFile } from "./made-tables.js";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

/** Profiles of a cluster: day, node and what a kind holds, with its error. */
async function ranked(
  rows: readonly (readonly [
    day: number,
    node: string | null,
    bytes: number,
    error: number | null,
  ])[],
) {
  const of = { pod: null, namespace: null };
  const profiles = rows.map(([day, node], i) =>
    profileRow(`p${i}x`, START + day * DAY + i, { ...of, node }),
  );
  const kinds = rows.map(([, , bytes, error], i) => kindRow(`p${i}x`, "ConfigMap", bytes, error));
  const { fleet } = await readIndex([
    await tableFile("profiles", profiles),
    await tableFile("kinds", kinds),
  ]);
  const buckets = timeBuckets(fleet);
  return { fleet, ...growthRanking(fleet, buckets, 0, [0, buckets.count - 1]) };
}

describe("growth between two times", () => {
  it("is told where it is larger than what sampling can be wrong by", async () => {
    const { grown, fleet } = await ranked([
      [0, "a", 1000, 30],
      [3, "a", 1200, 40],
    ]);
    expect(grown).toMatchObject([{ before: 1000, after: 1200, error: 50 }]);
    expect(fleet.profiles.id[grown[0]!.later]).toMatch(/^p1x/);
  });

  it("is noise where it is not, and where a process' own profiles differ as much", async () => {
    expect(
      await ranked([
        [0, "a", 1000, 30],
        [3, "a", 1090, 40],
      ]),
    ).toMatchObject({
      grown: [],
      within: 1,
    });
    const restless = await ranked([
      [0, "a", 500, 1],
      [0, "a", 1500, 1],
      [3, "a", 900, 1],
      [3, "a", 1800, 1],
    ]);
    expect(restless).toMatchObject({ grown: [], within: 1 });
  });

  it("is not told of other processes, nor of those that nothing names", async () => {
    expect(
      await ranked([
        [0, "a", 1000, 1],
        [3, "b", 9000, 1],
      ]),
    ).toMatchObject({
      grown: [],
      clusters: { others: [0] },
    });
    expect(
      await ranked([
        [0, null, 1000, 1],
        [3, null, 9000, 1],
      ]),
    ).toMatchObject({
      grown: [],
      clusters: { nameless: [0] },
    });
    expect(await ranked([[0, "a", 1000, 1]])).toMatchObject({ clusters: { once: [0] } });
  });

  it("compares each process with itself: that a hot one came is no growth of the others", async () => {
    const { grown } = await ranked([
      [0, "a", 1000, 1],
      [3, "a", 1100, 1],
      [3, "hot", 90_000, 1],
    ]);
    expect(grown).toMatchObject([{ before: 1000, after: 1100 }]);
  });

  it("is not told where the error of a single profile is not known", async () => {
    expect(
      await ranked([
        [0, "a", 1000, null],
        [3, "a", 9000, 1],
      ]),
    ).toMatchObject({
      grown: [],
      unsure: 1,
    });
  });

  it("needs the more standard errors the more rows there are, so that chance shows none", async () => {
    const one = await ranked([
      [0, "a", 1000, 1],
      [3, "a", 1000, 1],
    ]);
    expect(one.errors).toBe(2);
    const profiles = [];
    const kinds = [];
    // 400 kinds that change by up to three errors of the change: what chance does in so many rows.
    for (const [id, day] of [
      ["x", 0],
      ["y", 3],
    ] as const) {
      profiles.push(profileRow(id, START + day * DAY));
      for (let k = 0; k < 400; k++) {
        kinds.push(kindRow(id, `Kind${k}`, 1000 + (id === "y" ? (k / 400) * 30 * 1.41 : 0), 10));
      }
    }
    const { fleet } = await readIndex([
      await tableFile("profiles", profiles),
      await tableFile("kinds", kinds),
    ]);
    const buckets = timeBuckets(fleet);
    const ranking = growthRanking(fleet, buckets, 0, [0, buckets.count - 1]);
    expect(ranking.errors).toBeGreaterThan(3.5);
    expect(ranking).toMatchObject({ grown: [], within: 400 });
  });
});
