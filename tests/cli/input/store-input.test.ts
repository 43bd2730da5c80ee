import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Io } from "../../../src/cli/command.js";
import { readStore } from "../../../src/cli/input/store-input.js";
import { fixtureBytes } from "../../recordings.js";
import { run } from "../run.js";

/** Parca as it was recorded; what it is asked at other hosts is in the path. */
const server = createServer((request, response) => {
  tokens.push(String(request.headers.authorization));
  const answer = ANSWERS.find(([path]) => request.url?.startsWith(path))?.[1];
  if (answer) answer(request, response);
  else
    play(
      response,
      /query_range/.test(request.url!)
        ? "query_range"
        : /MERGE/.test(request.url!)
          ? "query-merge-pprof"
          : "query-single-pprof",
    );
});
const tokens: string[] = [];
let host = "";

const ANSWERS: readonly [string, (request: IncomingMessage, response: ServerResponse) => void][] = [
  ["/slow/", () => {}],
  ["/large/", (_, response) => response.end("x".repeat(100_000))],
  ["/login/", (_, response) => response.writeHead(302, { Location: "/sso" }).end()],
];

function play(response: ServerResponse, name: string): void {
  response.end(fixtureBytes(`stores/parca/${name}.json`));
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `parca+http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const QUERY = '/?query={job="kube-apiserver"}&from=2026-11-26T23:18:00Z&until=2026-11-26T23:20:00Z';

function io(env: Io["env"], signal = new AbortController().signal): Io {
  return {
    out: () => {},
    err: () => {},
    stdin: async () => new Uint8Array(0),
    env,
    colour: false,
    signal,
  };
}

it("reads the mean of a store's scrapes as if it were a file, and says that it is one", async () => {
  const { status, out, err } = await run(["top", `${host}${QUERY}`, "--json"]);
  expect(status).toBe(0);
  expect(err).toContain("the mean of 6 scrapes, 2026-11-26T23:18:38Z to 2026-11-26T23:19:28Z");
  const { total, sampleType } = JSON.parse(out) as { total: number; sampleType: string };
  expect(sampleType).toBe("inuse_space");
  expect(Math.abs(total / 705_769_370 - 1)).toBeLessThan(1e-4);
});

it("compares two ranges", async () => {
  const last = `${host}${QUERY}&scrape=last`;
  const { status, out } = await run(["top", last, "--base", `${host}${QUERY}`, "--json"]);
  expect(status).toBe(0);
  // The last scrape is above the mean.
  expect((JSON.parse(out) as { total: number }).total).toBeGreaterThan(1e7);
});

it("shows the environment's token, unless the address has a name and password", async () => {
  tokens.length = 0;
  await readStore(`${host}${QUERY}`, io({ LEAKLENS_STORE_TOKEN: "secret" }));
  expect(new Set(tokens)).toEqual(new Set(["Bearer secret"]));
  tokens.length = 0;
  await readStore(
    `${host.replace("//", "//me:pw@")}${QUERY}`,
    io({ LEAKLENS_STORE_TOKEN: "secret" }),
  );
  expect(new Set(tokens)).toEqual(new Set([`Basic ${Buffer.from("me:pw").toString("base64")}`]));
});

it.each([
  ["/slow", /127\.0\.0\.1:\d+: it does not answer for 0\.3 s; ask for a shorter range/],
  ["/large", /it is larger than/],
  ["/login", /it leads elsewhere \(302\), as to a log-in/],
])("tells %s", async (path, says) => {
  const limits = { most: 50_000, patience: 300, pace: 1 };
  await expect(readStore(`${host}${path}${QUERY}`, io({}), limits)).rejects.toThrow(says);
});

it("tells what is wrong with an address without its password", async () => {
  const { status, err } = await run(["top", "parca+http://me:secret@h/?query=x"]);
  expect(status).toBe(1);
  expect(err).toMatch(/no selector of labels/);
  expect(err).not.toContain("secret");
});

it("ends when the person interrupts", async () => {
  const stop = new AbortController();
  const reading = readStore(`${host}/slow${QUERY}`, io({}, stop.signal));
  setTimeout(() => stop.abort(), 50);
  await expect(reading).rejects.toMatchObject({ name: "Interrupted" });
});
