import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Interrupted } from "../../../src/cli/exit-code.js";
import { fetchInput } from "../../../src/cli/input/input.js";
import { readPath } from "../../../src/cli/input/read-file.js";
import { readAll } from "../../../src/cli/input/read-limited.js";

const never = new AbortController().signal;
const LIMITS = { most: 1 << 20, patience: 150, pace: 16 };

async function* endless(): AsyncIterable<Uint8Array> {
  for (;;) {
    await pause(0);
    yield new Uint8Array(1 << 16);
  }
}

describe("what never ends", () => {
  it("is read up to a limit, and then told", async () => {
    let stopped = false;
    const reading = readAll("standard input", endless(), LIMITS, never, () => {
      stopped = true;
    });
    await expect(reading).rejects.toThrow("standard input: it is larger than 1 MiB, the limit");
    expect(stopped).toBe(true);
  });

  it("is left at an interruption", async () => {
    const stop = new AbortController();
    const limits = { most: Number.MAX_SAFE_INTEGER, patience: 0, pace: 0 };
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
    for (const source of [silent, endless()]) {
      const reading = readAll("x", source, limits, stop.signal, () => {});
      setTimeout(() => stop.abort(), 20);
      await expect(reading).rejects.toThrow(Interrupted);
    }
  });
});

describe("a pipe", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "leaklens-pipe-"));
    execFileSync("mkfifo", [join(folder, "pipe")]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("without a writer is left at an interruption", async () => {
    const stop = new AbortController();
    const reading = readPath(join(folder, "pipe"), stop.signal);
    setTimeout(() => stop.abort(), 50);
    await expect(reading).rejects.toThrow(Interrupted);
  });

  it("is read to its end, also where the writer comes late", async () => {
    writeFileSync(join(folder, "bytes"), Buffer.alloc(200_000, "x"));
    const reading = readPath(join(folder, "pipe"), never);
    await pause(80);
    spawn("sh", ["-c", 'cat "$0/bytes" > "$0/pipe"', folder]);
    expect((await reading).length).toBe(200_000);
  });
});

describe("an address", () => {
  let server: Server;
  let address = "";
  const answering = async (answer: RequestListener) => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heap`;
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("that never answers is told after a time", async () => {
    await answering(() => {});
    await expect(fetchInput(address, { signal: never }, LIMITS)).rejects.toThrow(
      /heap: it does not answer for 0.15 s/,
    );
  });

  it("that sends its head and nothing more, or a byte now and then, is told", async () => {
    await answering((_, response) => void response.writeHead(200).write("x"));
    await expect(fetchInput(address, { signal: never }, LIMITS)).rejects.toThrow(
      /bytes? for 0.2 s|nothing for 0.2 s/,
    );
    server.closeAllConnections();
    await answering((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    await expect(fetchInput(address, { signal: never }, LIMITS)).rejects.toThrow(/it sends/);
  });

  it("that says it is larger than the limit is not read", async () => {
    await answering((_, response) =>
      response.writeHead(200, { "content-length": String(10e9) }).flushHeaders(),
    );
    await expect(fetchInput(address, { signal: never }, LIMITS)).rejects.toThrow("larger than");
  });

  it("that takes its time but sends enough is read", async () => {
    await answering(async (_, response) => {
      response.writeHead(200);
      for (let i = 0; i < 12; i++) {
        response.write(Buffer.alloc(100, "y"));
        await pause(30);
      }
      response.end();
    });
    const { bytes } = await fetchInput(address, { signal: never }, { ...LIMITS, patience: 5000 });
    expect(bytes.length).toBe(1200);
  });
});
