import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openParts } from "../../../src/export/opened-parts.js";
import { finish } from "../../../src/lib/steps.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { fixtureBytes } from "../../recordings.js";
import { type Files, tar, zip, zip64 } from "./archives.js";

const text = (words: string) => new TextEncoder().encode(words);
const open = (bytes: Uint8Array) => openParts("bundle", bytes, {}, async (steps) => finish(steps));
const gzip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
const HEAP = fixtureBytes("leaking-operator/00.pb.gz");
const LATER = fixtureBytes("leaking-operator/05.pb.gz");
const GOROUTINES = fixtureBytes("texts/operator-goroutine.debug1.txt");
const SAMPLES = 50;

/** A bundle as support tools make them: a few profiles among many other files. */
const bundle = (others: number): Files => [
  ["must-gather/version", text("4.15\n")],
  ["must-gather/pprof/heap-before.pb.gz", HEAP],
  ...Array.from({ length: others }, (_, i): [string, Uint8Array] => [
    `must-gather/logs/pod-${i}.log`,
    text(`I1123 12:00:${i} started container ${i}, memory at 80% of 16GB\n`),
  ]),
  ["must-gather/pprof/heap-after.pb.gz", LATER],
  [`must-gather/${"deep/".repeat(30)}goroutines.txt`, GOROUTINES],
  ["must-gather/events.json", text('{"kind":"List","items":[]}')],
  ["must-gather/empty", new Uint8Array(0)],
];

describe("an archive", () => {
  it.each([
    ["tar", tar],
    ["tar.gz", (files: Files) => gzip(tar(files))],
    ["zip", zip],
    ["zip of the 64-bit sort", zip64],
    ["zip without packing", (files: Files) => zip(files, true)],
    ["tar.gz in a zip", (files: Files) => zip([["inner.tar.gz", gzip(tar(files))]])],
  ])("gives its profiles, and lists and counts the rest: %s", async (_, pack) => {
    const { parts, notice } = await open(pack(bundle(1000)));
    expect(parts.map((p) => p.name.split("/").at(-1))).toEqual([
      "heap-before.pb.gz",
      "heap-after.pb.gz",
      "goroutines.txt",
    ]);
    expect(parts[0]!.bytes).toEqual(HEAP);
    expect(parts[1]!.profile.samples.count).toBeGreaterThan(SAMPLES);
    expect(notice).toMatch(/holds 1,006 files: 3 profiles opened, 1,003 others left alone/);
    expect(notice).toMatch(/must-gather\/version/);
  });

  it("names each profile by the hash of its own bytes, so that it opens again by itself", async () => {
    const { parts } = await open(tar(bundle(2)));
    const { parts: alone } = await open(parts[0]!.bytes);
    expect(alone[0]!.hash).toBe(parts[0]!.hash);
  });

  it("without a profile says what it holds", async () => {
    const files: Files = [
      ["a.txt", text("words\n")],
      ["b.txt", text("more\n")],
    ];
    await expect(open(tar(files))).rejects.toThrow(
      /holds 2 files: none is a profile that can be read, 2 others left alone \(a\.txt, b\.txt\)/,
    );
  });

  it("with a damaged profile opens the others and says which one it is", async () => {
    const plain = await unpack(HEAP);
    const files: Files = [
      ["cut.pb", plain.subarray(0, plain.length / 2)],
      ["whole.pb.gz", LATER],
    ];
    const { parts, notice } = await open(zip(files));
    expect(parts.map((p) => p.name)).toEqual(["whole.pb.gz"]);
    expect(notice).toMatch(/1 profile could not be read \(cut\.pb: .*at byte \d+/);
  });

  it("that is cut short gives what was there, and says so", async () => {
    const whole = tar(bundle(3));
    const at = whole.length - 3000 - GOROUTINES.length;
    const { parts, notice } = await open(whole.subarray(0, at));
    expect(parts.length).toBeGreaterThan(0);
    expect(notice).toMatch(/ends before its end/);
    await expect(open(zip(bundle(3)).subarray(0, 5000))).rejects.toThrow(/no directory at its end/);
  });

  it("with data that does not match its checksum leaves that member alone", async () => {
    const bytes = zip(
      [
        ["heap.pb.gz", HEAP],
        ["after.pb.gz", LATER],
      ],
      true,
    );
    bytes[200]! ^= 0xff;
    const { parts, notice } = await open(bytes);
    expect(parts.map((p) => p.name)).toEqual(["after.pb.gz"]);
    expect(notice).toMatch(/1 other left alone \(heap\.pb\.gz\)/);
  });

  it("of the 64-bit sort whose directory is nowhere is told so", async () => {
    const bytes = zip64(bundle(1));
    const locator = bytes.length - 22 - 20;
    new DataView(bytes.buffer).setBigUint64(locator + 8, 1n << 62n, true);
    await expect(open(bytes)).rejects.toThrow(/64-bit directory is damaged/);
  });

  it("of more files than are looked at is refused, with the number", async () => {
    const bytes = zip([["heap.pb.gz", HEAP]]);
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 60_000, true);
    await expect(open(bytes)).rejects.toThrow(/more than 50000 files, the limit/);
  });

  it("that unpacks to more than it may is refused before it does", async () => {
    const bytes = zip([["bomb", text("x")]]);
    // Says that its one byte unpacks to 2 GiB.
    const at = bytes.length - 22 - 46 - 4 + 24;
    new DataView(bytes.buffer).setUint32(at, 2 ** 31, true);
    await expect(open(bytes)).rejects.toThrow(/more than 1024 MiB/);
  });

  it("is opened once inside another, no deeper", async () => {
    const inner = tar([["heap.pb.gz", HEAP]]);
    const twice = tar([["inner.tar", tar([["innermost.tar", inner]])]]);
    await expect(open(twice)).rejects.toThrow(/none is a profile/);
    expect((await open(tar([["inner.tar", inner]]))).parts).toHaveLength(1);
  });
});

