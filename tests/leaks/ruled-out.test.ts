import { describe, expect, it } from "vitest";
import { clearedBy } from "../../src/leaks/ruled-out.js";

const MB = 2 ** 20;

describe("what is not the cause", () => {
  const held = {
    otherCategories: { runtime: 2 * MB, "start-up": 18 * MB, openapi: 90 * MB, queues: MB },
    unit: "bytes",
    isDifference: false,
    connections: "Connections hold 7.84 MiB.",
  };

  it("is told with its figures, a line each; what holds a twentieth is not cleared", () => {
    expect(clearedBy(held, 1000 * MB)).toEqual([
      "Connections hold 7.84 MiB.",
      "Goroutines, timers and the runtime's own structures hold 2.00 MiB, 0.20% of the memory.",
      "Start-up holds 18.0 MiB, 1.8% of the memory.",
    ]);
  });

  it("says of growth by how much it grew or shrank", () => {
    const grown = {
      ...held,
      isDifference: true,
      otherCategories: { connections: MB, logging: -3 * MB },
    };
    expect(clearedBy(grown, 1000 * MB)).toEqual([
      "Connections hold 7.84 MiB. Their memory grew by 1.00 MiB, 0.10% of the growth.",
      "Logging shrank by 3.00 MiB.",
    ]);
  });

  it("does not clear connections that are the cause", () => {
    const leak = { ...held, otherCategories: { connections: 600 * MB } };
    expect(clearedBy(leak, 1000 * MB)).toEqual([]);
  });

  it("is nothing where there is nothing to be caused", () => {
    expect(clearedBy(held, 0)).toEqual([]);
  });
});
