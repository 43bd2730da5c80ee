import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { durationFlag, parseDuration } from "../../../src/cli/input/duration.js";
import { parseQuantity } from "../../../src/cli/record/pods.js";

describe("a time of a flag", () => {
  it.each([
    ["30s", 30_000],
    ["1m30s", 90_000],
    ["2h", 7_200_000],
    ["1.5h", 5_400_000],
    ["250ms", 250],
    ["1d", 86_400_000],
    ["30", undefined],
    ["s", undefined],
    ["1m 30s", undefined],
    ["-1s", undefined],
    ["", undefined],
  ])("%s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it("has bounds, which are told", () => {
    expect(durationFlag("interval", undefined, 60_000, 100)).toBe(60_000);
    for (const text of ["50ms", "60d", "soon"]) {
      expect(() => durationFlag("interval", text, 0, 100)).toThrow(
        /--interval takes a time like 30s, 5m or 1m30s, of 0\.1 s to 24 days/,
      );
    }
  });
});

describe("a quantity of Kubernetes", () => {
  it.each([
    ["8Gi", 8 * 2 ** 30],
    ["512Mi", 2 ** 29],
    ["500M", 500_000_000],
    ["1e9", 1_000_000_000],
    ["1.5Gi", 1.5 * 2 ** 30],
    ["128974848", 128_974_848],
    ["100m", 0],
    ["8GB", undefined],
    ["", undefined],
    ["-1", undefined],
  ])("%s", (text, bytes) => {
    expect(parseQuantity(text)).toBe(bytes);
  });
});

it("nothing loads the client of Kubernetes until a cluster is asked", () => {
  const src = fileURLToPath(new URL("../../../src", import.meta.url));
  const loads = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) =>
      /^import (?!type )[^;]*"@kubernetes\/client-node"/m.test(
        readFileSync(join(src, name), "utf8"),
      ),
    );
  expect(loads).toEqual([]);
  expect(readFileSync(join(src, "cli/record/cluster.ts"), "utf8")).toMatch(
    /await import\("@kubernetes\/client-node"\)/,
  );
});
