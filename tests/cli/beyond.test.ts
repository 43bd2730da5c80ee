import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "./run.js";

const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/modern/${name}`, import.meta.url));
const SERVER = fixture("apiserver-1.37-configmaps/06-quiet.pb.gz");
const METRICS = fixture("texts/apiserver-metrics.txt");

describe("leaklens beyond", () => {
  it("accounts for a server's memory by its /metrics", async () => {
    const { status, out, err } = await run(["beyond", SERVER, "--metrics", METRICS]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain(
      "1.32 GiB are resident, Go's runtime has 1.22 GiB and the live heap has 404 MiB.",
    );
    expect(out).toMatch(/^idle, not yet given back +297 MiB$/m);
    expect(out).toContain("ConfigMaps: 201 are stored; 3 watches are open.");
    expect(out).toContain("kubectl get --raw '/metrics' | grep go_memstats_heap_idle");
  });

  it("is joined with the kinds of the heap, named as one of the files or by a flag", async () => {
    const asFile = await run(["kinds", SERVER, METRICS]);
    const byFlag = await run(["kinds", SERVER, "--metrics", METRICS]);
    expect([asFile.status, asFile.err]).toEqual([0, ""]);
    expect(asFile.out).toBe(byFlag.out);
    expect(asFile.out).toContain(
      "From /metrics:\n  ConfigMaps: 201 are stored; 3 watches are open.",
    );
    const base = fixture("apiserver-1.37-configmaps/00-baseline.pb.gz");
    const series = await run(["suspects", METRICS, base, SERVER, "--json"]);
    expect(JSON.parse(series.out).served[0]).toBe(
      "ConfigMaps: 201 are stored; 3 watches are open.",
    );
    expect((await run(["beyond", SERVER, METRICS])).out).toContain("1.32 GiB are resident");
  });

  it("reads standard input and refuses a second text", async () => {
    const text = new TextEncoder().encode(
      "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes 2.147483648e+09\n",
    );
    const { out } = await run(["beyond", SERVER, "--metrics", "-"], text);
    expect(out).toContain("2.00 GiB are resident");
    const two = await run(["kinds", SERVER, METRICS, "--metrics", METRICS]);
    expect([two.status, two.err]).toEqual([
      2,
      "leaklens: one answer of /metrics is joined with a heap, not 2\n",
    ]);
  });

  it("says what it does not know, and what may be outside for the program at hand", async () => {
    const etcd = fixture("etcd-3.7-range/00.pb.gz");
    const { out } = await run(["beyond", etcd, "--rss", "8GB", "--json"]);
    const { parts, said } = JSON.parse(out);
    expect(parts.find((p: { part: string }) => p.part === "stacks").bytes).toBeNull();
    expect(said.join(" ")).toMatch(
      /at least are neither live nor garbage.* etcd maps its whole database/,
    );
  });

  it.each([
    [["beyond"], 2, "takes one FILE"],
    [["beyond", SERVER, "--rss", "much"], 2, '--rss takes a size as "512Mi" or "4 GB", not "much"'],
    [["beyond", SERVER, "--gogc", "x"], 2, "--gogc takes a number"],
    [["beyond", SERVER, "--metrics", fixture("expect.json")], 1, "it is no answer of /metrics"],
    [
      [
        "beyond",
        fileURLToPath(new URL("../fixtures/incidents/goroutines-leak-0.pb.gz", import.meta.url)),
      ],
      1,
      "it is no heap profile, it has goroutine",
    ],
  ])("is refused with a reason: %j", async (args, status, why) => {
    const answer = await run(args);
    expect(answer.status).toBe(status);
    expect(answer.err).toContain(why);
  });
});
