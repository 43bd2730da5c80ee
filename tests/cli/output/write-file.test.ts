import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Interrupted } from "../../../src/cli/exit-code.js";
import { writeWhole } from "../../../src/cli/output/write-file.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklens-write-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const old = new TextEncoder().encode("the older file");

/** Five pieces of which the third cannot be had: what a full disk does to a write. */
class Cut extends Uint8Array<ArrayBuffer> {
  constructor(
    length: number,
    private readonly atThird: () => void,
  ) {
    super(new ArrayBuffer(length));
  }
  override subarray(from: number, to: number): Uint8Array<ArrayBuffer> {
    if (from === 2 << 22) this.atThird();
    return new Uint8Array(this.buffer, from, to - from);
  }
}
const fails = () => {
  throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
};

describe("a file that is written", () => {
  it("replaces an older one and keeps its rights, with nothing left beside it", async () => {
    const path = join(folder, "out.csv");
    writeFileSync(path, old);
    chmodSync(path, 0o640);
    await writeWhole(path, new Uint8Array([1, 2, 3]), never);
    expect([...readFileSync(path)]).toEqual([1, 2, 3]);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["out.csv"]);
  });

  it("goes where a link points, and the link stays", async () => {
    const real = join(folder, "real.csv");
    const link = join(folder, "link.csv");
    writeFileSync(real, old);
    symlinkSync(real, link);
    await writeWhole(link, new Uint8Array([7]), never);
    expect([...readFileSync(real)]).toEqual([7]);
    expect(readdirSync(folder).sort()).toEqual(["link.csv", "real.csv"]);
  });

  it("leaves the older one as it was where the disk is full, and no part of itself", async () => {
    const path = join(folder, "out.html");
    writeFileSync(path, old);
    await expect(writeWhole(path, new Cut(5 << 22, fails), never)).rejects.toThrow(
      /out\.html: it cannot be written: no space is left/,
    );
    expect(new Uint8Array(readFileSync(path))).toEqual(old);
    const other = join(folder, "new.pb.gz");
    await expect(writeWhole(other, new Cut(5 << 22, fails), never)).rejects.toThrow("no space");
    expect(readdirSync(folder)).toEqual(["out.html"]);
  });

  it("is not there where the person interrupts while it is written", async () => {
    const path = join(folder, "out.pb.gz");
    writeFileSync(path, old);
    const stop = new AbortController();
    const bytes = new Cut(5 << 22, () => stop.abort());
    await expect(writeWhole(path, bytes, stop.signal)).rejects.toThrow(Interrupted);
    expect(new Uint8Array(readFileSync(path))).toEqual(old);
    expect(readdirSync(folder)).toEqual(["out.pb.gz"]);
  });

  it("can be a device", async () => {
    await writeWhole("/dev/null", new Uint8Array(3), never);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    await expect(writeWhole(folder, new Uint8Array(3), never)).rejects.toThrow("it is a folder");
  });
});
