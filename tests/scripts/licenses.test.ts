import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Licenses, licensesText } from "../../scripts/licenses-plugin.js";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "leaklens-licenses-"));
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const pack = (name: string, code: string, more: object, files: Record<string, string>) => {
    const facts = { name, version: "1.2.3", main: "main.js", license: "MIT", ...more };
    put(`node_modules/${name}/package.json`, JSON.stringify(facts));
    put(`node_modules/${name}/main.js`, code);
    for (const [file, text] of Object.entries(files)) put(`node_modules/${name}/${file}`, text);
  };
  pack("plain", "export const a = Math.random();", {}, { LICENSE: "the same text" });
  pack("@of/scope", 'export { a as b } from "plain";', {}, { "LICENSE.md": "the same text" });
  pack(
    "apache",
    "export const c = Date.now();",
    { license: "Apache-2.0" },
    {
      LICENSE: "terms",
      NOTICE: "what must be said",
    },
  );
  pack("bare", "export const d = performance.now();", { author: "A. Body" }, {});
  pack("unused", "export const e = 1;", {}, { LICENSE: "not built in" });
  put("LICENSE", "our own");
  put(
    "entry.js",
    'import { b } from "@of/scope"; import { a } from "plain"; import { c } from "apache"; import { d } from "bare"; import { e } from "unused"; console.log(a, b, c, d);',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

describe("the notices of a build", () => {
  it("are those of all packages that got in, each text once, and of no other", async () => {
    const licenses = new Licenses();
    await build({
      configFile: false,
      root,
      logLevel: "silent",
      plugins: [licenses.collector()],
      build: { write: false, rolldownOptions: { input: join(root, "entry.js") } },
    });
    const text = licensesText(root, licenses.packages());
    expect(text.startsWith("Leaklens\n\nour own")).toBe(true);
    expect(text).toContain("plain 1.2.3 (MIT)");
    expect(text).toContain("apache 1.2.3 (Apache-2.0)\n\nterms\n\nwhat must be said");
    expect(text.match(/the same text/g)?.length).toBe(1);
    // A package without a licence file has the terms all the same.
    expect(text).toMatch(/bare 1\.2\.3 \(MIT\)\n\nMIT License\n\nCopyright \(c\) A\. Body\n\nPerm/);
    expect(text).not.toContain("not built in");
  });
});
