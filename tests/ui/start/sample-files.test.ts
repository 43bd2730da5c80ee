import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SAMPLE_FILES } from "../../../src/ui/start/sample-files.js";

const folder = fileURLToPath(new URL("../../../public/samples", import.meta.url));

describe("the recordings that come with the page", () => {
  it("are all known by the hashes of their bytes", () => {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((path) => [
        createHash("sha256").update(readFileSync(path)).digest("hex"),
        path.slice(folder.length + 1).replaceAll("\\", "/"),
      ]);
    expect(SAMPLE_FILES).toEqual(Object.fromEntries(found));
  });
});
