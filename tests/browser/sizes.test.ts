import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MASTERS, STORM, withBrowser } from "./leaklens.js";
import { misplaced } from "./misplaced.js";

const { fresh } = withBrowser();

/** Sizes people have: a phone in both directions, a small laptop at 200%, a laptop, a big screen. */
const SIZES = [
  [390, 844],
  [844, 390],
  [512, 350],
  [1024, 700],
  [1440, 900],
  [2560, 1440],
] as const;

describe.each(SIZES)("at %i x %i", (width, height) => {
  it("everything has its place", async () => {
    const app = await fresh({ width, height });
    await app.visit();
    await expect.poll(() => misplaced(app), { message: "start" }).toEqual([]);
    for (const files of [STORM, MASTERS]) {
      await app.open(...files);
      await expect.poll(() => misplaced(app), { message: `${files.length} files` }).toEqual([]);
      const graph = (await app.page.locator(".flamegraph").boundingBox())!;
      expect(graph.height).toBeGreaterThanOrEqual(240);
      const share = (await app.page.getByRole("button", { name: "Share" }).boundingBox())!;
      expect(share.x).toBeGreaterThanOrEqual(0);
      expect(share.x + share.width).toBeLessThanOrEqual(width);
      expect(share.y + share.height).toBeLessThanOrEqual(height);
      const finding = (await app.page.locator(".finding").boundingBox())!;
      expect(finding.y).toBeLessThan(height / 2);
      await app.page.locator(".brand").click();
      await app.settled();
    }
  });

  it("every tab fits", async () => {
    const app = await fresh({ width, height });
    await app.visit();
    await app.open(...STORM);
    for (const tab of await app.page.locator("[role=tab]").all()) {
      await tab.click();
      await app.settled();
      await expect.poll(() => misplaced(app), { message: await tab.innerText() }).toEqual([]);
    }
  });
});

describe("the finding on a phone", () => {
  it("comes first, and its links wrap as words do", async () => {
    const app = await fresh({ width: 390, height: 844 });
    await app.visit();
    await app.open(...STORM);
    const disorder = () =>
      app.page.evaluate(() => {
        const at = (s: string) => document.querySelector(s)!.getBoundingClientRect().top;
        const tops = [".header", ".finding", ".strip", ".tabs", ".flamegraph", ".panel"].map(at);
        return tops.filter((top, i) => i > 0 && top < tops[i - 1]!);
      });
    await expect.poll(disorder).toEqual([]);
    const links = await app.page.locator(".finding a").evaluateAll((all) =>
      all.map((link) => ({
        display: getComputedStyle(link).display,
        lines: link.getClientRects().length,
      })),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.map((link) => link.display)).toEqual(links.map(() => "inline"));
    expect(Math.max(...links.map((link) => link.lines))).toBeGreaterThan(1);
  });

  it("stands below the files' names, which the pickers do not cut", async () => {
    const app = await fresh({ width: 390, height: 844 });
    await app.visit();
    await app.open(...STORM);
    const names = app.page.locator(".picker-name");
    expect(await names.allTextContents()).toEqual(["00-baseline", "04-storm"]);
    const cut = await names.evaluateAll((all) =>
      all.filter((e) => e.scrollHeight > e.clientHeight),
    );
    expect(cut).toEqual([]);
    await app.page.getByLabel("Profile shown").selectOption({ label: "01-created" });
    await app.settled();
    expect(await names.allTextContents()).toEqual(["00-baseline", "01-created"]);
    const slider = app.page.locator('.strip [role="slider"]');
    expect(await slider.getAttribute("aria-valuenow")).toBe("2");
  });
});

describe("long names on a phone", () => {
  const CRDS = ["00-before", "02-openapi-read"].map((name) =>
    fileURLToPath(new URL(`../fixtures/modern/apiserver-1.37-crds/${name}.pb.gz`, import.meta.url)),
  );

  it("wrap: no tab is wider than the window, and figures stand beside the kinds", async () => {
    const app = await fresh({ width: 390, height: 844 });
    await app.visit();
    await app.open(...CRDS);
    for (const tab of await app.page.locator("[role=tab]").all()) {
      await tab.click();
      await app.settled();
      const message = await tab.innerText();
      await expect.poll(() => misplaced(app), { message }).toEqual([]);
    }
    await app.page.click("[role=tab]:has-text('Kubernetes')");
    await app.settled();
    const kinds = (await app.page.locator(".matrix tbody th").first().boundingBox())!;
    const scroller = (await app.page.locator(".matrix-scroll").boundingBox())!;
    expect(kinds.width).toBeLessThan(scroller.width / 2);
    // That there are more kinds than are seen is said by an edge that fades.
    await expect.poll(() => app.page.locator(".chips[data-right]").count()).toBe(1);
    await app.page.locator(".chips").evaluate((row) => row.scrollTo(row.scrollWidth, 0));
    await expect
      .poll(() => app.page.locator(".chips[data-left]:not([data-right])").count())
      .toBe(1);
  });
});
