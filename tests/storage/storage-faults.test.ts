import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DirectoryBytes } from "../../src/storage/byte-store.js";
import type { Neighbours, Stores } from "../../src/storage/library-parts.js";
import { OPEN_LIMIT } from "../../src/storage/store-connection.js";
import { memoryDisk, sha256 } from "./memory-storage.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = (text: string) => ({
  bytes: bytesOf(text),
  hash: sha256(bytesOf(text)),
  name: `${text}.pb.gz`,
});
const A = fileOf("a file");
const B = fileOf("b, another file");
const refs = (...files: (typeof A)[]) =>
  files.map((f) => ({ hash: f.hash, name: f.name, size: f.bytes.length, url: "" }));

afterEach(() => vi.useRealTimers());

describe("bytes that are gone while their record is not", () => {
  it("are written again when the file is opened again", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await library.put(A.hash, A.name, A.bytes);
    disk.directory.files.delete(A.hash);
    await library.put(A.hash, A.name, A.bytes);
    expect(await disk.visit().get(A.hash)).toEqual(A.bytes);
  });

  it("are written again when they were cut short", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await library.put(A.hash, A.name, A.bytes);
    disk.directory.files.set(A.hash, A.bytes.slice(0, 2));
    await library.put(A.hash, A.name, A.bytes);
    expect(await disk.visit().get(A.hash)).toEqual(A.bytes);
  });

  it("make a file that is not listed, nor the sets with it", async () => {
    const disk = memoryDisk();
    const first = disk.visit();
    await first.put(A.hash, A.name, A.bytes);
    await first.put(B.hash, B.name, B.bytes);
    await first.remember(refs(A, B));
    disk.directory.files.delete(A.hash);
    const next = disk.visit();
    await next.refresh();
    expect(next.snapshot().files.map((f) => f.name)).toEqual([B.name]);
    expect(next.snapshot().sets).toEqual([]);
  });

  it("are noticed by a visit that listed them, when it asks for them", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await library.put(A.hash, A.name, A.bytes);
    disk.directory.files.delete(A.hash);
    expect(await library.get(A.hash)).toBeUndefined();
    expect(library.snapshot().files).toEqual([]);
  });
});

describe("another tab", () => {
  it("that deletes all is believed: the same file is written again, and no ghost is listed", async () => {
    const disk = memoryDisk();
    const here = disk.visit();
    await here.put(A.hash, A.name, A.bytes);
    await disk.visit().clear();
    await here.put(A.hash, A.name, A.bytes);
    expect(await disk.visit().get(A.hash)).toEqual(A.bytes);
    await disk.visit().clear();
    await here.refresh();
    expect(here.snapshot().files).toEqual([]);
  });

  it("is followed at once where tabs can be reached", async () => {
    const disk = memoryDisk();
    const tabs: (() => void)[] = [];
    const tab = (): Neighbours => {
      let own: () => void = () => {};
      return {
        listen: (changed) => {
          own = changed;
          tabs.push(changed);
        },
        changed: () => {
          for (const heard of tabs) if (heard !== own) heard();
        },
      };
    };
    const here = disk.visit({ neighbours: tab() });
    const there = disk.visit({ neighbours: tab() });
    await here.put(A.hash, A.name, A.bytes);
    await there.refresh();
    await there.put(B.hash, B.name, B.bytes);
    await vi.waitFor(() => expect(here.snapshot().files.length).toBe(2));
    await there.clear();
    await vi.waitFor(() => expect(here.snapshot().files).toEqual([]));
  });

  it("that takes the stores away is answered by opening them again", async () => {
    const disk = memoryDisk();
    let opened = 0;
    let lose: () => void = () => {};
    const library = disk.visit({
      stores: async (lost) => {
        opened++;
        lose = lost;
        return disk.stores();
      },
    });
    await library.put(A.hash, A.name, A.bytes);
    disk.index.kept.clear();
    disk.directory.files.clear();
    lose();
    await vi.waitFor(() => expect(library.snapshot().files).toEqual([]));
    await library.put(B.hash, B.name, B.bytes);
    expect(opened).toBe(2);
    expect(await disk.visit().get(B.hash)).toEqual(B.bytes);
  });

  it("with a newer page is told as such", async () => {
    const newer = Object.assign(new Error("less than the existing version"), {
      name: "VersionError",
    });
    const library = memoryDisk().visit({ stores: () => Promise.reject(newer) });
    await library.put(A.hash, A.name, A.bytes);
    expect(library.snapshot().trouble).toMatchObject({ kind: "newer" });
    expect(library.snapshot().trouble?.advice).toContain("Reload");
  });
});

