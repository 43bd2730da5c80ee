import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { heatMap, profilesOfCell, usualProgram } from "../../src/fleet/heat-map.js";
import { readIndex } from "../../src/fleet/read-index.js";
import { timeBuckets } from "../../src/fleet/time-buckets.js";
import { fileOf, kindRow, profileRow, tableFile } from "./made-tables.js";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

async function twoClusters() {
  return [
    await tableFile("profiles", [profileRow("a1", START)], "a1"),
    await tableFile("kinds", [kindRow("a1", "ConfigMap", 300, 3), kindRow("a1", "", 700, 5)], "a1"),
    await tableFile("profiles", [profileRow("a2", START + 3 * DAY)], "a2"),
    await tableFile(
      "kinds",
      // Two stages of one kind are one holding.
      [kindRow("a2", "ConfigMap", 400, 3), kindRow("a2", "ConfigMap", 500, 4)],
      "a2",
    ),
    await tableFile("profiles", [profileRow("b1", START)], "b1", "prod%2F2"),
    await tableFile("kinds", [kindRow("b1", "Secret", 10, null)], "b1", "prod%2F2"),
  ];
}

describe("an index that the page reads", () => {
  it("tells what the kinds of each cluster hold over time", async () => {
    const { fleet, problems } = await readIndex(await twoClusters());
    expect(problems).toEqual([]);
    expect(fleet.clusters).toEqual(["prod-1", "prod/2"]);
    expect(fleet.programs[usualProgram(fleet)]).toBe("kube-apiserver");
    expect(fleet.profiles.file).toContain("recordings/a2.pb.gz");
    const buckets = timeBuckets(fleet);
    expect(buckets).toMatchObject({ start: START, step: DAY / 8 });
    const map = heatMap(fleet, buckets, usualProgram(fleet));
    const shown = map.rows.map(({ cluster, kind, cells }) => [
      fleet.clusters[cluster],
      fleet.kinds[kind]!.key,
      cells[0],
      cells.at(-1),
    ]);
    expect(shown).toEqual([
      ["prod-1", "ConfigMap", 300, 900],
      ["prod-1", "other", 700, 0],
      ["prod/2", "Secret", 10, Number.NaN],
    ]);
    const of = { program: 0, cluster: 0, kind: map.rows[0]!.kind, column: buckets.count - 1 };
    expect(profilesOfCell(fleet, buckets, of)).toEqual([{ profile: 2, value: 900 }]);
  });

  it("parts time into columns of which few are empty", async () => {
    const HOUR = 3_600_000;
    for (const [every, count, step] of [
      [HOUR, 30, HOUR],
      [4 * HOUR, 12, 6 * HOUR],
      [DAY, 100, 4 * DAY],
      // A gap is a gap, and no reason for coarser columns.
      [30 * DAY, 2, DAY],
    ] as const) {
      const times = Array.from({ length: count }, (_, i) => START + i * every);
      const { fleet } = await readIndex([
        await tableFile(
          "profiles",
          times.map((time, i) => profileRow(`p${i}x`, time)),
        ),
        await tableFile(
          "kinds",
          times.map((_, i) => kindRow(`p${i}x`, "Pod", 1, 1)),
        ),
      ]);
      const buckets = timeBuckets(fleet);
      expect(buckets.step, `every ${every / HOUR} h`).toBe(step);
      expect(buckets.count).toBeLessThanOrEqual(42);
      expect(buckets.of[0]).toBe(0);
      expect(buckets.of.at(-1)).toBe(buckets.count - 1);
    }
  });

  it("asks for the columns that are shown, and not for those of a large file that are not", async () => {
    const large = Array.from({ length: 4000 }, (_, i) => ({
      ...profileRow(`p${i}`, START + i * 1000),
      // What cannot be packed.
      finding: [1, 2, 3].map((k) => hashOf(`${i} ${k}`)).join(" "),
    }));
    const profiles = await tableFile("profiles", large);
    const kinds = await tableFile("kinds", [kindRow("p1", "Pod", 1, 1)]);
    const { fleet } = await readIndex([profiles, kinds]);
    expect(fleet.profiles.id).toHaveLength(4000);
    const asked = profiles.asked.map((range) => range.split("-").map(Number));
    const sum = asked.reduce((all, [start, end]) => all + end! - start!, 0);
    expect(sum).toBeLessThan((await profiles.size()) / 2);
  });

  it("counts what is no heap of a moment, and shows the rest", async () => {
    const rows = [
      profileRow("a", START),
      profileRow("b", START, { is_difference: true }),
      profileRow("c", START, { is_sum_of_scrapes: true }),
      profileRow("d", START, { subject: "goroutines", unit: "count" }),
      profileRow("e", START, { time: null }),
    ];
    const kinds = rows.map((row) => kindRow(String(row.profile_id), "Pod", 5, 1));
    const { fleet } = await readIndex([
      await tableFile("profiles", rows),
      await tableFile("kinds", kinds),
    ]);
    expect(fleet.profiles.id).toHaveLength(1);
    expect(fleet.leftOut).toEqual({ differences: 1, sums: 1, others: 1, untimed: 1, unread: 0 });
  });

  it("takes a profile that was indexed twice once, with the cluster that is known", async () => {
    const files = await twoClusters();
    const nameless = "__HIVE_DEFAULT_PARTITION__";
    const again = [
      await tableFile("profiles", [profileRow("a1", START)], "a1", nameless),
      await tableFile("kinds", [kindRow("a1", "ConfigMap", 300, 3)], "a1", nameless),
    ];
    const { fleet } = await readIndex([...again, ...files]);
    expect(fleet.profiles.id).toHaveLength(3);
    expect(fleet.clusters).not.toContain("");
    const map = heatMap(fleet, timeBuckets(fleet), 0);
    expect(map.rows.map(({ cells }) => cells[0])).toContain(300);
  });

  it("tells tables apart that come without their folders", async () => {
    const named = await twoClusters();
    const bare = await Promise.all(
      named.map(async (file, i) => {
        const bytes = await file.read(0, await file.size());
        return fileOf(`${i}.parquet`, bytes);
      }),
    );
    const { fleet } = await readIndex(bare);
    expect(fleet.clusters).toContain("prod-1");
    expect(fleet.profiles.id).toHaveLength(3);
    expect(fleet.holds.value).toHaveLength(4);
  });

  it("tells a damaged file and reads the others", async () => {
    const files = await twoClusters();
    const cut = fileOf("index/profiles/cut.parquet", (await files[0]!.read(0, 100)) as Uint8Array);
    const { fleet, problems } = await readIndex([cut, ...files]);
    expect(fleet.profiles.id).toHaveLength(3);
    expect(problems).toMatchObject([{ name: "index/profiles/cut.parquet" }]);
    expect(String(problems[0]!.error)).toMatch(/PAR1.*cut/);
  });

  it("says that tables are missing, and that nothing can be shown", async () => {
    const [profiles, kinds] = await twoClusters();
    await expect(readIndex([kinds!])).rejects.toThrow(/no file of the table profiles/);
    await expect(readIndex([profiles!])).rejects.toThrow(/no file of the table kinds/);
    const none = await tableFile("profiles", [profileRow("a", START, { subject: "cpu" })]);
    await expect(readIndex([none, kinds!])).rejects.toThrow(/no profile of the index is a heap/);
  });
});
