import { describe, expect, it } from "vitest";
import type { FileLibrary } from "../../src/storage/file-library.js";
import { MAX_SETS } from "../../src/storage/kept-lists.js";
import { memoryDisk, sha256 } from "./memory-storage.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const A = { bytes: bytesOf("profile a"), hash: sha256(bytesOf("profile a")), name: "a.pb.gz" };
const B = { bytes: bytesOf("profile b!"), hash: sha256(bytesOf("profile b!")), name: "b.pb.gz" };

async function keep(library: FileLibrary, ...files: (typeof A)[]): Promise<void> {
  for (const file of files) await library.put(file.hash, file.name, file.bytes);
}

function refs(...files: (typeof A)[]) {
  return files.map((f) => ({ hash: f.hash, name: f.name, size: f.bytes.length, url: "" }));
}

describe("the library on disk", () => {
  it("gives back in the next visit what was kept in this one", async () => {
    const disk = memoryDisk();
    const first = disk.visit();
    await keep(first, A, B);
    await first.remember(refs(A, B));
    const second = disk.visit();
    expect(await second.get(A.hash)).toEqual(A.bytes);
    await second.refresh();
    const { files, sets, room } = second.snapshot();
    expect(files.map((f) => [f.name, f.size])).toEqual([
      ["b.pb.gz", 10],
      ["a.pb.gz", 9],
    ]);
    expect(sets.map((s) => s.files.map((f) => f.name))).toEqual([["a.pb.gz", "b.pb.gz"]]);
    expect(room?.used).toBe(19);
  });

  it("writes the same file once, and moves it to the front when it is used again", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await keep(library, A, B, A);
    expect(library.snapshot().files.map((f) => f.hash)).toEqual([A.hash, B.hash]);
    expect(disk.directory.files.size).toBe(2);
    expect(library.snapshot().files[0]!.used).toBeGreaterThan(library.snapshot().files[0]!.kept);
  });

  it("knows nothing of a file that was never kept", async () => {
    expect(await memoryDisk().visit().get("00")).toBeUndefined();
  });

  it("gives no bytes that differ from those kept, and forgets the file", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await keep(library, A);
    disk.directory.files.set(A.hash, bytesOf("something else"));
    expect(await library.get(A.hash)).toBeUndefined();
    expect(library.snapshot().files).toEqual([]);
    expect(library.snapshot().trouble?.kind).toBe("damaged");
    expect(disk.directory.files.size).toBe(0);
  });

  it("renames a file wherever it is listed, and in the next visit too", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await keep(library, A, B);
    await library.remember(refs(A, B));
    await library.rename(A.hash, "  before the storm ");
    await library.rename(B.hash, "   ");
    await library.put(A.hash, A.name, A.bytes);
    for (const one of [library, disk.visit()]) {
      await one.refresh();
      const { files, sets } = one.snapshot();
      expect(files.map((f) => f.name).sort()).toEqual(["b.pb.gz", "before the storm"]);
      expect(sets[0]!.files[0]!.name).toBe("before the storm");
    }
  });

  it("deletes a file with its bytes and the sets it was part of", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await keep(library, A, B);
    await library.remember(refs(A, B));
    await library.remember(refs(B));
    await library.remove(A.hash);
    expect(library.snapshot().files.map((f) => f.hash)).toEqual([B.hash]);
    expect(library.snapshot().sets.map((s) => s.id)).toEqual([B.hash]);
    expect([...disk.directory.files.keys()]).toEqual([B.hash]);
    expect([...disk.index.together.keys()]).toEqual([B.hash]);
  });

  it("deletes everything, also bytes that no list knows", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await keep(library, A);
    disk.directory.files.set("left over", bytesOf("x"));
    await library.clear();
    expect(disk.directory.files.size).toBe(0);
    expect(library.snapshot()).toMatchObject({ files: [], sets: [], trouble: undefined });
  });

  it("keeps nothing while it is switched off, and still gives what was kept before", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    await keep(library, A);
    library.setOn(false);
    await keep(library, B);
    await library.remember(refs(A));
    expect([...disk.directory.files.keys()]).toEqual([A.hash]);
    expect(disk.index.together.size).toBe(0);
    const next = disk.visit();
    expect(next.snapshot().on).toBe(false);
    expect(await next.get(A.hash)).toEqual(A.bytes);
  });

  it("says that the room is full, and lists no file of which the bytes are missing", async () => {
    const disk = memoryDisk();
    disk.directory.quota = 12;
    const library = disk.visit();
    await keep(library, A, B);
    expect(library.snapshot().files.map((f) => f.hash)).toEqual([A.hash]);
    expect([...disk.directory.files.keys()]).toEqual([A.hash]);
    expect(library.snapshot().trouble?.kind).toBe("full");
    await library.remember(refs(A, B));
    expect(library.snapshot().sets).toEqual([]);
  });

  it("does without storage where the browser refuses it, and says so", async () => {
    const library = memoryDisk().visit({ stores: () => Promise.reject(new Error("denied")) });
    await keep(library, A);
    await library.remember(refs(A));
    await library.rename(A.hash, "x");
    await library.remove(A.hash);
    await library.clear();
    await library.refresh();
    expect(await library.get(A.hash)).toBeUndefined();
    expect(library.snapshot().files).toEqual([]);
    expect(library.snapshot().trouble?.message).toContain("no storage");
  });

  it("forgets the sets longest unused beyond a number, but no file", async () => {
    const disk = memoryDisk();
    const library = disk.visit();
    for (let i = 0; i < MAX_SETS + 5; i++) {
      const bytes = bytesOf(`profile ${i}`);
      await library.put(sha256(bytes), `${i}`, bytes);
      await library.remember([{ hash: sha256(bytes), name: `${i}`, size: 0, url: "" }]);
    }
    const { sets, files } = library.snapshot();
    expect(sets.length).toBe(MAX_SETS);
    expect(sets[0]!.files[0]!.name).toBe(`${MAX_SETS + 4}`);
    expect(disk.index.together.size).toBe(MAX_SETS);
    expect(files.length).toBe(MAX_SETS + 5);
  });

  it("tells those who listen after each change, with a new state", async () => {
    const library = memoryDisk().visit();
    const seen = new Set<object>();
    const stop = library.subscribe(() => seen.add(library.snapshot()));
    await keep(library, A);
    expect(seen.size).toBeGreaterThan(0);
    const before = seen.size;
    stop();
    await keep(library, B);
    expect(seen.size).toBe(before);
  });
});