describe("handles that the browser took away", () => {
  it("are replaced once, and what was to be kept is kept", async () => {
    const disk = memoryDisk();
    let opened = 0;
    const library = disk.visit({
      stores: async () => {
        const stores = disk.stores();
        if (++opened > 1) return stores;
        const putFile = () => Promise.reject(new Error("InvalidStateError"));
        return { ...stores, index: { ...stores.index, putFile } };
      },
    });
    await library.put(A.hash, A.name, A.bytes);
    expect(library.snapshot().trouble).toBeUndefined();
    expect(await disk.visit().get(A.hash)).toEqual(A.bytes);
  });

  it("are not asked for ever: the second failure is told", async () => {
    const disk = memoryDisk();
    let opened = 0;
    const library = disk.visit({
      stores: async () => {
        opened++;
        const bytes = new DirectoryBytes(disk.directory);
        bytes.write = () => Promise.reject(new Error("UnknownError"));
        return { ...disk.stores(), bytes };
      },
    });
    await library.put(A.hash, A.name, A.bytes);
    expect(opened).toBe(2);
    expect(library.snapshot().trouble?.kind).toBe("failed");
    expect(library.snapshot().unkept.map((f) => f.name)).toEqual([A.name]);
  });
});

describe("storage that does not answer", () => {
  it("is left alone after some seconds, said, and used once it answers", async () => {
    vi.useFakeTimers();
    const disk = memoryDisk();
    await disk.visit().put(B.hash, B.name, B.bytes);
    let answer: (stores: Stores) => void = () => {};
    const library = disk.visit({
      stores: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const asked = library.get(A.hash);
    await vi.advanceTimersByTimeAsync(OPEN_LIMIT + 1);
    expect(await asked).toBeUndefined();
    expect(library.snapshot().trouble?.kind).toBe("held");
    await library.put(A.hash, A.name, A.bytes);
    answer(disk.stores());
    await vi.advanceTimersByTimeAsync(1);
    expect(library.snapshot()).toMatchObject({ trouble: undefined, files: [{ name: B.name }] });
    await library.put(A.hash, A.name, A.bytes);
    expect(disk.directory.files.has(A.hash)).toBe(true);
  });

  it("is left alone too where it opens and then does not list", async () => {
    vi.useFakeTimers();
    const disk = memoryDisk();
    const stores = disk.stores();
    const index = { ...stores.index, files: () => new Promise<never>(() => {}) };
    const library = disk.visit({ stores: async () => ({ ...stores, index }) });
    const asked = library.get(A.hash);
    await vi.advanceTimersByTimeAsync(OPEN_LIMIT + 1);
    expect(await asked).toBeUndefined();
    expect(library.snapshot().trouble?.kind).toBe("held");
  });
});

describe("a damaged record", () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });

  it("of a file is put aside and told, and the file found again by its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("name", "size", "kept", "used"),
        fc.oneof(anything, fc.constantFrom(Number.NaN, -1, 9e15, Number.POSITIVE_INFINITY)),
        async (field, value) => {
          const disk = memoryDisk();
          const first = disk.visit();
          await first.put(A.hash, A.name, A.bytes);
          await first.put(B.hash, B.name, B.bytes);
          const row = disk.index.kept.get(A.hash) as object;
          const isSound =
            field === "name"
              ? typeof value === "string"
              : typeof value === "number" &&
                value >= 0 &&
                (field === "size" ? Number.isSafeInteger(value) : value <= 8.64e15);
          if (isSound) return;
          disk.index.kept.set(A.hash, { ...row, [field]: value });
          const next = disk.visit();
          await next.refresh();
          const { files, trouble } = next.snapshot();
          expect(trouble?.kind).toBe("damaged");
          expect(files.map((f) => f.hash).sort()).toEqual([A.hash, B.hash].sort());
          for (const file of files) {
            expect(new Date(file.used).toISOString()).toBeTruthy();
            expect(file.name.length).toBeGreaterThan(0);
          }
          expect(await next.get(A.hash)).toEqual(A.bytes);
          const third = disk.visit();
          await third.refresh();
          expect(third.snapshot().trouble).toBeUndefined();
        },
      ),
    );
  });

  it("of a set is put aside, whatever is in it", async () => {
    const broken = fc.oneof(
      fc.constant({}),
      fc.record({ files: anything }),
      fc.record({ files: fc.array(anything, { minLength: 1 }), used: fc.constant(1) }),
      fc.record({ files: fc.constant([]), used: anything }),
    );
    await fc.assert(
      fc.asyncProperty(broken, async (fields) => {
        const disk = memoryDisk();
        const first = disk.visit();
        await first.put(A.hash, A.name, A.bytes);
        await first.remember(refs(A));
        disk.index.together.set("x", { ...fields, id: "x" });
        const next = disk.visit();
        await next.refresh();
        expect(next.snapshot().trouble?.kind).toBe("damaged");
        expect(next.snapshot().sets.map((s) => s.id)).toEqual([A.hash]);
        expect([...disk.index.together.keys()]).toEqual([A.hash]);
      }),
    );
  });
});

