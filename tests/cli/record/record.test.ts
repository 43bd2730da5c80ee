import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { MANIFEST, type Manifest } from "../../../src/cli/record/manifest.js";
import { run } from "../run.js";
import { heapOf, IMPOSTOR, OTHER_SERVER, type PodSpec, StandIn, send, TOKEN } from "./stand-in.js";

let cluster: StandIn;
afterEach(() => cluster.stop());

const A: PodSpec = { name: "kube-apiserver-a", limit: "8Gi" };
const B: PodSpec = { name: "kube-apiserver-b" };

/** Runs leaklens record against the stand-in. */
async function record(args: readonly string[], signal?: AbortSignal) {
  const common = ["--kubeconfig", cluster.kubeconfig(), "-o", cluster.out()];
  return await run(["record", ...common, "--interval", "100ms", ...args], undefined, signal);
}

function manifest(folder = cluster.out()): Manifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as Manifest;
}

/** Each file of the manifest is there, whole; and no other. */
function expectWhole(): void {
  const { profiles } = manifest();
  for (const { file, sha256, bytes } of profiles) {
    const content = readFileSync(join(cluster.out(), file));
    expect(content.length).toBe(bytes);
    expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  }
  const there = readdirSync(cluster.out()).filter((name) => name !== MANIFEST);
  expect(there.sort()).toEqual(profiles.map(({ file }) => file).sort());
}

describe("leaklens record", () => {
  it("records each API server by port-forward, and says of which process each file is", async () => {
    cluster = await StandIn.start([B, A, { ...B, name: "etcd-a", labels: { component: "etcd" } }]);
    const { status, out, err } = await record(["--count", "2"]);
    expect(err).not.toContain("clock");
    expect(status).toBe(0);
    expect(out).toContain("4 profiles\n");
    const { profiles, ...head } = manifest();
    expect(head).toMatchObject({ cluster: "prod-1", context: "token", errors: [], crossed: null });
    expect(profiles.map(({ pod }) => pod)).toEqual([A, B, A, B].map(({ name }) => name));
    expect(profiles[0]).toMatchObject({
      target: "kube-system/kube-apiserver-a",
      node: "node-of-kube-apiserver-a",
      image: "registry.k8s.io/kube-apiserver:v1.31.14",
      release: "v1.31.14",
      rss: 2 ** 30,
      limit: 8 * 2 ** 30,
      started: "2023-11-14T22:13:20.000Z",
      restarts: 2,
    });
    expect(profiles[1]).toMatchObject({ limit: null });
    expect(profiles.every(({ heap }) => heap !== null && heap > 1e6)).toBe(true);
    expectWhole();
    expect(cluster.protocols).toContain("v4.channel.k8s.io");
    // Asked once of each process, since it does not change.
    expect(cluster.asked.filter(({ url }) => url === "/version").length).toBe(2);
    expect(JSON.stringify(manifest()) + out + err).not.toContain(TOKEN);
  });

  it.each(["certificate", "exec"])("takes a user's %s, at the pods too", async (context) => {
    cluster = await StandIn.start([A]);
    const { status } = await record(["--context", context, "--count", "1", "--gc"]);
    expect(status).toBe(0);
    const heaps = cluster.asked.filter(({ at }) => at === A.name);
    expect(heaps[0]).toEqual({
      at: A.name,
      url: "/debug/pprof/heap?gc=1",
      user: context === "exec" ? "recorder" : "admin",
    });
    expect(manifest().gc).toBe(true);
  });

  it("tells a pod that is killed in the middle by its name, and records the others", async () => {
    const killed = { ...B, cutAfter: () => 3000 };
    cluster = await StandIn.start([A, killed]);
    const { status, err } = await record(["--count", "1", "--retries", "1"]);
    expect(status).toBe(0);
    expect(err).toMatch(/kube-system\/kube-apiserver-b: .*cut/);
    expect(manifest().profiles.map(({ pod }) => pod)).toEqual([A.name]);
    expect(manifest().errors[0]!.target).toBe("kube-system/kube-apiserver-b");
    expectWhole();
  });

  it("tries again where the connection was cut once", async () => {
    cluster = await StandIn.start([{ ...A, cutAfter: (n) => (n === 0 ? 3000 : 1e9) }]);
    const { status, err } = await record(["--count", "1", "--retries", "1"]);
    expect([status, err]).not.toContain("cut");
    expect(manifest().profiles.length).toBe(1);
  });

  it("goes on with the pods that there are in each round", async () => {
    cluster = await StandIn.start([A, B]);
    const running = record(["--count", "3", "--interval", "400ms"]);
    await until(() => existsSync(join(cluster.out(), MANIFEST)) && manifest().profiles.length >= 2);
    cluster.remove(B.name);
    await cluster.add({ ...A, name: "kube-apiserver-c" });
    expect((await running).status).toBe(0);
    const last = manifest().profiles.slice(-2);
    expect(last.map(({ pod }) => pod)).toEqual([A.name, "kube-apiserver-c"]);
  });

  it("does not ask pods that are not running, and says so", async () => {
    cluster = await StandIn.start([A, { ...B, phase: "Pending" }]);
    const { status, err } = await record(["--count", "1"]);
    expect(status).toBe(0);
    expect(err).toContain("kube-apiserver-b: the pod is not running but Pending");
  });

  it("asks the API server's own address where no pod is to be seen", async () => {
    cluster = await StandIn.start([]);
    const { status, err } = await record(["--count", "1"]);
    expect(status).toBe(0);
    expect(err).toContain("each answer may be of another server");
    expect(manifest().profiles[0]).toMatchObject({ pod: null, node: null, release: "v1.31.14" });
  });

  it("shows no token to a pod whose certificate is not the cluster's", async () => {
    cluster = await StandIn.start([A, { ...B, certificate: IMPOSTOR }]);
    await cluster.add({ ...B, name: "kube-apiserver-c", certificate: OTHER_SERVER });
    const { status, err } = await record(["--count", "1"]);
    expect(status).toBe(0);
    expect(err).toMatch(/apiserver-b: its certificate is/);
    expect(err).toMatch(/apiserver-c: its certificate is for other names/);
    expect(cluster.asked.some(({ at }) => at === B.name || at === "kube-apiserver-c")).toBe(false);
    const { status: insecure } = await record(["--count", "1", "--insecure"]);
    expect(insecure).toBe(0);
    expect(cluster.asked.some(({ at }) => at === B.name)).toBe(true);
  });
});

