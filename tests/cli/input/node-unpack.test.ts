import { deflateSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { nodeUnpack } from "../../../src/cli/input/node-unpack.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { fixtureBytes } from "../../recordings.js";

const PLAIN = new Uint8Array(gunzipSync(fixtureBytes("leaking-operator/00.pb.gz")));
const half = PLAIN.length >> 1;
const two = [PLAIN.subarray(0, half), PLAIN.subarray(half)].map((part) => gzipSync(part));

/** What comes of bytes: themselves, or what is told of them. */
const told = (bytes: Uint8Array, options: object): Promise<unknown> =>
  unpack(bytes, options).then(
    (plain) => Buffer.from(plain).toString("latin1"),
    // Streams tell how much they were given when they had too much, which is a little more.
    (error: Error) => error.message.replace(/(the limit), at byte \d+/, "$1"),
  );

describe("unpacking by Node's zlib", () => {
  it.each<[string, Uint8Array]>([
    ["gzip", gzipSync(PLAIN)],
    ["zlib", deflateSync(PLAIN)],
    ["nothing packed", gzipSync(new Uint8Array(0))],
    ["two members", Buffer.concat(two)],
    ["a small member last", Buffer.concat([gzipSync(PLAIN), gzipSync(Buffer.from("x"))])],
    ["a large member last", Buffer.concat([gzipSync(Buffer.from("x")), gzipSync(PLAIN)])],
    ["zeros behind", Buffer.concat([gzipSync(PLAIN), Buffer.alloc(9)])],
    ["a log's line behind", Buffer.concat([deflateSync(PLAIN), Buffer.from("\nkilled\n")])],
    ["a cut file", gzipSync(PLAIN).subarray(0, 5000)],
    ["a cut file of zlib", deflateSync(PLAIN).subarray(0, 5000)],
    ["a damaged file", gzipSync(PLAIN).fill(7, 3000, 3100)],
    ["a size that is a lie", gzipSync(PLAIN).fill(1, gzipSync(PLAIN).length - 4)],
    ["more than the limit", gzipSync(new Uint8Array(1 << 22))],
    ["as much as the limit", gzipSync(new Uint8Array(1 << 20))],
  ])("makes of %s what streams do", async (_, bytes) => {
    const options = { limit: 1 << 20 };
    expect(await told(bytes, { ...options, platform: nodeUnpack })).toBe(
      await told(bytes, options),
    );
  });

  it("holds what it unpacked once", async () => {
    const plain = await nodeUnpack(gzipSync(PLAIN), "gzip", {});
    expect(plain.length).toBe(PLAIN.length);
    expect(plain.buffer.byteLength).toBeLessThanOrEqual(PLAIN.length + 1);
  });
});