describe("a full disk", () => {
  it("lets nothing go by itself, and makes room when the person says so", async () => {
    const disk = memoryDisk();
    disk.directory.quota = A.bytes.length + B.bytes.length - 1;
    const library = disk.visit();
    await library.put(A.hash, A.name, A.bytes);
    await library.put(B.hash, B.name, B.bytes);
    expect(library.snapshot().trouble?.kind).toBe("full");
    expect(library.snapshot().files.map((f) => f.name)).toEqual([A.name]);
    expect(library.snapshot().unkept).toEqual([
      { hash: B.hash, name: B.name, size: B.bytes.length },
    ]);
    await library.makeRoom(1);
    await library.put(B.hash, B.name, B.bytes);
    expect(library.snapshot()).toMatchObject({ trouble: undefined, unkept: [] });
    expect([...disk.directory.files.keys()]).toEqual([B.hash]);
  });

  it("makes room by what was used longest ago, and no more than is needed", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    const files = ["one", "two", "three", "four"].map(fileOf);
    for (const file of files) await library.put(file.hash, file.name, file.bytes);
    await library.put(files[0]!.hash, files[0]!.name, files[0]!.bytes);
    await library.makeRoom(4);
    const left = library.snapshot().files.map((f) => f.name);
    expect(left).toEqual(["one.pb.gz", "four.pb.gz"]);
  });

  it("is told once: what was dismissed stays so until something else is wrong", async () => {
    const disk = memoryDisk();
    disk.directory.quota = 3;
    const library = disk.visit();
    await library.put(A.hash, A.name, A.bytes);
    expect(library.snapshot().dismissed).toBe(false);
    library.dismiss();
    await library.put(B.hash, B.name, B.bytes);
    expect(library.snapshot()).toMatchObject({ dismissed: true, trouble: { kind: "full" } });
    disk.index.together.set("x", { id: "x" });
    await library.refresh();
    expect(library.snapshot()).toMatchObject({ dismissed: false, trouble: { kind: "damaged" } });
  });
});