describe("leaklens record is told what it may not", () => {
  it("401: the credentials", async () => {
    cluster = await StandIn.start([A]);
    const { status, err } = await record(["--context", "stranger", "--count", "1"]);
    expect(status).toBe(1);
    expect(err).toMatch(/401: the credentials are not accepted/);
  });

  it.each([
    ["/api/v1/namespaces/kube-system/pods", 1, /pods of kube-system cannot be listed: 403/],
    ["portforward", 1, /403: this user may not get pods\/portforward of kube-system\/kube-apis/],
    ["/debug/pprof/heap", 1, /403: this user may not get \/debug\/pprof\/heap; .*--rbac/],
    ["/metrics", 0, /resident memory is not known: 403: this user may not get \/metrics/],
  ])("403 of %s", async (path, code, says) => {
    cluster = await StandIn.start([A]);
    cluster.refuse = (_, asked) => (asked === path ? 403 : undefined);
    const { status, err } = await record(["--count", "1"]);
    expect(status).toBe(code);
    expect(err).toMatch(says);
    // What is refused is not asked again.
    expect(cluster.asked.filter(({ url }) => url.includes(path)).length).toBe(1);
  });

  it("prints the roles that are needed, and needs no cluster for it", async () => {
    cluster = await StandIn.start([]);
    const { status, out } = await run(["record", "--rbac", "-n", "shop", "--account", "ops/rec"]);
    expect(status).toBe(0);
    expect(out).toContain('nonResourceURLs: ["/debug/pprof/heap", "/metrics", "/version"]');
    expect(out).toMatch(/kind: Role\nmetadata:\n {2}name: leaklens-recorder\n {2}namespace: shop/);
    expect(out).toMatch(/kind: ServiceAccount\n {4}name: rec\n {4}namespace: ops/);
    expect(out).not.toMatch(/\*|delete|update|exec|secrets/);
  });
});

