import { describe, expect, it } from "vitest";
import { Cancelled } from "../../src/lib/cancelled-error.js";
import type { Steps } from "../../src/lib/steps.js";
import { Queue } from "../../src/worker/work-queue.js";

/** Work that takes some slices and says when it runs. */
function* work(name: string, log: string[], slices = 3): Steps<string> {
  for (let i = 0; i < slices; i++) {
    log.push(`${name} ${i}`);
    const until = performance.now() + 14;
    while (performance.now() < until);
    yield (i + 1) / slices;
  }
  return name;
}

describe("a queue of work", () => {
  it("does the most urgent first, and one thing at a time", async () => {
    const log: string[] = [];
    const queue = new Queue(() => {});
    const first = queue.add("first", 5, () => work("first", log));
    const late = queue.add("late", 9, () => work("late", log));
    const soon = queue.add("soon", 1, () => work("soon", log));
    expect(await Promise.all([first, late, soon])).toEqual(["first", "late", "soon"]);
    expect(log.map((l) => l.split(" ")[0])).toEqual([
      ...Array(3).fill("first"),
      ...Array(3).fill("soon"),
      ...Array(3).fill("late"),
    ]);
  });

  it("cancels an older job when a newer one of its name comes, running or waiting", async () => {
    const log: string[] = [];
    const queue = new Queue(() => {});
    const old = queue.add("picture", 2, () => work("old", log, 50));
    const waiting = queue.add("kinds", 4, () => work("waiting", log));
    const newer = queue.add("kinds", 4, () => work("newer", log));
    const fresh = queue.add("picture", 2, () => work("fresh", log));
    const [o, w, n, f] = await Promise.allSettled([old, waiting, newer, fresh]);
    for (const stopped of [o, w]) {
      expect(stopped).toMatchObject({ status: "rejected", reason: expect.any(Cancelled) });
    }
    expect(n).toEqual({ status: "fulfilled", value: "newer" });
    expect(f).toEqual({ status: "fulfilled", value: "fresh" });
    expect(log.filter((l) => l.startsWith("old")).length).toBeLessThan(50);
    expect(log).not.toContain("waiting 0");
  });

  it("lets files be opened side by side: they do not replace each other", async () => {
    const log: string[] = [];
    const queue = new Queue(() => {});
    const a = queue.add("open a.pb.gz", 0, () => work("a", log), false);
    const b = queue.add("open a.pb.gz", 0, () => work("b", log), false);
    expect(await Promise.all([a, b])).toEqual(["a", "b"]);
  });

  it("tells progress that grows", async () => {
    const told: number[] = [];
    const queue = new Queue((_, share) => told.push(share));
    await queue.add("work", 0, () => work("work", [], 5));
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((x, y) => x - y));
  });

  it("goes on after work that fails, and hands the failure on", async () => {
    const queue = new Queue(() => {});
    // biome-ignore lint/correctness/useYield: work that fails at once
    const bad = queue.add("bad", 0, function* (): Steps<number> {
      throw new Error("no");
    });
    const good = queue.add("good", 0, () => work("good", []));
    await expect(bad).rejects.toThrow("no");
    expect(await good).toBe("good");
  });

  it("cancels all on demand", async () => {
    const queue = new Queue(() => {});
    const jobs = ["a", "b"].map((n) => queue.add(n, 0, () => work(n, [], 60)));
    queue.cancel();
    for (const job of await Promise.allSettled(jobs)) {
      expect(job).toMatchObject({ status: "rejected", reason: expect.any(Cancelled) });
    }
  });
});
