import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFleet } from "../../../bench/fleet.js";
import { shardOf } from "../../../src/cli/tables/shard.js";
import { labelsOf, PathPattern } from "../../../src/cli/tables/source-facts.js";
import { pathOf, readIndexList } from "../../../src/fleet/index-list.js";
import { INDEX_LIST } from "../../../src/fleet/index-scheme.js";
import { buildCli } from "../check/built-cli.js";
import { run } from "../run.js";
import { contents, duckdb, index, Place } from "./made-index.js";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");

const place = new Place();
const fleet = place.at("fleet");
beforeAll(() => {
  writeFleet(fleet, 12, { clusters: 2, nodes: 2, start: Date.UTC(2026, 10, 20, 22) });
});
afterAll(() => place.remove());

describe("leaklens index", () => {
  it("gives with N processes of an Indexed Job just what one process gives", async () => {
    buildCli(place.at("cli"));
    const one = place.at("one");
    expect((await index([fleet, "-o", one])).status).toBe(0);
    const all = place.at("all");
    const runs = [0, 1, 2].map(
      (completion) =>
        new Promise<number | null>((resolve) => {
          const args = [place.at("cli/bin/leaklens.js"), "index", fleet, "-o", all];
          spawn(process.execPath, args, {
            env: { JOB_COMPLETION_INDEX: String(completion), LEAKLENS_SHARDS: "3" },
          }).on("close", resolve);
        }),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    const [alone, together] = [contents(one), contents(all)];
    expect(Object.keys(together)).toEqual(Object.keys(alone));
    expect(together).toEqual(alone);
    // With the list, which each of the processes wrote, and which has all files.
    expect(Object.keys(alone)).toHaveLength(12 * 5 + 1);
    const listed = readIndexList(together[INDEX_LIST]!).map(pathOf);
    expect(listed.sort()).toEqual(Object.keys(together).filter((name) => name !== INDEX_LIST));
  }, 60_000);

  it("writes nothing twice, and what a run left undone", async () => {
    const out = place.at("one");
    const before = contents(out);
    const again = JSON.parse((await index([fleet, "-o", out, "--json"])).out);
    expect(again).toMatchObject({ files: 12, written: 0, known: 12, failed: 0, bytes: 0 });
    const [lost] = Object.keys(before).filter((name) => name.startsWith("profiles/"));
    rmSync(join(out, lost!));
    rmSync(join(out, lost!.replace("profiles/", "kinds/")));
    expect(JSON.parse((await index([fleet, "-o", out, "--json"])).out)).toMatchObject({
      written: 1,
    });
    expect(contents(out)).toEqual(before);
    expect(JSON.parse((await index([fleet, "-o", out, "--again", "--json"])).out).written).toBe(12);
    expect(contents(out)).toEqual(before);
  });

  it("parts the rows by the day in UTC and by cluster, escaped as Hive does", async () => {
    const out = place.at("parts");
    await index([fleet, "-o", out, "--label", "cluster=eu/west 1=ü"]);
    const folders = readdirSync(join(out, "profiles"));
    expect(folders.sort()).toEqual(["day=2026-11-20", "day=2026-11-21"]);
    const [cluster] = readdirSync(join(out, "profiles", folders[0]!));
    expect(cluster).toBe("cluster=eu%2Fwest%201%3D%C3%BC");
    await index([STORM, "-o", out, "--label", "cluster=.."]);
    expect(readdirSync(join(out, "profiles/day=2026-11-23"))).toEqual(["cluster=%2E%2E"]);
    rmSync(join(out, "profiles/day=2026-11-23"), { recursive: true });
    rmSync(join(out, "kinds/day=2026-11-23"), { recursive: true });
    const ask = await duckdb();
    const rows = await ask(
      `SELECT DISTINCT cluster FROM read_parquet('${out}/profiles/**/*.parquet', hive_partitioning = true)`,
    );
    expect(rows).toEqual([{ cluster: "eu/west 1=ü" }]);
    const facts = await ask(
      `SELECT DISTINCT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${out}/kinds/**/*.parquet') ORDER BY ALL`,
    );
    expect(facts).toContainEqual({ key: "leaklens.cluster", value: "eu/west 1=ü" });
    expect(facts).toContainEqual({ key: "leaklens.table", value: "kinds" });
  });

  it("lists again what was taken out of a folder or put into it, when it is told to", async () => {
    const out = place.at("one");
    const before = contents(out);
    const [taken] = Object.keys(before).filter((name) => name.startsWith("kinds/"));
    rmSync(join(out, taken!));
    expect((await index(["--list", "-o", out])).out).toContain("59 files listed");
    const listed = readIndexList(contents(out)[INDEX_LIST]!).map(pathOf);
    expect(listed).toHaveLength(59);
    expect(listed).not.toContain(taken);
    writeFileSync(join(out, taken!), before[taken!]!, "latin1");
    await index(["--list", "-o", out]);
    expect(contents(out)).toEqual(before);
    expect((await index([STORM, "--list", "-o", out])).status).toBe(2);
    expect(await index(["--list", "-o", place.at("nowhere")])).toMatchObject({ status: 1 });
  });

  it("tells and leaves out what is damaged, and ends with status 1", async () => {
    const from = place.at("damaged");
    mkdirSync(from);
    copyFileSync(STORM, join(from, "good.pb.gz"));
    writeFileSync(join(from, "cut.pb.gz"), readFileSync(STORM).subarray(0, 4000));
    writeFileSync(join(from, "empty.pb.gz"), "");
    const { status, out, err } = await index([
      from,
      join(from, "gone"),
      "-o",
      place.at("d"),
      "--json",
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ files: 4, written: 1, failed: 3 });
    for (const name of ["cut.pb.gz", "empty.pb.gz", "gone"]) expect(err).toContain(`${name}: `);
    expect(err).toContain("3 of 4 files could not be indexed");
  });

  it("knows of a file what labels, paths, folders and a recording's manifest say", async () => {
    const from = place.at("told/cluster=hive/m-1");
    mkdirSync(from, { recursive: true });
    copyFileSync(STORM, join(from, "a.pb.gz"));
    const manifest = {
      version: 1,
      cluster: "by-manifest",
      profiles: [
        {
          file: "a.pb.gz",
          target: "kube-system/kube-apiserver-m-1",
          asked: "2026-11-20T10:00:00Z",
          namespace: "kube-system",
          pod: "kube-apiserver-m-1",
          node: "other",
          rss: 123456,
          limit: null,
          image: "api:1",
        },
      ],
    };
    writeFileSync(join(from, "leaklens-recording.json"), JSON.stringify(manifest));
    const out = place.at("t");
    const args = ["--path", "{node}/{}.pb.gz", "--label", "limit=2GiB", "--label", "team=core"];
    expect((await index([place.at("told"), "-o", out, ...args])).status).toBe(0);
    const ask = await duckdb();
    const rows = await ask(
      `SELECT cluster, node, namespace, pod, labels, CAST(rss_bytes AS INT) AS rss, limit_bytes AS max FROM read_parquet('${out}/profiles/**/*.parquet', hive_partitioning = true)`,
    );
    expect(rows).toEqual([
      {
        cluster: "hive",
        node: "m-1",
        namespace: "kube-system",
        pod: "kube-apiserver-m-1",
        labels: '{"image":"api:1","target":"kube-system/kube-apiserver-m-1","team":"core"}',
        rss: 123456,
        max: String(2 ** 31),
      },
    ]);
  });

  it("indexes figures without stacks, goroutines, differences and files without a time", async () => {
    const names = [
      "tables/top.txt",
      "tables/difference.txt",
      "others/stacks.folded",
      "cases/negatives.pb.gz",
      "incidents/goroutines-leak-0.pb.gz",
    ];
    const out = place.at("odd");
    const { status } = await index([...names.map(fixture), STORM, "-o", out]);
    expect(status).toBe(0);
    const ask = await duckdb();
    const rows = await ask(`
      SELECT parse_filename(p.file) AS name, p.subject, p.unit, p.day IS NULL AS timeless,
             p.is_difference AS difference, CAST(p.value AS DOUBLE) AS value, k.value AS sum
      FROM read_parquet('${out}/profiles/**/*.parquet', hive_partitioning = true) p
      LEFT JOIN (SELECT profile_id, CAST(sum(value) AS DOUBLE) AS value
                 FROM read_parquet('${out}/kinds/**/*.parquet') GROUP BY ALL) k USING (profile_id)`);
    const of = (name: string) => rows.find((row) => row.name === name)!;
    for (const { name, value, sum } of rows) expect(sum ?? 0, String(name)).toBe(value);
    expect(of("goroutines-leak-0.pb.gz")).toMatchObject({ subject: "goroutines", unit: "count" });
    expect(of("negatives.pb.gz").difference).toBe(true);
    expect(of("difference.txt").difference).toBe(true);
    expect(of("stacks.folded").timeless).toBe(true);
    for (const name of ["top.txt", "goroutines-leak-0.pb.gz"]) {
      const file = fixture(names.find((path) => path.endsWith(`/${name}`))!);
      const told = JSON.parse((await run(["kinds", file, "--json"])).out) as { total: number };
      expect(of(name).value, name).toBe(told.total);
    }
  });

  it("takes a list of paths from standard input", async () => {
    const { status, out } = await index(
      ["--files", "-", "-o", place.at("l"), "--json"],
      {},
      `${STORM}\n${STORM}\n`,
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ files: 1, written: 1 });
  });

  it.each([
    [["x"], {}, "needs -o DIR"],
    [["-o", "d"], {}, "takes FILEs"],
    [["x", "-o", "d", "--shard", "4/4"], {}, "I from 0 to N - 1"],
    [["x", "-o", "d"], { JOB_COMPLETION_INDEX: "0" }, "--shards N"],
    [["x", "-o", "d", "--shards", "2"], {}, "JOB_COMPLETION_INDEX"],
    [["x", "-o", "d", "--shards", "2"], { JOB_COMPLETION_INDEX: "2" }, "beyond"],
    [["x", "-o", "d", "--label", "=y"], {}, "KEY=VALUE"],
    [["x", "-o", "d", "--path", "a/b"], {}, "names no label"],
    [["x", "-o", "d", "--path", "{a}/{a}"], {}, "twice"],
  ])("says what is wrong with %j", async (args, env, why) => {
    const { status, err } = await index(args, env as Record<string, string>);
    expect(status).toBe(2);
    expect(err).toContain(why);
  });
});

