import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { writeIndexList } from "../../src/fleet/index-list.js";
import { readIndexFrom } from "../../src/worker/index-reading.js";
import { kindRow, profileRow, tableFile } from "../fleet/made-tables.js";

type Answer = (path: string, request: IncomingMessage, response: ServerResponse) => void;

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server of a few files; `answer` may say something else instead. @returns its address */
async function serve(files: ReadonlyMap<string, Uint8Array>, answer?: Answer): Promise<string> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "", "http://x").pathname.slice(1));
    answer?.(path, request, response);
    if (response.writableEnded || response.headersSent) return;
    const bytes = files.get(path);
    if (!bytes) {
      response.writeHead(404).end("nothing");
      return;
    }
    const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    if (start === undefined) response.writeHead(200, { "content-length": bytes.length }).end(bytes);
    else response.writeHead(206).end(bytes.subarray(Number(start), Number(end) + 1));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `index+http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const START = Date.UTC(2026, 10, 20);

/** An index of one profile, or of a table of many that is larger than what is asked for at once. */
async function madeIndex(profiles = 1) {
  const rows = Array.from({ length: profiles }, (_, i) => ({
    ...profileRow(`p${i}x`, START + i * 60_000),
    totals: JSON.stringify(Array.from({ length: 40 }, (_, k) => Math.imul(i * 40 + k, 2654435761))),
  }));
  const made = [
    await tableFile("profiles", rows, "a", "eu%2Fwest"),
    await tableFile("kinds", [kindRow("p0x", "Pod", 5, 1)], "a", "eu%2Fwest"),
  ];
  const files = new Map<string, Uint8Array>();
  for (const file of made) files.set(file.path, await file.read(0, await file.size()));
  const listed = [...files].map(([path, { length: size }]) => {
    const [, table = "", ...rest] = path.split("/");
    return { table, folder: rest.slice(0, -1).join("/"), name: rest.at(-1) ?? "", size };
  });
  const list = writeIndexList(listed, ["profiles", "kinds"]);
  files.set("index/leaklens-index.json", new TextEncoder().encode(list));
  return files;
}

const read = (address: string) => readIndexFrom({ kind: "address", address }, () => {});

describe("an index at an address", () => {
  it("is read by its list, from its folder or by the list's own address", async () => {
    const address = await serve(await madeIndex());
    for (const end of ["index", "index/", "index/leaklens-index.json"]) {
      const { fleet, failed } = await read(address + end);
      expect(failed).toBe(0);
      expect(fleet.clusters).toEqual(["eu/west"]);
      expect(fleet.kinds.map(({ key }) => key)).toEqual(["Pod"]);
    }
  });

  it("is read by one of its tables, with the other one beside it", async () => {
    const files = await madeIndex();
    const [path] = files.keys();
    const address = await serve(files);
    const { fleet } = await read(address + (path ?? "").replace("%", "%25"));
    expect(fleet.profiles.id).toHaveLength(1);
  });

  it("asks for ranges of a large file, and for no more than it needs", async () => {
    const files = await madeIndex(4000);
    const large = [...files.values()].reduce((most, { length }) => Math.max(most, length), 0);
    expect(large).toBeGreaterThan(1 << 19);
    let sent = 0;
    const address = await serve(files, (_, request) => {
      const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
      if (start !== undefined) sent += Number(end) - Number(start);
    });
    expect((await read(`${address}index/`)).fleet.profiles.id).toHaveLength(4000);
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(large / 2);
  });

  it("is read of a server that answers no ranges, whole", async () => {
    const files = await madeIndex(4000);
    const address = await serve(files, (path, _, response) => {
      const bytes = files.get(path);
      if (bytes) response.writeHead(200).end(bytes);
    });
    expect((await read(`${address}index/`)).fleet.profiles.id).toHaveLength(4000);
  });

  it("says what is wrong: no list, a web page, a cut file, another host, a list that is old", async () => {
    const files = await madeIndex();
    const none = await serve(new Map());
    await expect(read(`${none}index/`)).rejects.toThrow(
      /answered 404 .*leaklens-index\.json.*leaklens index --list/,
    );
    const page = await serve(files, (path, _, response) => {
      if (path.endsWith(".json")) response.setHeader("content-type", "text/html; charset=utf-8");
    });
    await expect(read(`${page}index/`)).rejects.toThrow(/answers with a web page.*log-in/);
    const cut = await serve(files, (path, _, response) => {
      const bytes = files.get(path);
      if (bytes && path.endsWith(".parquet")) response.writeHead(200).end(bytes.subarray(0, 1000));
    });
    await expect(read(`${cut}index/`)).rejects.toThrow(
      /sent 1000 B of .* for \/index\/profiles.*cut/,
    );
    const elsewhere = await serve(files, (_, __, response) => {
      response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    });
    await expect(read(`${elsewhere}index/`)).rejects.toThrow(
      /sends the page on to another address/,
    );
    const longer = await serve(files, (path, _, response) => {
      if (path.endsWith(".parquet")) response.writeHead(200).end(new Uint8Array(1 << 20));
    });
    await expect(read(`${longer}index/`)).rejects.toThrow(/sent more than/);
    await expect(read("index+http://127.0.0.1:9/index/")).rejects.toThrow(/did not answer.*CORS/);
  });

  it("tells an answer that breaks off", async () => {
    const files = await madeIndex();
    const broken = await serve(files, (path, _, response) => {
      if (!path.endsWith(".parquet")) return;
      response.writeHead(200, { "content-length": 9999 });
      response.write(new Uint8Array(100), () => response.destroy());
    });
    await expect(read(`${broken}index/`)).rejects.toThrow(/broke off/);
  });

  it("is read from files of this machine, of which only parts are asked for", async () => {
    const files = await madeIndex();
    const dropped = [...files]
      .filter(([path]) => path.endsWith(".parquet"))
      .map(([path, bytes]) => ({ path, file: new File([bytes.slice()], "a.parquet") }));
    const { fleet } = await readIndexFrom({ kind: "files", files: dropped }, () => {});
    expect(fleet.clusters).toEqual(["eu/west"]);
  });
});
