import { describe, expect, it } from "vitest";
import { LatePart } from "../../src/lib/late-part.js";

const WORDS = {
  failed: (why: string) => `the part could not be loaded: ${why}`,
  late: (seconds: number) => `it did not come within ${seconds} seconds`,
};

describe("a part of the program that is loaded late", () => {
  it("is brought once, whoever asks for it", async () => {
    let times = 0;
    const part = new LatePart(WORDS, async () => ++times);
    await Promise.all([part.load(), part.load()]);
    await part.load();
    expect([part.value, times, part.failed]).toEqual([1, 1, false]);
  });

  it("that nobody loaded says so to who reads it", () => {
    const part = new LatePart(WORDS, async () => 1);
    expect(() => part.value).toThrow("a part is read that nobody loaded");
    expect(part.failed).toBe(false);
  });

  it("that cannot be had says why, and is tried again by the next who asks", async () => {
    let there = false;
    const part = new LatePart(WORDS, async () => {
      if (!there) throw new Error("404");
      return "found";
    });
    await part.load();
    expect(part.failed).toBe(true);
    expect(() => part.value).toThrow("the part could not be loaded: 404");
    there = true;
    await part.load();
    expect([part.value, part.failed]).toEqual(["found", false]);
  });

  it("that does not come is not waited for, and is there when it comes after all", async () => {
    let bring: (value: string) => void = () => {};
    const part = new LatePart<string>(WORDS, () => new Promise((come) => (bring = come)), 20);
    await part.load();
    expect(() => part.value).toThrow(/did not come within 0.02 seconds/);
    bring("late");
    await Promise.resolve();
    expect(part.value).toBe("late");
  });
});
