import { afterEach, expect, it } from "vitest";
import type { Io } from "../../../src/cli/command.js";
import { main } from "../../../src/cli/main.js";
import { loadCluster } from "../../../src/cli/record/cluster.js";
import { findPods } from "../../../src/cli/record/find-targets.js";
import { recordRounds } from "../../../src/cli/record/rounds.js";
import { WatchServer } from "../../../src/cli/server/watch-server.js";
import type { WatchNews } from "../../../src/session/watched.js";
import { heapOf, StandIn } from "./stand-in.js";

let cluster: StandIn;
afterEach(() => cluster.stop());

/** The news of a stream of events, one after the other. */
async function* newsOf(address: string): AsyncGenerator<WatchNews> {
  const url = new URL(address);
  const response = await fetch(`${url.origin}/watch/${url.searchParams.get("watch")}`);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  let text = "";
  for await (const chunk of response.body!) {
    text += new TextDecoder().decode(chunk);
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (line.startsWith("data: ")) yield JSON.parse(line.slice(6)) as WatchNews;
    }
  }
}

it("a page is told of each round, and lent the files of the last ones", async () => {
  cluster = await StandIn.start([{ name: "kube-apiserver-a" }, { name: "x-b", phase: "Failed" }]);
  const stop = new AbortController();
  const options = {
    gc: false,
    metrics: false,
    timeout: 5000,
    retries: 0,
    backOff: 1,
    signal: stop.signal,
  };
  const found = await loadCluster(cluster.kubeconfig(), undefined);
  const choice = {
    namespace: "kube-system",
    selector: "component=kube-apiserver",
    port: 6443,
    how: { scheme: "https", trusted: true, insecure: false } as const,
    orServer: true,
  };
  const find = findPods(found, choice, options, () => {});
  const page = new Map([["", new URL("../../fixtures/README.md", import.meta.url).pathname]]);
  const server = await WatchServer.start(page, 2, 0);
  const news = newsOf(server.address);
  expect((await news.next()).value).toEqual({ files: [], failures: [] });
  const schedule = { interval: 100, count: 3, lasting: Number.POSITIVE_INFINITY };
  const all: string[][] = [];
  for await (const round of recordRounds(find, schedule, options)) {
    server.push(round);
    const { files, failures } = (await news.next()).value as WatchNews;
    all.push([...files]);
    expect(failures).toEqual([
      { target: "kube-system/x-b", error: "the pod is not running but Failed" },
    ]);
  }
  // The last two rounds are held: memory has a bound.
  expect(all.map((files) => files.length)).toEqual([1, 2, 2]);
  expect(all[2]![0]).toBe(all[1]![1]);
  expect(decodeURIComponent(all[2]![0]!)).toMatch(/kube-apiserver-a \d\d\.\d\d\.\d\d\.pb\.gz$/);
  const { origin } = new URL(server.address);
  const lent = await fetch(`${origin}${all[2]![1]}`);
  expect(Buffer.from(await lent.arrayBuffer()).equals(heapOf(2))).toBe(true);
  expect((await fetch(`${origin}${all[0]![0]}`)).status).toBe(404);
  // Who does not have the address of this run learns nothing.
  expect((await fetch(`${origin}/watch/guess`)).status).toBe(404);
  await server.close();
  expect((await news.next()).done).toBe(true);
});

it("is used wrongly in words, and keeps no more than it may", async () => {
  cluster = await StandIn.start([]);
  const lines: string[] = [];
  const io: Io = {
    out: () => {},
    err: (line) => void lines.push(line),
    stdin: async () => new Uint8Array(0),
    env: {},
    colour: false,
    signal: new AbortController().signal,
  };
  expect(await main(["watch", "--keep", "5000"], io)).toBe(2);
  expect(await main(["watch", "--page-port", "70000"], io)).toBe(2);
  expect(lines).toEqual([
    "--keep takes 500 rounds at most, which are held in memory",
    '--page-port takes a number up to 65535, not "70000"',
  ]);
});