describe("answers that are no profile", () => {
  const heap = "/debug/pprof/heap";
  it.each<[string, NonNullable<PodSpec["handle"]>[string], RegExp, number]>([
    [
      "a page",
      (_, response) => send(response, 200, "<!DOCTYPE html><html><body>Log in</body></html>"),
      /answers with a page, not a profile/,
      1,
    ],
    [
      "one without end",
      (_, response) => void response.write(heapOf(0).subarray(0, 500)),
      /not whole after 0\.3 s; --timeout/,
      2,
    ],
    ["none", () => {}, /not whole after 0\.3 s/, 2],
    [
      "one cut short without a word",
      (_, response) => send(response, 200, heapOf(0).subarray(0, 5000)),
      /is no whole profile/,
      2,
    ],
    ["404", (_, response) => send(response, 404, "404 page not found\n"), /--profiling=false/, 1],
    ["503", (_, response) => send(response, 503, "starting"), /it answers 503 \(starting\)/, 2],
    [
      "a redirection",
      (_, response) => void response.writeHead(302, { Location: "https://sso" }).end(),
      /302: it leads elsewhere/,
      1,
    ],
    ["nothing", (_, response) => send(response, 200, ""), /its answer is empty/, 2],
  ])("%s", async (_, answer, says, tries) => {
    cluster = await StandIn.start([A, { ...B, handle: { [heap]: answer } }]);
    const { status, err } = await record(["--count", "1", "--timeout", "300ms", "--retries", "1"]);
    expect(status).toBe(0);
    expect(err).toMatch(new RegExp(`apiserver-b: .*${says.source}`));
    expect(cluster.asked.filter(({ at, url }) => at === B.name && url === heap).length).toBe(tries);
    expect(manifest().profiles.map(({ pod }) => pod)).toEqual([A.name]);
  });

  it("tells a port at which nothing listens", async () => {
    cluster = await StandIn.start([{ ...A, plain: true, labels: { app: "shop" } }]);
    const { status, err } = await record([
      "-l",
      "app=shop",
      "--port",
      "1",
      "--retries",
      "0",
      "--count",
      "1",
    ]);
    expect(status).toBe(1);
    expect(err).toContain("nothing listens at this port of the pod");
  });

  it("tells a clock that is off", async () => {
    cluster = await StandIn.start([
      {
        ...A,
        handle: {
          [heap]: (_, response) => {
            response.setHeader("Date", new Date(Date.now() + 3_600_000).toUTCString());
            send(response, 200, heapOf(0));
          },
        },
      },
    ]);
    const { err } = await record(["--count", "2"]);
    expect(err.match(/its clock is 3\d\d\d s ahead of this machine's/g)?.length).toBe(1);
    expect(manifest().profiles[0]!.skew! / 1000).toBeCloseTo(3600, -1);
  });
});

describe("leaklens record of other things", () => {
  it("records pods by selector and port over HTTP, and shows them no token", async () => {
    const shop = { name: "shop-1", namespace: "shop", labels: { app: "shop" }, plain: true };
    cluster = await StandIn.start([A, shop]);
    const { status } = await record([
      "-l",
      "app=shop",
      "-n",
      "shop",
      "--port",
      "6060",
      "--count",
      "1",
    ]);
    expect(status).toBe(0);
    expect(manifest().profiles.map(({ target }) => target)).toEqual(["shop/shop-1"]);
    expect(cluster.asked.filter(({ at }) => at === "shop-1").every(({ user }) => user === "")).toBe(
      true,
    );
  });

  it("records plain addresses without a kubeconfig, and keeps their secrets to itself", async () => {
    cluster = await StandIn.start([]);
    const { serveAt, close } = await plainServer();
    const out = cluster.out("plain");
    const bare = await run(["record", serveAt, "-o", out, "--count", "1"]);
    expect(bare.status).toBe(0);
    const whole = serveAt.replace("//", "//me:hidden@");
    const { status } = await run([
      "record",
      `${whole}/p/heap?key=hidden`,
      "-o",
      out,
      "--count",
      "1",
    ]);
    expect(status).toBe(0);
    const { profiles } = manifest(out);
    expect(profiles.map(({ target }) => target.replace(/:\d+/, ""))).toEqual([
      "127.0.0.1",
      "127.0.0.1/p/heap",
    ]);
    expect(JSON.stringify(manifest(out))).not.toContain("hidden");
    await close();
  });

  it.each([
    [["--selector", "a=b"], /--selector needs --port/],
    [["--interval", "soon"], /--interval takes a time like 30s/],
    [["--until-rss", "much"], /--until-rss takes a size/],
    [["--keep", "3"], /--keep goes with --until-rss/],
    [["http://x:1", "--port", "3"], /addresses are given/],
    [["--context", "elsewhere"], /there is no context elsewhere; there are token, /],
  ])("refuses %j", async (args, says) => {
    cluster = await StandIn.start([]);
    const { status, err } = await record(args);
    expect(status).toBeGreaterThan(0);
    expect(err).toMatch(says);
  });
});

describe("an interruption", () => {
  it("leaves whole files and a true manifest, and ends with 130", async () => {
    cluster = await StandIn.start([
      A,
      { ...B, handle: { "/debug/pprof/heap": (_, response) => void response.write("x") } },
    ]);
    const stop = new AbortController();
    const running = record(["--timeout", "20s"], stop.signal);
    await until(() => cluster.asked.filter(({ url }) => url === "/version").length === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop.abort();
    const { status } = await running;
    expect(status).toBe(130);
    expect(manifest().profiles.map(({ pod }) => pod)).toEqual([A.name]);
    expectWhole();
  });
});

describe("a recording round a peak", () => {
  it("keeps the rounds before and after the mark, and ends", async () => {
    cluster = await StandIn.start([A]);
    // Its memory grows by a GiB a round: the sixth round crosses.
    const { status, err } = await record(["--until-rss", "6GiB", "--keep", "2"]);
    expect(status).toBe(0);
    expect(err).toContain("kube-apiserver-a has a resident memory of 6.00 GiB: 2 more rounds");
    const { profiles, crossed } = manifest();
    expect(profiles.map(({ rss }) => rss! / 2 ** 30)).toEqual([4, 5, 6, 7, 8]);
    expect(crossed).toMatchObject({ target: "kube-system/kube-apiserver-a" });
    expectWhole();
  });

  it("keeps the last rounds where the mark was not reached, also by heap", async () => {
    cluster = await StandIn.start([A]);
    const { status, err } = await record(["--until-heap", "1TiB", "--keep", "2", "--count", "4"]);
    expect(status).toBe(0);
    expect(err).toContain("the mark was not reached");
    expect(manifest().profiles.length).toBe(2);
    expect(manifest().crossed).toBeNull();
    expectWhole();
  });

  it("adds to what the folder holds already, and never drops that", async () => {
    cluster = await StandIn.start([A]);
    await record(["--count", "1"]);
    const before = manifest().profiles[0]!;
    await record(["--until-rss", "1TiB", "--keep", "1", "--count", "3"]);
    expect(manifest().profiles.length).toBe(2);
    expect(manifest().profiles[0]).toEqual(before);
    expectWhole();
  });
});

async function plainServer() {
  const { createServer } = await import("node:http");
  const server = createServer((_, response) => send(response, 200, heapOf(0)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    serveAt: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; !holds(); n++) {
    if (n > 400) throw new Error("it never came");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
