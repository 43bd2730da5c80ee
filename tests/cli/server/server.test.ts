import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../../src/cli/exit-code.js";
import { contentType, pageFiles } from "../../../src/cli/server/page-files.js";
import { servePage } from "../../../src/cli/server/server.js";
import type { Served } from "../../../src/cli/server/static-server.js";

const scratch = mkdtempSync(join(tmpdir(), "leaklens-page-"));
const dist = join(scratch, "dist");
let server: Served;

beforeAll(async () => {
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(dist, "index.html"), "<!doctype html>page");
  writeFileSync(join(dist, "assets", "app.js"), "export {}");
  writeFileSync(join(scratch, "secret.txt"), "secret");
  server = await servePage(
    await pageFiles(dist),
    [
      { name: "/some/where/03-storm.pb.gz", bytes: Uint8Array.of(1, 2, 3) },
      { name: "mein Heap & co.pb.gz", bytes: Uint8Array.of(4) },
    ],
    0,
  );
});
afterAll(async () => {
  await server.close();
  rmSync(scratch, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks with the path as it stands: fetch would tidy it. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: server.port,
        path,
        method: options.method ?? "GET",
        headers: { host: options.host ?? `127.0.0.1:${server.port}` },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

const paths = () =>
  new URL(server.address).hash.split("&").flatMap((part) => {
    const found = /^open=(.*)$/.exec(part);
    return found ? [decodeURIComponent(found[1]!)] : [];
  });

describe("the address", () => {
  it("is this machine's own and opens the files under paths that cannot be guessed", () => {
    expect(server.address).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/#v=1&open=\/files\/[\w-]{24}\/03-storm\.pb\.gz&open=\/files\/[\w-]{24}\/[^&]+$/,
    );
    const tokens = paths().map((path) => path.split("/")[2]);
    expect(new Set(tokens).size).toBe(2);
  });
});

describe("what is served", () => {
  it("are the page, its parts and the files, with their types", async () => {
    const page = await ask("/");
    expect([page.status, page.body.toString()]).toEqual([200, "<!doctype html>page"]);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    const script = await ask("/assets/app.js");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    const [storm, heap] = paths();
    const file = await ask(storm!);
    expect([file.status, [...file.body]]).toEqual([200, [1, 2, 3]]);
    expect(file.headers["content-type"]).toBe("application/octet-stream");
    expect(file.headers["cache-control"]).toBe("no-store");
    expect([...(await ask(heap!)).body]).toEqual([4]);
    expect((await ask(storm!, { method: "HEAD" })).body).toHaveLength(0);
  });

  it("is nothing outside of the page's folder, however it is asked for", async () => {
    for (const path of [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
      "/..\\secret.txt",
      "//secret.txt",
      `/${join(scratch, "secret.txt")}`,
      "/%",
      "/%00",
      "/files/",
      `/files/${"A".repeat(24)}/03-storm.pb.gz`,
      "/assets",
    ]) {
      const { status, body } = await ask(path);
      expect(status, path).toBe(404);
      expect(body.toString(), path).not.toContain("secret");
    }
  });

  it("is served to no other host's pages, by reading only, with strict headers", async () => {
    expect((await ask("/", { host: "evil.example" })).status).toBe(421);
    expect((await ask("/", { host: `localhost:${server.port}` })).status).toBe(200);
    expect((await ask("/", { method: "POST" })).status).toBe(405);
    for (const path of ["/", paths()[0]!, "/nothing"]) {
      const { headers } = await ask(path);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });
});

it("a port that is taken and a page that is not built are told", async () => {
  const files = await pageFiles(dist);
  await expect(servePage(files, [], server.port)).rejects.toThrow(
    `port ${server.port}: the port is taken`,
  );
  await expect(pageFiles(join(scratch, "none"))).rejects.toThrow(InputError);
});

it("types follow the name's ending", () => {
  expect(contentType("a.b.JS")).toBe("text/javascript; charset=utf-8");
  expect(contentType("03-storm.pb.gz")).toBe("application/octet-stream");
  expect(contentType("noending")).toBe("application/octet-stream");
});
