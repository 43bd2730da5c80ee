import { describe, expect, it } from "vitest";
import { type Timers, Watch } from "../../src/worker/watch.js";

/** A clock that moves when it is told to. */
class FakeTimers implements Timers {
  private now = 0;
  private next = 1;
  private readonly waiting = new Map<number, { at: number; work: () => void }>();

  set(work: () => void, ms: number): number {
    this.waiting.set(this.next, { at: this.now + ms, work });
    return this.next++;
  }

  clear(timer: number): void {
    this.waiting.delete(timer);
  }

  /** Lets time pass; promises are answered in between. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.waiting].filter(([, t]) => t.at <= end);
      const first = due.sort(([, a], [, b]) => a.at - b.at)[0];
      if (!first) break;
      this.waiting.delete(first[0]);
      this.now = first[1].at;
      first[1].work();
      for (let i = 0; i < 4; i++) await Promise.resolve();
    }
    this.now = end;
  }
}

const SILENT = () => new Promise<void>(() => {});
const ALIVE = () => Promise.resolve();

describe("a worker that owes an answer", () => {
  it("is given up when it gives no sign of life, once", async () => {
    const timers = new FakeTimers();
    let dead = 0;
    const watch = new Watch(SILENT, () => dead++, timers);
    watch.sign();
    watch.begin();
    await timers.pass(19_000);
    expect(dead).toBe(0);
    await timers.pass(600_000);
    expect(dead).toBe(1);
  });

  it("may take as long as it likes while it answers whether it is there", async () => {
    const timers = new FakeTimers();
    let dead = 0;
    new Watch(ALIVE, () => dead++, timers).begin();
    await timers.pass(3_600_000);
    expect(dead).toBe(0);
  });

  it("has more time before it was ever heard of: its script may be on its way", async () => {
    const timers = new FakeTimers();
    let dead = 0;
    new Watch(SILENT, () => dead++, timers).begin();
    await timers.pass(39_000);
    expect(dead).toBe(0);
    await timers.pass(10_000);
    expect(dead).toBe(1);
  });

  it("is not asked whether it is there while it owes nothing", async () => {
    const timers = new FakeTimers();
    let asked = 0;
    const watch = new Watch(
      () => {
        asked++;
        return SILENT();
      },
      () => expect.unreachable(),
      timers,
    );
    watch.begin()();
    await timers.pass(600_000);
    expect(asked).toBe(0);
  });
});
