import { describe, expect, it } from "vitest";
import type { Connection } from "../../src/worker/connection.js";
import { lateConnection } from "../../src/worker/late-connection.js";

const events = { progress: () => {}, ended: () => {} };

function counted(): { made: number; calls: string[]; connection: Connection } {
  const seen = { made: 0, calls: [] as string[] };
  const api = new Proxy({} as Connection["api"], {
    get: (_, name: string) => async () => {
      seen.calls.push(name);
    },
  });
  const connection = lateConnection(() => {
    seen.made++;
    return { api, stop: () => seen.calls.push("stop") };
  })(events);
  return Object.assign(seen, { connection });
}

describe("a connection that is made late", () => {
  it("is made by the first question, once", async () => {
    const seen = counted();
    expect(seen.made).toBe(0);
    await seen.connection.api.bytes("a");
    await seen.connection.api.names(1);
    expect([seen.made, seen.calls]).toEqual([1, ["bytes", "names"]]);
  });

  it("is not made to close, stop or teach what never began", async () => {
    const seen = counted();
    await seen.connection.api.close(["a"]);
    await seen.connection.api.cancel();
    await seen.connection.api.speak("zh");
    seen.connection.stop();
    expect([seen.made, seen.calls]).toEqual([0, []]);
    await seen.connection.api.bytes("a");
    await seen.connection.api.close(["a"]);
    seen.connection.stop();
    expect(seen.calls).toEqual(["bytes", "close", "stop"]);
  });
});
