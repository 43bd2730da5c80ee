import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MANIFEST, parseManifest } from "../../../src/cli/record/manifest.js";
import { fixtureBytes } from "../../recordings.js";
import { run } from "../run.js";

const NUMBERS = [0, 1, 2, 3, 4, 5];
let folder = "";
let empty = "";
const profileOf = (n: number, target: string) => ({
  file: `${n}-${target.replace("/", "_")}.pb.gz`,
  target,
  asked: new Date(Date.UTC(2026, 0, 1, n)).toISOString(),
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklens-recorded-"));
  empty = mkdtempSync(join(tmpdir(), "leaklens-recorded-"));
  // Later rounds first: the times tell the order.
  const profiles = [...NUMBERS].reverse().map((n) => profileOf(n, "shop/operator-a"));
  const other = NUMBERS.map((n) => profileOf(n, "shop/operator-b"));
  for (const [k, { file }] of profiles.entries()) {
    writeFileSync(join(folder, file), fixtureBytes(`leaking-operator/0${5 - k}.pb.gz`));
  }
  const put = (where: string, all: readonly unknown[], errors: readonly unknown[]) =>
    writeFileSync(join(where, MANIFEST), JSON.stringify({ version: 1, profiles: all, errors }));
  put(folder, [...profiles, ...other], []);
  put(empty, [], [{ time: "", target: "shop/a", error: "403: no" }]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(empty, { recursive: true });
});

describe("a recording's folder", () => {
  it("stands for the profiles of a pod in time", async () => {
    const files = NUMBERS.map((n) => join(folder, profileOf(n, "shop/operator-a").file));
    const one = await run(["suspects", ...files, "--json"]);
    const { status, out, err } = await run(["suspects", `${folder}#operator-a`, "--json"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toBe(one.out);
    expect((await run(["suspects", `${folder}#shop/operator-a`, "--json"])).out).toBe(out);
  });

  it.each([
    ["", /it holds profiles of 2 processes.*#operator-a \(there are shop\/operator-a, shop/],
    ["#gone", /the recording has profiles of shop\/operator-a, shop\/operator-b/],
    ["#operator-b", /0-shop_operator-b\.pb\.gz: no such file/],
  ])("%s says what it has", async (part, says) => {
    const { status, err } = await run(["suspects", `${folder}${part}`]);
    expect(status).toBe(1);
    expect(err).toMatch(says);
  });

  it("without a profile says why", async () => {
    const { err } = await run(["suspects", empty]);
    expect(err).toContain("the recording has no profile; the last error: shop/a: 403: no");
  });

  it("of another sort is a folder as before", async () => {
    const { status, err } = await run(["suspects", tmpdir(), tmpdir()]);
    expect(status).toBe(1);
    expect(err).toContain("it is a folder, name its files");
  });
});

describe("a manifest", () => {
  const manifest = (profile: unknown) => JSON.stringify({ version: 1, profiles: [profile] });
  it.each([
    ["[]", /no manifest of a recording/],
    ["{", /it is no JSON/],
    [manifest({ file: "../../etc/passwd", target: "a", asked: "" }), /not in its folder/],
    [manifest({ file: ".hidden", target: "a", asked: "" }), /not in its folder/],
    [manifest({ file: "a.pb.gz" }), /does not say what a\.pb\.gz is of/],
    [manifest(null), /not in its folder: undefined/],
  ])("is refused: %s", (text, says) => {
    expect(() => parseManifest(text, "m.json")).toThrow(says);
  });
});
