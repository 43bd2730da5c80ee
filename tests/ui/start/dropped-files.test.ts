import { describe, expect, it } from "vitest";
import { inputsOf } from "../../../src/ui/start/dropped-files.js";

const CONTROL = { signal: new AbortController().signal, onBytes: () => {} };

function file(name: string, fails?: string) {
  return {
    isFile: true,
    name,
    file: (found: (file: File) => void, failed: (error: Error) => void) =>
      fails ? failed(new Error(fails)) : found(new File([name], name)),
  };
}

/** A folder that a browser lists a hundred entries at a time, as Chromium does. */
function folder(name: string, entries: readonly unknown[]) {
  return {
    isFile: false,
    name,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (listed: (some: readonly unknown[]) => void) => {
          listed(entries.slice(at, at + 100));
          at += 100;
        },
      };
    },
  };
}

function drop(...entries: readonly unknown[]): DataTransfer {
  const items = entries.map((entry) => ({ kind: "file", webkitGetAsEntry: () => entry }));
  return { items } as unknown as DataTransfer;
}

describe("what is dropped", () => {
  it("is every file of a folder that may be a profile, however many there are", async () => {
    const heaps = Array.from({ length: 2345 }, (_, i) => file(`heap-${i}.pb.gz`));
    const dropped = folder("recordings", [
      file("README.md"),
      file(".hidden.pb.gz"),
      folder("more", [file("cpu.pprof")]),
      ...heaps,
    ]);
    expect(await inputsOf(drop(dropped))).toHaveLength(2346);
  });

  it("is read when it is opened; one that cannot be had says so, and the others are there", async () => {
    const [bad, good] = await inputsOf(drop(file("bad.pb.gz", "not allowed"), file("good.pb.gz")));
    expect(new TextDecoder().decode(await good!.read(CONTROL))).toBe("good.pb.gz");
    await expect(bad!.read(CONTROL)).rejects.toThrow("it cannot be read: not allowed");
  });
});
