import fc from "fast-check";
import { expect, it } from "vitest";
import { SampleCells } from "../../../../src/engine/answers/kinds/sample-cells.js";

/** A sample's end, kind, stage and category. */
type Mark = [number, number, number, number];

const cellsOf = (marks: readonly Mark[], kinds: number) =>
  new SampleCells({
    end: Int32Array.from(marks, (m) => m[0]),
    ends: 3,
    kind: Int16Array.from(marks, (m) => m[1]),
    stage: Uint8Array.from(marks, (m) => m[2]),
    category: Uint8Array.from(marks, (m) => m[3]),
    kinds,
  });

it("samples are one cell where they end alike and are of one kind, stage and category, be there thousands", () => {
  const mark = (kinds: number) =>
    fc.tuple(fc.nat(2), fc.integer({ min: -2, max: kinds - 1 }), fc.nat(1), fc.nat(1));
  const all = fc
    .constantFrom(1, 20, 300)
    .chain((kinds) =>
      fc.tuple(fc.constant(kinds), fc.array(mark(kinds), { maxLength: 600, size: "max" })),
    );
  fc.assert(
    fc.property(all, ([kinds, marks]) => {
      const cells = cellsOf(marks as Mark[], kinds);
      const known = new Map<string, number>();
      const expected = marks.map((m) => {
        const key = m.join();
        if (!known.has(key)) known.set(key, known.size);
        return known.get(key);
      });
      expect([...cells.of]).toEqual(expected);
      expect(cells.count).toBe(known.size);
      for (let kind = -2; kind < kinds; kind++) {
        const of = cells.order.subarray(cells.start(kind), cells.end(kind));
        expect([...of].every((c) => cells.kind[c] === kind)).toBe(true);
      }
      expect([...cells.order].sort((a, b) => a - b)).toEqual([...cells.order.keys()]);
    }),
    { numRuns: 60 },
  );
});
