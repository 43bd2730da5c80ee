import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelWidth, placeLabels } from "../../../src/ui/timeline/timeline-labels.js";

const FROM = 56;
const TO = 900;

describe("labels of the timeline", () => {
  it("never touch one another and stay between the edges, however many there are", () => {
    const label = fc.record({
      text: fc.string({ minLength: 1, maxLength: 60 }),
      x: fc.integer({ min: FROM, max: TO }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (some) => {
        const wanted = some.map((l, id) => ({ ...l, id })).sort((a, b) => a.x - b.x);
        const placed = placeLabels(wanted, [0], FROM, TO).sort((a, b) => a.x - b.x);
        for (const [i, p] of placed.entries()) {
          expect(p.x - labelWidth(p.text) / 2).toBeGreaterThanOrEqual(FROM - 1e-9);
          expect(p.x + labelWidth(p.text) / 2).toBeLessThanOrEqual(TO + 1e-9);
          const next = placed[i + 1];
          if (!next) continue;
          const gap = next.x - labelWidth(next.text) / 2 - (p.x + labelWidth(p.text) / 2);
          expect(gap).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("are wider in Chinese, whose characters are", () => {
    expect(labelWidth("3 MiB，堆")).toBeCloseTo(labelWidth("3 MiB") + labelWidth("，堆"));
    expect(labelWidth("堆堆")).toBeCloseTo(1.8 * labelWidth("ab"));
  });

  it("have room for what is shown before all others", () => {
    const wanted = Array.from({ length: 200 }, (_, id) => ({
      id,
      text: `snapshot-${id}`,
      x: FROM + (id * (TO - FROM)) / 199,
    }));
    const placed = placeLabels(wanted, [97, 131], FROM, TO).map((p) => p.id);
    expect(placed.slice(0, 2)).toEqual([97, 131]);
    expect(placed.length).toBeGreaterThan(6);
  });

  it("are all there when there is room, long ones cut at the left", () => {
    const long = "kube-apiserver-of-the-second-master-03-storm";
    const placed = placeLabels(
      [
        { id: 0, text: "a", x: 100 },
        { id: 1, text: long, x: 400 },
      ],
      [],
      FROM,
      TO,
    );
    expect(placed.map((p) => p.id).sort()).toEqual([0, 1]);
    expect(placed.find((p) => p.id === 1)!.text).toBe(`…${long.slice(-21)}`);
  });
});
