import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/run.js";
import { type GoldenText, golden } from "./golden.js";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const zone = process.env.TZ;

beforeAll(() => {
  process.env.TZ = "UTC";
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const cases = golden<GoldenText[]>("top");

test("there are at least fifteen printed tables, no two alike", () => {
  expect(new Set(cases.map((c) => c.args.join(" "))).size).toBeGreaterThanOrEqual(15);
});

describe("leaklens top prints what go tool pprof -top prints", () => {
  test.each(cases.map((c) => [c.args.join(" "), c] as const))("%s", async (_, one) => {
    const args = one.args.map((arg) =>
      arg.replace(/^(--base=|--diff-base=)?(?=[\w-]+\/[\w.-]+\.pb\.gz$)/, `$1${fixtures}`),
    );
    const { status, out, err } = await run(args);
    const empty = one.text.includes("Showing nodes accounting for 0, 0% ");
    expect(err).toBe(
      empty && one.text.includes("filters") ? "leaklens: the filters leave no sample\n" : "",
    );
    expect(status).toBe(0);
    expect(out).toBe(one.text);
  });
});
