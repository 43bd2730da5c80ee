import { expect, it } from "vitest";
import { walk, walkFiles } from "../../scripts/walker.js";
import { fixture, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** A few of each sort: `npm run walk` walks all of them, as far as one likes. */
const FILES = walkFiles(["configmap-list-storm", "five-masters", "cases"].map(fixture), 100_000);

it.each([1, 2, 3])(
  "a hundred steps at random break nothing, with seed %i",
  async (seed) => {
    const app = await fresh();
    const report = await walk(app.page, app.address, FILES, { seed, steps: 100 });
    expect(report.failures).toEqual([]);
    // What the walk hears it tells with the step that it came from.
    app.errors.length = 0;
  },
  180_000,
);
