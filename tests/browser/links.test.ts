import { describe, expect, it } from "vitest";
import { fixture, MASTERS, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** Numbers from 0 to 1, the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const SETTINGS: readonly (readonly string[])[] = [
  ["shown=0", "shown=1", "shown=2", "shown=9"],
  ["base=0", "base=1", "base=median", "base=7"],
  ["sum=1"],
  ["set=fleet", "set=series", "set=unrelated"],
  ["type=alloc_space", "type=inuse_objects", "type=nonsense"],
  ["inverted=1"],
  ["joined=0"],
  ["folded=0"],
  ["widths=delta", "widths=before", "widths=after"],
  ["normalize=1"],
  ["colour=growth", "colour=survival", "colour=package"],
  ["lit=ConfigMap", "lit=unknown", "lit=Nothing"],
  ["stage=json-response"],
  ["tab=table", "tab=callers&callers=bytes.growSlice", "tab=kubernetes", "tab=suspects"],
  ["as=flame"],
  ["side=1"],
  ["zoom=2kq3", "at=1a2b3c"],
  ["search=ConfigMap", "search=/List.*func1/", "search=/(/"],
  ["t=focus:ListResource", "t=ignore:%5Eruntime", "t=hide:json", "t=show:etcd3", "t=focus:(("],
  ["t=merge-recursion", "t=collapse:encoding/json", "t=drop-kind:ConfigMap"],
  ["sort=-cum", "sort=name", "filter=bytes"],
  ["limit=4GiB", "limit=lots"],
];

describe("links of all sorts", () => {
  it.each([
    ["the storm", STORM.slice(1, 4), 61],
    ["a fleet", MASTERS.slice(0, 3), 67],
  ] as const)("show something and break nothing, of %s", async (_, paths, seed) => {
    const app = await fresh();
    await app.visit();
    await app.open(...paths);
    const files = new URL(app.page.url()).hash
      .slice(1)
      .split("&")
      .filter((part) => part.startsWith("f="));
    const random = randomOf(seed);
    for (let i = 0; i < 40; i++) {
      const chosen = SETTINGS.flatMap((values) =>
        random() < 0.22 ? [values[Math.floor(random() * values.length)]!] : [],
      );
      const link = ["v=1", ...files, ...chosen].join("&");
      await app.follow(link);
      const seen = await app.page.evaluate(() => document.querySelector("#root")?.textContent);
      expect(seen?.length, link).toBeGreaterThan(200);
      expect(app.errors, link).toEqual([]);
      const failed = await app.page.evaluate(() => document.body.innerText.includes("page failed"));
      expect(failed, link).toBe(false);
    }
  });

  /** The smallest links that once left the page busy for ever, each of files 01, 02, 03. */
  it.each([
    ["shown=0&base=1&side=1&t=focus:ListResource", "nothing is left on the right of two"],
    ["shown=1&base=0&side=1&t=focus:ListResource", "nothing is left on the left of two"],
    ["shown=0&base=1&side=1&t=ignore:.", "nothing is left at all"],
    ["shown=1&base=0&side=1&t=focus:((", "neither of two has an answer"],
  ])("settle: %s, where %s", async (link) => {
    const app = await fresh();
    await app.visit();
    await app.open(...STORM.slice(1, 4));
    const files = app.page.url().match(/f=[^&]*/g)!;
    await app.follow(["v=1", ...files, link].join("&"));
    await expect.poll(() => app.page.locator(".graph-half").count()).toBe(2);
    await app.page.getByRole("tab", { name: "Table" }).click();
    await app.page.getByRole("tab", { name: "Graph" }).click();
    await app.settled();
  });

  it("say how much, not a share above the whole, of what no frame explains", async () => {
    const app = await fresh();
    await app.visit();
    const cases = ["generics", "inlined", "labels_20000"];
    await app.open(...cases.map((name) => fixture(`cases/${name}.pb.gz`)));
    const files = new URL(app.page.url()).hash
      .slice(1)
      .split("&")
      .filter((part) => part.startsWith("f="));
    await app.follow(["v=1", ...files, "base=1"].join("&"));
    const finding = await app.page.locator(".finding").innerText();
    expect(finding).toMatch(/Of [\d.]+ [KM]iB no frame tells/);
    expect(finding).not.toMatch(/\d{3}(?:\.\d)?%/);
  });
});
