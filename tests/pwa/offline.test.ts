import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { precacheList } from "../../scripts/precache-plugin.js";
import { SHARE_PATH } from "../../src/pwa/share-target.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklens-"));
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, "samples/storm"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "one");
  writeFileSync(join(folder, "serviceworker.js"), "the worker itself");
  writeFileSync(join(folder, "assets/index-Ds5NeytU.js"), "x");
  writeFileSync(join(folder, "assets/index-Ds5NeytU.js.map"), "x");
  writeFileSync(join(folder, "samples/storm/00.pb.gz"), "x");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the list of files for offline use", () => {
  it("has every file of the page, and not the worker that keeps them", () => {
    expect(precacheList(folder).map((entry) => entry.url)).toEqual([
      "assets/index-Ds5NeytU.js",
      "index.html",
      "samples/storm/00.pb.gz",
    ]);
  });

  it("changes when a file changes, unless the change is in its name", () => {
    const revision = () => precacheList(folder).find((e) => e.url === "index.html")!.revision;
    const before = revision();
    writeFileSync(join(folder, "index.html"), "two");
    expect(revision()).not.toBe(before);
    expect(precacheList(folder)[0]!.revision).toBeNull();
  });
});

describe("the manifest", () => {
  const text = readFileSync(new URL("../../public/manifest.webmanifest", import.meta.url), "utf8");
  const manifest = JSON.parse(text) as {
    start_url: string;
    icons: { src: string; type: string; sizes: string }[];
    share_target: { action: string; params: { files: { name: string }[] } };
  };

  it("names icons that are there, in the sizes that it says", () => {
    for (const icon of manifest.icons) {
      const file = new URL(`../../public/${icon.src}`, import.meta.url);
      expect(existsSync(file), icon.src).toBe(true);
      if (icon.type !== "image/png") continue;
      const bytes = readFileSync(file);
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(icon.sizes);
    }
  });

  it("sends what is shared to where the worker takes it in, and knows no other origin", () => {
    expect(manifest.share_target.action).toBe(`./${SHARE_PATH}`);
    expect(manifest.share_target.params.files[0]!.name).toBe("profiles");
    expect(text).not.toMatch(/https?:/);
  });
});
