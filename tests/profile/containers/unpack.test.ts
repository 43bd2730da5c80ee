import { deflateSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { packingOf, unpack } from "../../../src/profile/containers/unpack.js";
import { decodePprof } from "../../../src/profile/pprof/decode.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { profileModel, random, WireWriter, wildStyle, writeProfile } from "../../generate.js";
import { fixtureBytes } from "../../recordings.js";

const PLAIN = new Uint8Array(gunzipSync(fixtureBytes("leaking-operator/00.pb.gz")));

/** Bytes that hardly pack, so that their packed form spans several pieces. */
function noise(size: number): Uint8Array {
  const chance = random(5);
  return Uint8Array.from({ length: size }, () => chance() * 256);
}

/**
 * A DecompressionStream as the Compression Streams standard has it: anything behind the first
 * member is an error. Node's own takes more than that.
 */
class StrictDecompressionStream extends TransformStream<Uint8Array, Uint8Array> {
  constructor(format: string) {
    const parts: Uint8Array[] = [];
    super({
      transform(chunk) {
        parts.push(chunk);
      },
      flush(controller) {
        const all = Buffer.concat(parts);
        const { buffer, engine } = (format === "gzip" ? gunzipSync : inflateSync)(all, {
          info: true,
        } as object) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
        if (engine.bytesWritten < all.length || hasTwoMembers(all)) {
          throw new TypeError("Junk found after end of compressed data.");
        }
        controller.enqueue(buffer);
      },
    });
  }
}

function hasTwoMembers(bytes: Buffer): boolean {
  return bytes.indexOf(Buffer.of(0x1f, 0x8b, 8, 0), 1) > 0;
}

const PLATFORMS: [string, () => void][] = [
  ["Node", () => {}],
  ["a strict platform", () => vi.stubGlobal("DecompressionStream", StrictDecompressionStream)],
  ["a platform without streams", () => vi.stubGlobal("DecompressionStream", undefined)],
];

afterEach(() => vi.unstubAllGlobals());

describe.each(PLATFORMS)("unpacking on %s", (_, prepare) => {
  it("gives back what was packed, by gzip, by zlib and not at all", async () => {
    prepare();
    const big = noise(700_000);
    for (const bytes of [PLAIN, big, new Uint8Array(0)]) {
      expect(Buffer.compare(await unpack(gzipSync(bytes)), bytes)).toBe(0);
      expect(Buffer.compare(await unpack(deflateSync(bytes)), bytes)).toBe(0);
    }
    expect(await unpack(PLAIN)).toBe(PLAIN);
  });

  it("reads gzip members one after the other as one", async () => {
    prepare();
    const half = PLAIN.length >> 1;
    const parts = [PLAIN.subarray(0, half), PLAIN.subarray(half)].map((p) => gzipSync(p));
    expect(Buffer.compare(await unpack(Buffer.concat(parts)), PLAIN)).toBe(0);
  });

  it("leaves alone what follows the packed data", async () => {
    prepare();
    for (const behind of ["\0\0\0\0\0\0\0\0", "\nkilled\n"]) {
      const bytes = Buffer.concat([gzipSync(PLAIN), Buffer.from(behind)]);
      expect(Buffer.compare(await unpack(bytes), PLAIN)).toBe(0);
    }
  });

  it("tells of a second member that is cut or damaged", async () => {
    prepare();
    const packed = gzipSync(PLAIN);
    const cut = Buffer.concat([packed, packed.subarray(0, packed.length - 9)]);
    await expect(unpack(cut)).rejects.toMatchObject({ name: "ProfileError", byte: cut.length });
    const damaged = Buffer.concat([packed, packed]);
    damaged[damaged.length - 6]! ^= 1;
    await expect(unpack(damaged)).rejects.toThrow(/damaged or does not match its checksum/);
  });

  it("names the byte where packed data is cut, whichever the packing", async () => {
    prepare();
    for (const packed of [gzipSync(PLAIN), deflateSync(PLAIN)]) {
      for (let at = 3; at < packed.length; at += 499) {
        const read = unpack(packed.subarray(0, at));
        await expect(read, `cut at ${at}`).rejects.toMatchObject({ byte: at });
        await expect(read, `cut at ${at}`).rejects.toBeInstanceOf(ProfileError);
      }
    }
  });

  it("names a byte at or soon after the damage", async () => {
    prepare();
    const packed = gzipSync(PLAIN);
    for (let at = 20; at < packed.length - 8; at += 997) {
      const bytes = Buffer.from(packed);
      bytes[at]! ^= 0x55;
      const error = await unpack(bytes).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(ProfileError);
      expect((error as ProfileError).byte).toBeGreaterThanOrEqual(at);
    }
  });

  it("refuses what unpacks beyond the limit without unpacking it all", async () => {
    prepare();
    const bomb = gzipSync(new Uint8Array(1 << 25));
    expect(bomb.length).toBeLessThan(40_000);
    const error = await unpack(bomb, { limit: 1 << 20 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProfileError);
    expect((error as Error).message).toMatch(/more than 1 MiB, the limit/);
    await expect(
      unpack(gzipSync(new Uint8Array(1 << 20)), { limit: 1 << 20 }),
    ).resolves.toHaveLength(1 << 20);
  });

  it("refuses many small members that are too much together", async () => {
    prepare();
    const member = gzipSync(new Uint8Array(1 << 16));
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => member));
    await expect(unpack(bomb, { limit: 1 << 20 })).rejects.toThrow(/limit/);
  });

  it("says how far it is, never beyond the end", async () => {
    prepare();
    const packed = gzipSync(noise(900_000));
    const seen: number[] = [];
    await unpack(packed, {
      onProgress(read, size) {
        expect(size).toBe(packed.length);
        seen.push(read);
      },
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(packed.length);
  });

  it("stops with the signal's reason, whenever it comes", async () => {
    prepare();
    const reason = new Error("enough");
    const packed = gzipSync(noise(900_000));
    await expect(unpack(packed, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(unpack(PLAIN, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    for (let after = 0; after < 3; after++) {
      const stop = new AbortController();
      let told = 0;
      const read = unpack(packed, {
        signal: stop.signal,
        onProgress() {
          if (told++ === after) stop.abort(reason);
        },
      });
      await expect(read, `after ${after}`).rejects.toBe(reason);
      expect(told).toBeLessThan(after + 3);
    }
  });

  it("stops when aborted after all output has come and more input is awaited", async () => {
    prepare();
    const reason = new Error("enough");
    const stop = new AbortController();
    // Input without output: a first piece of nothing but a header's long comment.
    const packed = gzipSync(PLAIN);
    const header = Buffer.from(packed.subarray(0, 10));
    header[3] = 0x10;
    const comment = Buffer.alloc(600_000, 0x61);
    const bytes = Buffer.concat([header, comment, Buffer.of(0), packed.subarray(10)]);
    expect(Buffer.compare(await unpack(bytes), PLAIN)).toBe(0);
    let told = 0;
    const read = unpack(bytes, {
      signal: stop.signal,
      onProgress() {
        if (told++ === 0) stop.abort(reason);
      },
    });
    await expect(read).rejects.toBe(reason);
  });
});

describe("bytes that are not packed", () => {
  it("are read though they begin as zlib data does", async () => {
    // drop_frames comes first and is string 17: 0x38 0x11 is a fine zlib header.
    const writer = new WireWriter().number(7, 17).message(6, new Uint8Array(0));
    for (let i = 1; i < 20; i++) writer.message(6, Uint8Array.of(0x61 + i));
    writer.message(1, new WireWriter().number(1, 1).number(2, 2).done());
    const bytes = writer.done();
    expect(packingOf(bytes)).toBe("deflate");
    expect(decodePprof(await unpack(bytes)).dropFrames).toBe("r");
  });

  it("and packed ones are the same profile", async () => {
    await fc.assert(
      fc.asyncProperty(profileModel(), wildStyle, async (model, style) => {
        const plain = writeProfile(model, style);
        for (const bytes of [plain, gzipSync(plain), deflateSync(plain)]) {
          expect(Buffer.compare(await unpack(bytes), plain)).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
