import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelColumns, sharedLabels } from "../../../src/profile/pprof/shared-labels.js";

/** key, text, number, unit */
type Label = readonly [number, number, number, number];

const label: fc.Arbitrary<Label> = fc.tuple(
  fc.nat(2),
  fc.nat(1),
  fc.constantFrom(0, 1, 48, -1, 2 ** 40, 2 ** 40 + 2 ** 32),
  fc.nat(1),
);
const lists = fc.array(fc.array(label, { maxLength: 2 }), { maxLength: 60 });

function columnsOf(of: readonly (readonly Label[])[]): LabelColumns {
  const all = of.flat();
  const offsets = [0];
  for (const list of of) offsets.push(offsets.at(-1)! + list.length);
  return {
    labelOffsets: Uint32Array.from(offsets),
    labelKey: Uint32Array.from(all, (l) => l[0]),
    labelText: Uint32Array.from(all, (l) => l[1]),
    labelNumber: Float64Array.from(all, (l) => l[2]),
    labelUnit: Uint32Array.from(all, (l) => l[3]),
  };
}

function listsOf(columns: ReturnType<typeof sharedLabels>): Label[][] {
  const { labelsOf, labelOffsets, labelKey, labelText, labelNumber, labelUnit } = columns;
  return Array.from(labelsOf, (k) => {
    const out: Label[] = [];
    for (let i = labelOffsets[k]!; i < labelOffsets[k + 1]!; i++) {
      out.push([labelKey[i]!, labelText[i]!, labelNumber[i]!, labelUnit[i]!]);
    }
    return out;
  });
}

describe("the labels of samples", () => {
  it("stay what they are, list by list", () => {
    fc.assert(
      fc.property(lists, (of) => {
        expect(listsOf(sharedLabels(columnsOf(of)))).toEqual(of);
      }),
    );
  });

  it("are kept once a list where there are few", () => {
    const [a, b]: Label[][] = [
      [[1, 0, 48, 0]],
      [
        [1, 0, 64, 0],
        [2, 1, 0, 0],
      ],
    ];
    const of = [a!, b!, a!, [], b!, a!, a!, b!, [], a!, a!, b!];
    const shared = sharedLabels(columnsOf(of));
    expect([...shared.labelsOf]).toEqual([0, 1, 0, 2, 1, 0, 0, 1, 2, 0, 0, 1]);
    expect([...shared.labelOffsets]).toEqual([0, 1, 3, 3]);
    expect([...shared.labelNumber]).toEqual([48, 64, 0]);
  });

  it("are left as they are where most lists differ", () => {
    const columns = columnsOf(Array.from({ length: 8 }, (_, s) => [[1, 0, s, 0]]));
    expect(sharedLabels(columns).labelNumber).toBe(columns.labelNumber);
  });
});
