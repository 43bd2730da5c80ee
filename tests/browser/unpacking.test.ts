import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { fixtureBytes } from "../recordings.js";
import { withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** A file of 2 MB, hardly packed. */
function largeFile(seed: number) {
  const plain = gunzipSync(generate(fixtureBytes("leaking-operator/02.pb.gz"), 40_000, seed));
  return {
    name: `large-${seed}.pb.gz`,
    mimeType: "application/gzip",
    buffer: gzipSync(plain, { level: 0 }),
  };
}

/** A page whose worker counts what a worker of its own unpacks for it. */
async function watched() {
  const app = await fresh();
  await app.visit();
  await expect.poll(() => app.page.workers().length, { timeout: 20_000 }).toBe(1);
  const [worker] = app.page.workers();
  await worker!.evaluate(() => {
    const seen = { started: 0, unpacked: 0 };
    const Plain = self.Worker;
    self.Worker = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        seen.started++;
        this.addEventListener("message", ({ data }) => {
          if (data instanceof Uint8Array) seen.unpacked++;
        });
      }
    };
    Object.assign(self, { seen });
  });
  return { app, seen: () => worker!.evaluate("({ ...seen })") };
}

describe("the worker that unpacks", () => {
  it("unpacks all of several large files but the first, under the page's own policy", async () => {
    const { app, seen } = await watched();
    await app.page.setInputFiles("#file-input", [largeFile(1), largeFile(2), largeFile(3)]);
    await app.page.waitForSelector(".strip svg");
    await app.settled();
    expect(await app.page.locator(".problem").count()).toBe(0);
    expect(await seen()).toEqual({ started: 1, unpacked: 2 });
  });

  it("does not start for one file", async () => {
    const { app, seen } = await watched();
    await app.page.setInputFiles("#file-input", largeFile(1));
    await app.page.waitForSelector(".opened");
    await app.settled();
    expect(await seen()).toEqual({ started: 0, unpacked: 0 });
  });
});