describe("the shard of a process", () => {
  it("is named by itself before the Job names it, and is all files without either", () => {
    const env = { JOB_COMPLETION_INDEX: "3", LEAKLENS_SHARDS: "8" };
    expect(shardOf(undefined, undefined, env)).toEqual({ index: 3, count: 8 });
    expect(shardOf(undefined, "5", env)).toEqual({ index: 3, count: 5 });
    expect(shardOf("1/2", "5", env)).toEqual({ index: 1, count: 2 });
    expect(shardOf(undefined, undefined, {})).toEqual({ index: 0, count: 1 });
  });
});

describe("labels of paths", () => {
  it("are read from the end of the path, each within one name", () => {
    const pattern = new PathPattern("{cluster}/{node}/{pod}-{}.pb.gz");
    expect(pattern.read("/a/b/prod/m1/api-0-1700.pb.gz")).toEqual({
      cluster: "prod",
      node: "m1",
      pod: "api",
    });
    expect(pattern.read("/m1/api.pb.gz")).toBeUndefined();
    expect(new PathPattern("{node}.heap").read("c/m+1.heap")).toEqual({ node: "m+1" });
    expect(new PathPattern("{node}.heap").read("c/m1xheap")).toBeUndefined();
  });

  it("are given with the first = between name and value", () => {
    expect(labelsOf(["a=b=c", "d="])).toEqual({ a: "b=c", d: "" });
  });
});
