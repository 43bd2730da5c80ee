import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "../../src/engine/engine.js";
import { finish } from "../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../question.js";
import { recording } from "../recordings.js";

const time = fc.oneof(
  fc.constantFrom(0n, 1n, -1n, (1n << 63n) - 1n, -(1n << 63n), 8_640_000_000_000_001n * 1_000_000n),
  fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }),
);

test("times that no clock shows leave every answer whole", async () => {
  const profiles = [
    await recording("leaking-operator/00.pb.gz"),
    await recording("leaking-operator/01.pb.gz"),
  ];
  fc.assert(
    fc.property(time, time, fc.constantFrom("none", "first"), (first, second, base) => {
      const engine = new Engine();
      const files = [first, second].map((timeNanos, i) => {
        engine.library.add(`h${i}`, `${i}.pb.gz`, { ...profiles[i]!, timeNanos });
        return `h${i}`;
      });
      const question = {
        ...PLAIN_QUESTION,
        files,
        shown: 1,
        base: base === "first" ? 0 : PLAIN_QUESTION.base,
      };
      for (const ask of ["set", "finding", "suspects"] as const) {
        expect(finish(engine.ask(ask, question, undefined))).toBeDefined();
      }
      const report = finish(engine.ask("report", question, { link: "" }));
      expect(report).not.toMatch(/\bNaN\b|Infinity|undefined|Invalid/);
      expect(report).toMatch(/## Figures/);
    }),
    { numRuns: 25 },
  );
});
