import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../../bench/generate.js";
import { unpackByPlatform } from "../../../src/profile/containers/platform-unpacker.js";
import { type Beside, unpack } from "../../../src/profile/containers/unpack.js";
import { Service } from "../../../src/worker/service.js";
import { UnpackingBeside } from "../../../src/worker/unpacking/beside.js";
import type {
  UnpackingWorker,
  UnpackJob,
  UnpackNews,
} from "../../../src/worker/unpacking/protocol.js";
import { fixtureBytes } from "../../recordings.js";

/** What the worker does, in the same thread. */
class WorkerHere implements UnpackingWorker {
  onmessage: UnpackingWorker["onmessage"] = null;
  onerror: UnpackingWorker["onerror"] = null;
  onmessageerror: UnpackingWorker["onmessageerror"] = null;
  jobs = 0;
  ended = false;

  postMessage({ bytes, packing, limit }: UnpackJob): void {
    this.jobs++;
    const tell = (data: UnpackNews) =>
      this.ended || this.onmessage?.(new MessageEvent("message", { data }));
    unpackByPlatform(bytes, packing, { limit, onProgress: tell }).then(tell, () => tell("failed"));
  }

  terminate(): void {
    this.ended = true;
  }
}

const LARGE = 3 << 20;
const PLAIN = new Uint8Array(100_000).fill(7);
const PACKED = new Uint8Array(gzipSync(PLAIN));

/** Opens files of 3 MiB by what they are given, as many as there are bytes, all at once. */
function openAll(beside: UnpackingBeside, all: readonly Uint8Array[], signal?: AbortSignal) {
  const options = signal ? { signal } : {};
  return all.map((bytes) => beside.during(LARGE, (how) => unpack(bytes, { ...options, ...how })));
}

/** A second file, which is opened while the first one is. */
async function second(
  beside: UnpackingBeside,
  unpacked: (by: Beside | undefined) => Promise<unknown>,
) {
  let done = (): void => {};
  const first = beside.during(LARGE, () => new Promise<void>((resolve) => (done = resolve)));
  try {
    return await beside.during(LARGE, (how) => unpacked(how.beside));
  } finally {
    done();
    await first;
  }
}

afterEach(() => vi.useRealTimers());

describe("files that are opened together", () => {
  it("are unpacked beside, but for the first, and the worker ends with the last", async () => {
    const workers: WorkerHere[] = [];
    const beside = new UnpackingBeside(() => {
      workers.push(new WorkerHere());
      return workers.at(-1);
    });
    const all = await Promise.all(openAll(beside, Array(7).fill(PACKED)));
    expect(all.map((plain) => Buffer.compare(plain, PLAIN))).toEqual(Array(7).fill(0));
    expect(workers.map(({ jobs, ended }) => [jobs, ended])).toEqual([[6, true]]);
    await Promise.all(openAll(beside, [PACKED, PACKED]));
    expect(workers.map(({ jobs, ended }) => [jobs, ended])).toEqual([
      [6, true],
      [1, true],
    ]);
  });

  it("are unpacked where they are read if one is alone, or all are small", async () => {
    const beside = new UnpackingBeside(() => {
      throw new Error("a worker is started");
    });
    await openAll(beside, [PACKED])[0];
    const small = () => beside.during(1000, async (how) => how.beside);
    expect(await Promise.all(Array.from({ length: 8 }, small))).toEqual(Array(8).fill(undefined));
  });

  it("are opened three at a time, in their order", async () => {
    const beside = new UnpackingBeside(() => undefined);
    const began: number[] = [];
    const ends: (() => void)[] = [];
    const all = Array.from({ length: 8 }, (_, i) =>
      beside.during(1000, () => {
        began.push(i);
        return new Promise<void>((end) => ends.push(end));
      }),
    );
    await Promise.resolve();
    expect(began).toEqual([0, 1, 2]);
    ends[1]!();
    await all[1];
    await vi.waitFor(() => expect(began).toEqual([0, 1, 2, 3]));
    for (let i = 0; i < 8; i++) {
      ends[i]?.();
      await vi.waitFor(() => expect(began.length).toBe(Math.min(8, i < 1 ? 5 : i + 4)));
    }
    await Promise.all(all);
  });

  it("fail in the words of a file that is opened alone", async () => {
    const beside = new UnpackingBeside(() => new WorkerHere());
    const damaged = PACKED.slice();
    damaged[PACKED.length - 6]! ^= 1;
    const cut = PACKED.subarray(0, PACKED.length >> 1);
    for (const bytes of [damaged, cut]) {
      const alone = await unpack(bytes).catch((error: unknown) => error);
      expect(alone).toMatchObject({ name: "ProfileError" });
      const together = await second(beside, (by) => unpack(bytes, by ? { beside: by } : {})).catch(
        (error: unknown) => error,
      );
      expect(together).toEqual(alone);
    }
    const limit = 1 << 16;
    const refused = second(beside, (by) =>
      unpack(PACKED, { limit, ...(by ? { beside: by } : {}) }),
    );
    await expect(refused).rejects.toThrow(/limit/);
  });
});

describe("a worker that unpacks", () => {
  const opened = (beside: UnpackingBeside) =>
    second(beside, (by) => unpack(PACKED, by ? { beside: by } : {}));

  it("is done without where it cannot be had, fails or falls silent", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const silent = new WorkerHere();
    silent.postMessage = () => {};
    const failing = new WorkerHere();
    failing.postMessage = () => failing.onerror?.(new Event("error") as ErrorEvent);
    for (const worker of [undefined, failing, silent]) {
      let started = 0;
      const beside = new UnpackingBeside(() => {
        started++;
        return worker;
      });
      for (let i = 0; i < 2; i++) {
        const plain = opened(beside);
        await vi.advanceTimersByTimeAsync(3100);
        expect(Buffer.compare((await plain) as Uint8Array, PLAIN)).toBe(0);
      }
      expect([started, worker?.ended ?? true]).toEqual([1, true]);
    }
  });

  it("is ended when the person cancels, and the next files have another one", async () => {
    const workers: WorkerHere[] = [];
    const beside = new UnpackingBeside(() => {
      workers.push(new WorkerHere());
      if (workers.length === 1) workers[0]!.postMessage = () => {};
      return workers.at(-1);
    });
    const stop = new AbortController();
    const reason = new Error("enough");
    const all = openAll(beside, Array(5).fill(PACKED), stop.signal);
    const ends = Promise.allSettled(all);
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    await all[0];
    stop.abort(reason);
    const refused = (await ends).slice(1);
    expect(refused).toEqual(Array(4).fill({ status: "rejected", reason }));
    expect(workers[0]!.ended).toBe(true);
    await Promise.all(openAll(beside, [PACKED, PACKED]));
    expect(workers.map((w) => w.jobs)).toEqual([0, 1]);
  });
});

describe("the engine's worker", () => {
  it("finds in large files what it finds in each alone", async () => {
    const recording = fixtureBytes("leaking-operator/00.pb.gz");
    const files = [1, 2, 3].map((seed) =>
      gzipSync(gunzipSync(generate(recording, 30_000, seed)), { level: 0 }),
    );
    const workers: WorkerHere[] = [];
    const together = new Service(() => {
      workers.push(new WorkerHere());
      return workers.at(-1);
    });
    const found = await Promise.all(files.map((f) => together.open("a", new Uint8Array(f))));
    expect(workers.map((w) => w.jobs)).toEqual([2]);
    for (const [i, file] of files.entries()) {
      expect(found[i]).toEqual(await new Service().open("a", new Uint8Array(file)));
      expect(found[i]!.opened).toHaveLength(1);
    }
  });
});