describe("a packed file", () => {
  it("may be packed by zstd", async () => {
    const { parts } = await open(fixtureBytes("texts/leaking-operator-00.pb.zst"));
    const { parts: gzipped } = await open(HEAP);
    expect(parts[0]!.profile.samples).toEqual(gzipped[0]!.profile.samples);
    const small = fixtureBytes("texts/small-allocs.debug1.txt.zst");
    expect((await open(small)).parts[0]!.profile.format).toBe("go-heap-text");
  });

  it("by zstd that is cut or damaged is told so", async () => {
    const bytes = fixtureBytes("texts/leaking-operator-00.pb.zst");
    await expect(open(bytes.subarray(0, bytes.length - 40))).rejects.toThrow(/zstd/);
    const huge = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xf8, 1, 2, 3);
    await expect(open(huge)).rejects.toThrow(/window of \d+ MiB/);
  });

  it("may be packed twice, or be base64 text of a packed file", async () => {
    const { parts } = await open(gzip(HEAP));
    expect(parts[0]!.profile.samples.count).toBeGreaterThan(SAMPLES);
    const base64 = text(
      `${Buffer.from(HEAP)
        .toString("base64")
        .replace(/(.{76})/g, "$1\n")}\n`,
    );
    const { parts: pasted } = await open(base64);
    expect(pasted[0]!.bytes).toEqual(base64);
    expect(pasted[0]!.profile.samples).toEqual(parts[0]!.profile.samples);
  });
});

it.each([
  ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
  ["a PDF", text("%PDF-1.7\n")],
  ["an SVG", text("<svg xmlns='http://www.w3.org/2000/svg'></svg>")],
])("%s is told kindly, with what to ask the reporter for", async (_, bytes) => {
  const refused = open(bytes);
  await expect(refused).rejects.toThrow(ProfileError);
  await expect(refused).rejects.toThrow(/ask whoever made it for the profile itself.*-top/);
});
