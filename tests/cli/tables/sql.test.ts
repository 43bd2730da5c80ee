import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFleet } from "../../../bench/fleet.js";
import { duckdb, index, type Json, Place } from "./made-index.js";

const page = readFileSync(
  fileURLToPath(new URL("../../../docs/parquet.md", import.meta.url)),
  "utf8",
);
/** Each statement block, and the sentence in bold that asks it. */
const blocks = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map((found) => ({
  sql: found[1]!,
  asks: [...page.slice(0, found.index).matchAll(/\*\*(.+?)\*\*/g)].at(-1)![1]!,
}));

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const place = new Place();
const START = Date.UTC(2026, 10, 20, 12);
let ask: Awaited<ReturnType<typeof duckdb>>;
const answers = new Map<string, Record<string, Json>[]>();

beforeAll(async () => {
  writeFleet(place.at("fleet"), 36, { clusters: 3, nodes: 2, start: START, every: 18 });
  const args = [place.at("fleet"), "-o", place.at("index"), "--path", "{cluster}/{node}/{}.pb.gz"];
  expect((await index([...args, "--label", "limit=2GiB"])).status).toBe(0);
  const operator = [0, 1, 2, 3, 4, 5].map((n) => fixture(`leaking-operator/0${n}.pb.gz`));
  const labels = ["--label", "cluster=prod-3", "--label", "pod=operator-0"];
  expect((await index([...operator, "-o", place.at("index"), ...labels])).status).toBe(0);
  ask = await duckdb();
  mkdirSync(place.at("index-by-day"));
  for (const { sql, asks } of blocks) {
    const here = sql
      .replaceAll("'index/", `'${place.at("index")}/`)
      .replaceAll("'index-by-day/", `'${place.at("index-by-day")}/`)
      .replaceAll("current_date", "DATE '2026-11-25'");
    const rows = await ask(here);
    if (!answers.has(asks)) answers.set(asks, rows);
  }
}, 60_000);
afterAll(() => place.remove());

const answer = (asks: string) => answers.get(asks)!;

describe("the questions of docs/parquet.md", () => {
  it("are all run", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    expect(answers.size).toBeGreaterThanOrEqual(7);
  });

  it("tell which clusters' ConfigMaps grew this week", () => {
    const rows = answer("Which clusters' ConfigMaps grew this week?");
    expect(rows.map((row) => row.cluster)).toEqual(["prod-1"]);
    const { before, after, grew, error } = rows[0]! as Record<string, number>;
    expect(grew).toBeCloseTo(after! - before!, 0);
    expect(grew).toBeGreaterThan(2 * error!);
    expect(grew).toBeGreaterThan(2 ** 28);
  });

  it("tell which release holds more", () => {
    const rows = answer("Which release holds more?");
    expect(rows.map((row) => row.program)).toContain("kube-apiserver");
    expect(rows.reduce((sum, row) => sum + Number(row.processes), 0)).toBe(7);
  });

  it("tell who looks like an incident, and why", () => {
    const rows = answer("Who looks like an incident?");
    expect(rows.map((row) => [row.cluster, row.node])).toEqual(
      expect.arrayContaining([
        ["prod-1", "master-1"],
        ["prod-1", "master-2"],
      ]),
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(Number(row.times_the_usual)).toBeGreaterThan(3);
      expect(row.held_as).toBe("ConfigMap, json-response");
      expect(String(row.finding)).toContain("ConfigMaps");
      expect(String(row.file)).toContain("prod-1/master-");
    }
  });

  it("tell what grows in one process over all of its profiles, and not what is noise", () => {
    const rows = answer("What grows?");
    expect(rows.map((row) => row.pod)).toContain("operator-0");
    const render = rows.find((row) => String(row.function).endsWith("releaseHistory).render"));
    expect(render).toMatchObject({ cluster: "prod-3", kind: "ConfigMap", stage: "application" });
    expect(Number(render!.last)).toBeGreaterThan(Number(render!.first));
    // The masters of prod-2 and prod-3 have nothing but noise.
    expect(rows.filter((row) => row.pod === null && row.cluster !== "prod-1")).toEqual([]);
  });

  it("fold the stacks of a profile into lines that add up to it", async () => {
    const lines = answer("The stacks of a profile, folded").map((row) => String(row.line));
    const sum = lines.reduce((all, line) => all + Number(/ (\d+)$/.exec(line)![1]), 0);
    const [most] = await ask("SELECT inuse_space FROM profiles ORDER BY value DESC LIMIT 1");
    expect(sum).toBe(Number(most!.inuse_space));
    expect(lines.some((line) => /;bytes\.growSlice \d+$/.test(line))).toBe(true);
  });

  it("read the same after the files were put together", async () => {
    const count = async (from: string) =>
      await ask(
        `SELECT count(*) AS n, sum(value) AS v, count(DISTINCT day) AS d, count(DISTINCT cluster) AS c FROM ${from}`,
      );
    const together = `read_parquet('${place.at("index-by-day")}/kinds/**/*.parquet', hive_partitioning = true)`;
    expect(await count(together)).toEqual(await count("kinds"));
  });
});

describe("the tables", () => {
  it("have columns of the documented names and types", async () => {
    const types: Readonly<Record<string, string>> = {
      string: "VARCHAR",
      int: "BIGINT",
      double: "DOUBLE",
      boolean: "BOOLEAN",
      time: "TIMESTAMP WITH TIME ZONE",
      ints: "BIGINT[]",
    };
    const { TABLES } = await import("../../../src/cli/tables/schema.js");
    for (const [table, columns] of Object.entries(TABLES)) {
      const found = await ask(
        `DESCRIBE SELECT * FROM read_parquet('${place.at("index", table)}/**/*.parquet', hive_partitioning = false)`,
      );
      expect(found.map((row) => [row.column_name, row.column_type])).toEqual(
        columns.map((column) => [column.name, types[column.type]]),
      );
      for (const { name } of columns) expect(page, name).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  it("agree with each other: kinds and stacks add up to the profile", async () => {
    const wrong = await ask(`
      SELECT p.profile_id FROM profiles p
      JOIN (SELECT profile_id, sum(value) AS value FROM kinds GROUP BY ALL) k USING (profile_id)
      JOIN (SELECT profile_id, sum(value) AS value, sum(alloc_space) AS alloc FROM stacks GROUP BY ALL) s USING (profile_id)
      WHERE p.value <> k.value OR p.value <> s.value OR p.alloc_space <> s.alloc OR p.value <> p.inuse_space`);
    expect(wrong).toEqual([]);
    const [lost] = await ask(`
      SELECT count(*) AS n FROM (SELECT DISTINCT unnest(functions) AS function_id FROM stacks)
      ANTI JOIN functions USING (function_id)`);
    expect(Number(lost!.n)).toBe(0);
    const [twice] = await ask(
      "SELECT count(*) - count(DISTINCT function_id) AS n FROM (SELECT DISTINCT function_id, name FROM functions)",
    );
    expect(Number(twice!.n)).toBe(0);
  });
});
