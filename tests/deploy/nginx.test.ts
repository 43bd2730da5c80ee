import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentType } from "../../src/cli/server/page-files.js";
import { PAGE_HEADERS } from "../../src/cli/server/server.js";
import { ROOT } from "./manifests.js";

const conf = readFileSync(join(ROOT, "deploy/page/nginx.conf"), "utf8");

describe("the configuration of nginx", () => {
  it("sends the headers of the page's own server, with every answer", () => {
    const sent = [...conf.matchAll(/add_header (\S+) "([^"]*)"( always)?;/g)];
    const headers = Object.fromEntries(sent.map(([, name, value]) => [name, value]));
    expect(headers).toEqual({ ...PAGE_HEADERS, "Cache-Control": "no-cache" });
    expect(sent.every(([, , , always]) => always !== undefined)).toBe(true);
    // A header in a location would take the place of all of the server's.
    expect(conf.slice(conf.indexOf("location /"))).not.toContain("add_header");
  });

  it("gives files the types that the page's own server gives", () => {
    const types = /types \{([^}]*)\}/.exec(conf)![1]!;
    for (const [, type, endings] of types.matchAll(/(\S+)\s+([\w ]+);/g)) {
      for (const ending of endings!.split(" ")) {
        expect(contentType(`x.${ending}`).split(";")[0]).toBe(type);
      }
    }
    expect(contentType("x.pb.gz")).toBe(/default_type (\S+);/.exec(conf)![1]);
  });

  it("writes in /tmp alone, listens above 1023, and logs nobody", () => {
    for (const [, path] of conf.matchAll(/(?:_temp_path|pid) (\S+);/g)) {
      expect(path).toMatch(/^\/tmp\//);
    }
    expect(Number(/listen (\d+);/.exec(conf)![1])).toBeGreaterThan(1023);
    expect(conf).toContain("access_log off;");
  });
});
