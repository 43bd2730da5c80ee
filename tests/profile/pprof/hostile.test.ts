import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  decodePprof,
  decodePprofSteps,
  looksLikePprof,
} from "../../../src/profile/pprof/decode.js";
import { IdTable } from "../../../src/profile/pprof/id-table.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { noteText } from "../../../src/profile/profile-note.js";
import { MAX_STRINGS } from "../../../src/profile/size-limits.js";
import { random, WireWriter } from "../../generate.js";
import { fixtureBytes } from "../../recordings.js";

/** The error that reading ends with; anything but a ProfileError fails the test. */
function refusal(bytes: Uint8Array): ProfileError {
  try {
    decodePprof(bytes);
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
  throw new Error("the profile was read");
}

/** The smallest profile there is, to which a test adds what is wrong. */
function small(): WireWriter {
  return new WireWriter()
    .message(6, new Uint8Array(0))
    .message(6, new TextEncoder().encode("space"))
    .message(1, new WireWriter().number(1, 1).number(2, 1).done())
    .message(5, new WireWriter().number(1, 7).number(2, 1).done());
}

/** A message nested in the profile; the byte at which its first field stands is returned too. */
function withBroken(
  field: number,
  inner: Uint8Array,
  before = small(),
): { bytes: Uint8Array; at: number; inside: number } {
  const at = before.done().length;
  const bytes = before.message(field, inner).done();
  return { bytes, at, inside: bytes.length - inner.length };
}

const location = (id: bigint | number): Uint8Array => new WireWriter().number(1, id).done();
const line = (fn: number): Uint8Array =>
  new WireWriter().number(1, 9).message(4, new WireWriter().number(1, fn).done()).done();

describe("a broken reference", () => {
  it.each<[string, number, Uint8Array, RegExp, number]>([
    ["a sample type to a string", 1, new WireWriter().number(1, 99).done(), /string 99/, 0],
    ["a unit to a string", 1, new WireWriter().number(2, 99).done(), /string 99/, 0],
    ["a function to a string", 5, new WireWriter().number(1, 8).number(3, 2).done(), /string 2/, 2],
    ["a line to a function", 4, line(6), /function 6/, 4],
    ["a mapping to a string", 3, new WireWriter().number(1, 1).number(5, 3).done(), /string 3/, 2],
    ["a period to a string", 11, new WireWriter().number(1, 3).done(), /string 3/, 0],
    ["a comment to a string", 13, new WireWriter().varint(2).done(), /string 2/, 0],
    ["a negative string", 5, new WireWriter().number(1, 8).number(2, -1).done(), /string/, 3],
  ])("from %s is told with its byte", (_, field, inner, message, offset) => {
    const { bytes, inside } = withBroken(field, inner);
    const error = refusal(bytes);
    expect(error.message).toMatch(message);
    expect(error.byte).toBe(inside + offset);
  });

  it("from a location to a mapping is none, as pprof reads it, and is noted", () => {
    const inner = new WireWriter().number(1, 99).number(2, 5).done();
    const profile = decodePprof(withBroken(4, inner).bytes);
    expect(profile.locations.mapping.at(-1)).toBe(-1);
    expect(profile.notes.map(noteText).join()).toMatch(/1 location refers to a mapping/);
  });

  it.each<[string, Uint8Array, RegExp, number]>([
    [
      "a packed stack",
      new WireWriter().message(1, Uint8Array.of(3)).number(2, 1).done(),
      /location 3/,
      2,
    ],
    [
      "a stack, number by number",
      new WireWriter().number(1, 3).number(2, 1).done(),
      /location 3/,
      0,
    ],
    [
      "a stack with a huge id",
      new WireWriter()
        .number(1, 1n << 40n)
        .number(2, 1)
        .done(),
      /location 1099511627776/,
      0,
    ],
    [
      "a stack with id 0",
      new WireWriter().message(1, Uint8Array.of(0)).number(2, 1).done(),
      /location 0/,
      2,
    ],
    [
      "a label",
      new WireWriter().number(2, 1).message(3, new WireWriter().number(1, 5).done()).done(),
      /string 5/,
      2,
    ],
  ])("of %s is told with its byte", (_, inner, message, offset) => {
    const { bytes, inside } = withBroken(2, inner, small().message(4, location(1)));
    const error = refusal(bytes);
    expect(error.message).toMatch(message);
    expect(error.byte).toBe(inside + offset);
  });

  it.each([7, 8, 14, 15])("of the profile's own field %i is told with its byte", (field) => {
    const at = small().done().length;
    expect(refusal(small().number(field, 77).done())).toMatchObject({
      byte: at,
      message: expect.stringMatching(/string 77/),
    });
    // Negative indices are beyond any table too.
    expect(refusal(small().number(field, -1).done()).byte).toBeGreaterThanOrEqual(at);
  });
});

describe("a profile that contradicts itself", () => {
  it("is refused where an id is given twice", () => {
    for (const id of [1n, 5000n, 1n << 33n]) {
      const { bytes, at } = withBroken(4, location(id), small().message(4, location(id)));
      const error = refusal(bytes);
      expect(error.message).toMatch(new RegExp(`location id ${id} is defined twice`));
      expect(error.byte).toBe(at + 1);
    }
  });

  it("is refused where a thing has no id", () => {
    for (const [field, what] of [
      [3, "mapping"],
      [4, "location"],
      [5, "function"],
    ] as const) {
      expect(refusal(withBroken(field, Uint8Array.of(0x08, 0)).bytes).message).toMatch(
        `a ${what} has no id`,
      );
      expect(refusal(withBroken(field, new Uint8Array(0)).bytes).byte).toBeDefined();
    }
  });

  it("is refused where a sample has too few or too many values", () => {
    const few = refusal(withBroken(2, new WireWriter().message(1, new Uint8Array(0)).done()).bytes);
    expect(few.message).toMatch(/sample 0 has 0 values where the profile has 1/);
    const many = refusal(withBroken(2, new WireWriter().number(2, 1).number(2, 1).done()).bytes);
    expect(many.message).toMatch(/sample 0 has more than the 1 values/);
  });

  it("is refused where its first string is not empty, or where it has no strings or types", () => {
    const named = new WireWriter().message(6, Uint8Array.of(0x61)).done();
    expect(refusal(named)).toMatchObject({ byte: 2 });
    expect(refusal(new WireWriter().number(12, 5).done()).message).toMatch(/no string table/);
    const noTypes = new WireWriter().message(6, new Uint8Array(0)).done();
    expect(refusal(noTypes)).toMatchObject({ byte: 2 });
  });
});

describe("damage", () => {
  it("never leads to anything but a profile or a ProfileError", () => {
    const whole = new Uint8Array(gunzipSync(fixtureBytes("leaking-operator/00.pb.gz")));
    const chance = random(7);
    let read = 0;
    let refused = 0;
    for (let i = 0; i < 10_000; i++) {
      const bytes = whole.slice();
      const changes = 1 + Math.floor(chance() * 3);
      for (let c = 0; c < changes; c++) {
        const at = Math.floor(chance() * bytes.length);
        const kind = chance();
        if (kind < 0.6) bytes[at] = Math.floor(chance() * 256);
        else if (kind < 0.8) bytes[at] = bytes[at]! ^ (1 << Math.floor(chance() * 8));
        else bytes.copyWithin(at, Math.floor(chance() * bytes.length), at + 16);
      }
      try {
        decodePprof(bytes);
        read++;
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        expect(error.message).not.toMatch(/NaN|undefined/);
        refused++;
      }
    }
    expect(read + refused).toBe(10_000);
    expect(refused).toBeGreaterThan(1000);
  });

  it("is told for bytes of no meaning", () => {
    const chance = random(11);
    for (let i = 0; i < 3000; i++) {
      const bytes = Uint8Array.from(
        { length: 1 + Math.floor(chance() * 64) },
        () => chance() * 256,
      );
      expect(refusal(bytes)).toBeInstanceOf(ProfileError);
    }
  });

  it("does not recurse into groups, however deep they nest", () => {
    const deep = new Uint8Array(200_000).fill((2 << 3) | 3);
    expect(refusal(new WireWriter().tag(99, 3).raw(deep).done())).toMatchObject({
      message: expect.stringMatching(/ends inside a number/),
    });
  });

  it("is told with the byte where a number is longer than ten bytes", () => {
    const bytes = small().tag(9, 0).raw(new Uint8Array(10).fill(0x80)).raw([1]).done();
    expect(refusal(bytes)).toMatchObject({ byte: small().done().length + 1 });
  });
});

/** Counts the bytes of the typed arrays that are made while `work` runs. */
function allocated(work: () => void): number {
  let bytes = 0;
  for (const kind of ["Uint32Array", "Int32Array", "Float64Array", "Uint8Array"] as const) {
    const Real = globalThis[kind];
    vi.stubGlobal(
      kind,
      new Proxy(Real, {
        construct(target, args: [number]) {
          if (typeof args[0] === "number") bytes += args[0] * target.BYTES_PER_ELEMENT;
          return Reflect.construct(target, args);
        },
      }),
    );
  }
  try {
    work();
  } finally {
    vi.unstubAllGlobals();
  }
  return bytes;
}

describe("what is allocated", () => {
  afterEach(() => vi.unstubAllGlobals());

  const repeated = (field: number, inner: Uint8Array, times: number, types = 1): Uint8Array => {
    const one = new WireWriter().message(field, inner).done();
    const head = small();
    for (let t = 1; t < types; t++) head.message(1, new Uint8Array(0));
    const start = head.done();
    const bytes = new Uint8Array(start.length + one.length * times);
    bytes.set(start);
    for (let i = 0; i < times; i++) bytes.set(one, start.length + i * one.length);
    return bytes;
  };

  it.each<[string, Uint8Array]>([
    ["empty samples of 64 types", repeated(2, new Uint8Array(0), 500_000, 64)],
    ["locations without an id", repeated(4, new Uint8Array(0), 500_000)],
    ["functions without an id", repeated(5, new Uint8Array(0), 500_000)],
    ["empty strings", repeated(6, new Uint8Array(0), 500_000)],
    ["locations of one id", repeated(4, location(1), 300_000)],
    ["sample types", repeated(1, new Uint8Array(0), 500_000)],
    ["mappings", repeated(3, location(1), 300_000)],
    [
      "comments",
      small()
        .message(13, new Uint8Array(1 << 20))
        .done(),
    ],
    ["a sample of unknown fields", repeated(2, new WireWriter().number(9, 1).done(), 300_000)],
  ])("follows the size of the file: %s", (_, bytes) => {
    const used = allocated(() => {
      try {
        decodePprof(bytes);
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
      }
    });
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(bytes.length * 40 + (1 << 20));
  });

  it("is nothing for lengths that are only declared", () => {
    const bytes = small().tag(2, 2).varint(0xfffffff0).done();
    const used = allocated(() => expect(refusal(bytes).message).toMatch(/only 0 are left/));
    expect(used).toBeLessThan(1 << 20);
  });

  it("ends in words where there is no room", () => {
    vi.stubGlobal(
      "Float64Array",
      new Proxy(Float64Array, {
        construct() {
          throw new RangeError("Array buffer allocation failed");
        },
      }),
    );
    expect(refusal(small().done()).message).toMatch(/more memory than there is/);
  });

  it("is bounded for a location with lines without end, which every sample would pay for", () => {
    const lines = new WireWriter().number(1, 1);
    for (let i = 0; i < 5000; i++) lines.message(4, Uint8Array.of(0x08, 7));
    expect(refusal(small().message(4, lines.done()).done()).message).toMatch(
      /more than 4096 lines/,
    );
  });
});

describe("the table of ids", () => {
  it("finds ids of any size and no others", () => {
    const ids = new IdTable(4);
    const chance = random(3);
    const known = new Map<bigint, number>();
    const taken = (): [number, number] => [
      Math.floor(chance() * 4294967296),
      chance() < 0.5 ? 0 : Math.floor(chance() * 4294967296),
    ];
    for (let i = 0; i < 5000; i++) {
      const [low, high] = i < 1000 ? [i + 1, 0] : taken();
      const id = (BigInt(high) << 32n) | BigInt(low);
      if (id === 0n || known.has(id)) continue;
      ids.add(low, high, 0, "location");
      known.set(id, known.size);
    }
    for (const [id, index] of known) {
      const low = Number(id & 0xffffffffn);
      expect(ids.find(low, Number(id >> 32n))).toBe(index);
      const other = (id ^ (1n << 50n)) as bigint;
      if (!known.has(other)) expect(ids.find(low, Number(other >> 32n))).toBe(-1);
    }
    expect(ids.find(0, 0)).toBe(-1);
  });

  it("keeps its dense array small however many ids are expected", () => {
    expect(new IdTable(1 << 28).dense.length).toBe(1 << 24);
    expect(new IdTable(10).dense.length).toBeLessThan(2000);
  });
});

describe("what looks like a profile", () => {
  it.each([
    "heap profile: 1: 2 [3: 4] @ heap/1048576\n",
    "a;b 1\n",
    "{}",
    "\nflat  flat%",
    "x",
    "",
    "Showing nodes",
  ])("is not the text %j", (text) => {
    expect(looksLikePprof(new TextEncoder().encode(text))).toBe(false);
  });

  it("is a recording, whole or cut", () => {
    const whole = new Uint8Array(gunzipSync(fixtureBytes("leaking-operator/00.pb.gz")));
    expect(looksLikePprof(whole)).toBe(true);
    expect(looksLikePprof(whole.subarray(0, 100))).toBe(true);
  });
});

describe("decoding in steps", () => {
  it("yields shares that rise from 0 to 1", () => {
    const one = new WireWriter().message(2, new WireWriter().number(2, 1).done()).done();
    const head = small().done();
    const bytes = new Uint8Array(head.length + one.length * 100_000);
    bytes.set(head);
    for (let i = 0; i < 100_000; i++) bytes.set(one, head.length + i * one.length);
    const steps = decodePprofSteps(bytes);
    const shares: number[] = [];
    let next = steps.next();
    while (!next.done) {
      shares.push(next.value);
      next = steps.next();
    }
    expect(next.value.samples.count).toBe(100_000);
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe("a pattern of frames to drop", () => {
  /** A profile whose drop_frames and keep_frames are `pattern`. */
  const withPattern = (pattern: string): Uint8Array =>
    small().message(6, new TextEncoder().encode(pattern)).number(7, 2).number(8, 2).done();

  it("is kept up to a length that any program writes", () => {
    const pattern = "malloc|".repeat(4000);
    const profile = decodePprof(withPattern(pattern));
    expect([profile.dropFrames, profile.keepFrames]).toEqual([pattern, pattern]);
    expect(profile.notes.map(noteText)).toEqual(["The profile has no samples."]);
  });

  it("is passed over and told where compiling it would take seconds and gigabytes", () => {
    const profile = decodePprof(withPattern("a|".repeat(5_000_000)));
    expect([profile.dropFrames, profile.keepFrames]).toEqual(["", ""]);
    expect(profile.notes.slice(1).map(noteText)).toEqual([
      "drop_frames is longer than 32768 characters and is passed over: all frames are shown.",
      "keep_frames is longer than 32768 characters and is passed over: all frames are shown.",
    ]);
  });
});

describe("a profile that has too much of something", () => {
  it("is told so by name, with what to try, before room is made for it", () => {
    const head = small().done();
    const bytes = new Uint8Array(head.length + 2 * (MAX_STRINGS + 1));
    bytes.set(head);
    // One empty string after the other.
    for (let at = head.length; at < bytes.length; at += 2) bytes[at] = 0x32;
    const error = refusal(bytes);
    expect(error.message).toMatch(/more than 16777216 strings, the limit/);
    expect(error.hint).toBe("record a shorter or filtered profile");
  });
});

describe("the stacks of a profile", () => {
  it("take little more room than they need, whether short ones come first or last", () => {
    // Each is another one, by its first two locations of 64, since equal ones take no room at all.
    const lengths = Array.from({ length: 4000 }, (_, s) => (s < 2000 ? 2 : 40));
    for (const order of [lengths, [...lengths].reverse()]) {
      const writer = small();
      for (let id = 1; id <= 64; id++) writer.message(4, location(id));
      for (const [s, length] of order.entries()) {
        const stack = new WireWriter().varint(1 + (s & 63)).varint(1 + (s >> 6));
        for (let i = 2; i < length; i++) stack.varint(1);
        const values = new WireWriter().varint(1).done();
        writer.message(2, new WireWriter().message(1, stack.done()).message(2, values).done());
      }
      const { stackLocations, stackOffsets } = decodePprof(writer.done()).samples;
      expect(stackLocations.length).toBe(84_000);
      expect([...stackOffsets].slice(1).map((end, s) => end - stackOffsets[s]!)).toEqual(order);
      expect(stackLocations.buffer.byteLength).toBeLessThan(84_000 * 4 * 1.2);
    }
  });
});
