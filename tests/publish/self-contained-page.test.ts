import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Embedded, fromBase64, toBase64 } from "../../src/publish/embedded-files.js";
import {
  inlineScript,
  type PageAssets,
  pageAssets,
  SelfContainedError,
  selfContainedPage,
} from "../../src/publish/self-contained-page.js";

const ASSETS: PageAssets = {
  script: 'document.title = "</script><!--" + `</SCRIPT>` + /<\\/script/.source; go();',
  styles: ['body::after { content: "</style>"; }'],
  worker: 'postMessage("</script>");',
  icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  licenses: "MIT </pre><script>x</script> & others",
};

const FILE = {
  name: "heap.pb.gz",
  hash: "ab".repeat(32),
  bytes: new Uint8Array([0, 255, 31, 139]),
};

/** Elements of a raw text kind, taken apart as an HTML parser does. */
function rawElements(html: string, tag: string): string[] {
  const out: string[] = [];
  const open = new RegExp(`<${tag}\\b[^>]*>`, "gi");
  for (let found = open.exec(html); found; found = open.exec(html)) {
    const end = html.toLowerCase().indexOf(`</${tag}`, open.lastIndex);
    out.push(html.slice(open.lastIndex, end));
    open.lastIndex = end;
  }
  return out;
}

describe("a self-contained page", () => {
  it("holds the app and the files, and the view to open with", () => {
    const page = selfContainedPage(ASSETS, [FILE], "v=1&f=ab");
    const [json, script] = rawElements(page, "script");
    const carried = JSON.parse(json!) as Embedded;
    expect(carried.view).toBe("v=1&f=ab");
    expect(carried.worker).toBe(ASSETS.worker);
    expect(carried.files[0]!.hash).toBe(FILE.hash);
    expect(fromBase64(carried.files[0]!.data)).toEqual(FILE.bytes);
    expect(script).toContain("go();");
    expect(rawElements(page, "script").length).toBe(2);
    expect(rawElements(page, "style").length).toBe(1);
  });

  it("allows the very script that it holds, and no address at all", () => {
    const page = selfContainedPage(ASSETS, [FILE], "");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    const hash = createHash("sha256").update(rawElements(page, "script")[1]!).digest("base64");
    expect(policy).toContain(`script-src 'sha256-${hash}';`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|'self'|unsafe-eval/);
    expect(policy.match(/unsafe-inline/g)).toEqual(["unsafe-inline"]);
    const outside = page.match(/(?:src|href)="[^"]*"/g)!.filter((a) => !a.includes('"data:'));
    expect(outside).toEqual([]);
  });

  it("means the same after what would end the script is escaped", () => {
    const source =
      'return ["</script>", "<!-- x", `</Script >`, /<\\/script>/.test("</script>"), "<\\/script>"]';
    const escaped = inlineScript(source);
    expect(escaped).not.toMatch(/<\/script|<!--/i);
    expect(new Function(escaped)()).toEqual(new Function(source)());
  });

  it("lets no name become markup, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (name, view) => {
        const hostile = `${name}</script><script>alert(1)</script><!--"'&`;
        const page = selfContainedPage(ASSETS, [{ ...FILE, name: hostile }], view + hostile);
        expect(rawElements(page, "script").length).toBe(2);
        expect(rawElements(page, "title")[0]).not.toMatch(/[<>]/);
        const carried = JSON.parse(rawElements(page, "script")[0]!) as Embedded;
        expect(carried.view).toBe(view + hostile);
        expect(carried.files[0]!.name).toBe(hostile);
      }),
    );
  });

  it("is refused where the app's scripts import others, which a file on disk cannot", () => {
    for (const script of [
      'import{a}from"./chunk-1.js";',
      "import(`./chunk-1.js`)",
      'import "/src/x.js"',
    ]) {
      expect(() => selfContainedPage({ ...ASSETS, script }, [], ""), script).toThrow(
        /imports .*js/,
      );
      expect(() => selfContainedPage({ ...ASSETS, worker: script }, [], "")).toThrow(/worker/);
    }
  });

  it("is refused where the worker cannot run as a classic script, as it must from disk", () => {
    for (const worker of ["new URL('x', import.meta.url)", "var a=1;export{a};"]) {
      expect(() => selfContainedPage({ ...ASSETS, worker }, [], ""), worker).toThrow(/module/);
    }
  });

  it("carries the licences of what is built in, as text", () => {
    const page = selfContainedPage(ASSETS, [FILE], "");
    const [pre] = rawElements(page, "pre");
    const text = pre!.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(text).toBe(ASSETS.licenses);
  });

  it("is made of the page that the build leaves in one script", async () => {
    const files: Record<string, string> = {
      "whole/manifest.json": JSON.stringify({
        "src/main.tsx": { file: "whole/page.js", isEntry: true, assets: ["whole/worker.js"] },
        "style.css": { file: "whole/page.css" },
      }),
      "whole/page.js": "new Worker(new URL(`worker.js`,import.meta.url))",
      "whole/page.css": "body{}",
      "whole/worker.js": "postMessage(1)",
      "licenses.txt": "MIT",
    };
    const read = async (path: string) => {
      if (files[path] === undefined) throw new SelfContainedError(`there is no ${path}`);
      return files[path];
    };
    expect(await pageAssets(read)).toEqual({
      script: files["whole/page.js"],
      styles: ["body{}"],
      worker: "postMessage(1)",
      icon: "",
      licenses: "MIT",
    });
    delete files["whole/worker.js"];
    await expect(pageAssets(read)).rejects.toThrow(/no whole\/worker\.js/);
  });

  it("is refused where the manifest is another file, or names no worker", async () => {
    const page = { file: "whole/page.js", isEntry: true };
    for (const manifest of ["<!doctype html>", "{}", JSON.stringify({ "src/main.tsx": page })]) {
      const read = async (path: string) => (path === "whole/manifest.json" ? manifest : "");
      await expect(pageAssets(read), manifest).rejects.toThrow(SelfContainedError);
    }
  });

  it("takes bytes to base64 and back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });
});
