import { describe, expect, it } from "vitest";
import { bringNewer } from "../../src/pwa/bring-newer.js";
import type { OpenBytes } from "../../src/pwa/hand-over.js";

const FILE: OpenBytes = { hash: "ab", bytes: new Uint8Array(3) };

function newer(refused: boolean) {
  const done: string[] = [];
  const use = bringNewer({
    update: () => done.push("update"),
    unkept: async () => [FILE],
    handOver: async (files) => {
      if (refused) throw new Error("QuotaExceededError");
      done.push(`handed over ${files.length}`);
    },
    warn: (count) => done.push(`warned of ${count}`),
  });
  return { use, done };
}

describe("bringing a newer version in", () => {
  it("hands over first what is kept nowhere", async () => {
    const { use, done } = newer(false);
    await use();
    expect(done).toEqual(["handed over 1", "update"]);
  });

  it("loads nothing where files would be lost, until the person asks a second time", async () => {
    const { use, done } = newer(true);
    await use();
    expect(done).toEqual(["warned of 1"]);
    await use();
    expect(done).toEqual(["warned of 1", "update"]);
  });
});
