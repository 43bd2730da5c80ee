import { describe, expect, it } from "vitest";
import { Cancelled } from "../../../src/lib/cancelled-error.js";
import { ExportQueue, type ExportState } from "../../../src/ui/share/export-queue.js";

/** A job that ends when it is told to. */
function job() {
  let end: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => promise, end: () => end(), fail: (error: Error) => fail(error) };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("exports that are asked for one after another", () => {
  it("are all made, in their order, and the page is told which", async () => {
    const states: ExportState[] = [];
    const queue = new ExportQueue((state) => states.push(state));
    const [a, b, c] = [job(), job(), job()];
    queue.add("pprof", a.work);
    queue.add("folded", b.work);
    queue.add("CSV", c.work);
    expect(states.at(-1)).toEqual({ making: "pprof", waiting: 2, said: "" });
    a.end();
    await turn();
    expect(states.at(-1)).toMatchObject({ making: "folded", waiting: 1 });
    b.fail(new Error("no such type"));
    await turn();
    expect(states.at(-1)).toMatchObject({ making: "CSV", waiting: 0 });
    c.end();
    await turn();
    expect(states.at(-1)).toEqual({ making: "", waiting: 0, said: "folded: no such type" });
  });

  it("say which one was cancelled, and drop what waits when asked to", async () => {
    let state: ExportState | undefined;
    const queue = new ExportQueue((next) => {
      state = next;
    });
    const a = job();
    let made = false;
    queue.add("pprof", a.work);
    queue.add("folded", async () => {
      made = true;
    });
    queue.clear();
    a.fail(new Cancelled());
    await turn();
    expect(state).toEqual({ making: "", waiting: 0, said: "pprof: cancelled" });
    expect(made).toBe(false);
  });
});
