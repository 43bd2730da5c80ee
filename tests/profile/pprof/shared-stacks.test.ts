import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctStacks } from "../../../src/profile/distinct-stacks.js";
import { decodePprof } from "../../../src/profile/pprof/decode.js";
import { stackOfSample } from "../../../src/profile/profile.js";
import { WireWriter } from "../../generate.js";

/** Ids of locations: of one byte, of several, and one that no table of ids is dense for. */
const IDS = [1, 2, 3, 300, 70_000, 2 ** 40];

/** A piece of a stack as it is written: a packed list, or one number after the other. */
interface Piece {
  readonly packed: boolean;
  /** indices into IDS */
  readonly locations: readonly number[];
}

const piece: fc.Arbitrary<Piece> = fc.record({
  packed: fc.boolean(),
  locations: fc.array(fc.nat(IDS.length - 1), { maxLength: 4 }),
});
const written = fc.array(fc.array(piece, { maxLength: 3 }), { maxLength: 24 });

function decoded(stacks: readonly (readonly Piece[])[]) {
  const writer = new WireWriter()
    .message(6, new Uint8Array(0))
    .message(6, new TextEncoder().encode("space"))
    .message(1, new WireWriter().number(1, 1).number(2, 1).done());
  for (const pieces of stacks) {
    const sample = new WireWriter();
    for (const { packed, locations } of pieces) {
      const list = new WireWriter();
      for (const l of locations) {
        if (packed) list.varint(IDS[l]!);
        else sample.number(1, IDS[l]!);
      }
      if (packed) sample.message(1, list.done());
    }
    writer.message(2, sample.number(2, 1).done());
  }
  for (const id of IDS) writer.message(4, new WireWriter().number(1, id).done());
  return decodePprof(writer.done());
}

const locationsOf = (pieces: readonly Piece[]): number[] => pieces.flatMap((p) => p.locations);
const packed = (...locations: number[]): Piece[] => [{ packed: true, locations }];
const apart = (...locations: number[]): Piece[] => [{ packed: false, locations }];

describe("the stacks of samples", () => {
  it("are what was written, in however many pieces and however often", () => {
    fc.assert(
      fc.property(written, (stacks) => {
        const { samples } = decoded(stacks);
        const read = stacks.map((_, s) => [...stackOfSample(samples, s)]);
        expect(read).toEqual(stacks.map(locationsOf));
      }),
    );
  });

  it("are numbered by what they are, in order of first occurrence", () => {
    fc.assert(
      fc.property(written, (stacks) => {
        const found = distinctStacks(decoded(stacks));
        const keys = stacks.map((pieces) => locationsOf(pieces).join());
        const order = [...new Set(keys)];
        expect([...found.of]).toEqual(keys.map((key) => order.indexOf(key)));
        expect([...found.first]).toEqual(order.map((key) => keys.indexOf(key)));
        expect(found.locations).toBe(
          order.reduce((n, key) => n + (key === "" ? 0 : key.split(",").length), 0),
        );
      }),
    );
  });

  it("are kept once where they are written alike", () => {
    const stacks = [packed(0, 1), packed(3), packed(0, 1), packed(3), packed(), packed()];
    const { samples } = decoded(stacks);
    expect([...samples.stackOf]).toEqual([0, 1, 0, 1, 2, 2]);
    expect([...samples.stackLocations]).toEqual([0, 1, 3]);
    const singly = decoded([apart(4, 4, 5), apart(4, 4, 5), apart(4)]).samples;
    expect([...singly.stackOf]).toEqual([0, 0, 1]);
    expect([...singly.stackLocations]).toEqual([4, 4, 5, 4]);
  });

  it("go on where a list that is known is but their first piece", () => {
    const [first, more] = [packed(2, 1), packed(2)];
    const { samples } = decoded([first, [...first, ...more], first]);
    expect([...stackOfSample(samples, 1)]).toEqual([2, 1, 2]);
    expect(samples.stackOf[2]).toBe(samples.stackOf[0]);
  });
});
