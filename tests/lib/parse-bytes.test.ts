import { describe, expect, it } from "vitest";
import { parseBytes } from "../../src/lib/parse-bytes.js";

describe("a size as people write it", () => {
  it.each([
    ["4GiB", 4 * 2 ** 30],
    ["4096 MB", 4 * 2 ** 30],
    ["512Mi", 512 * 2 ** 20],
    ["1.5g", 1.5 * 2 ** 30],
    ["1000", 1000],
    ["2e9", 2e9],
    ["10kb", 10240],
  ])("%s", (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes);
  });

  it("is none where it cannot be read or is nothing", () => {
    for (const text of ["", "0", "-4G", "lots", "4GiBs", "1e999", "4 4G"]) {
      expect(parseBytes(text), text).toBeUndefined();
    }
  });
});
