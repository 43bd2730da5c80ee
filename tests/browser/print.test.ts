import { describe, expect, it } from "vitest";
import { type Leaklens, OPERATOR, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** What can be pressed or typed into, and is seen on paper. Links of sentences are read there. */
async function controls(app: Leaklens): Promise<string[]> {
  return await app.page.evaluate(() =>
    [...document.querySelectorAll("button, select, input, textarea, summary")]
      .filter((e) => {
        const { width, height } = e.getBoundingClientRect();
        const isText = e.matches(
          ".link, .chip, .table-head button, .matrix button, .tree-open, .tree-go, .neighbours button, .strip *",
        );
        return width > 1 && height > 1 && !isText && getComputedStyle(e).visibility === "visible";
      })
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}: ${e.textContent}`),
  );
}

/** Sheets of a PDF: width and height in points. */
function sheets(pdf: Buffer): (readonly [width: number, height: number])[] {
  const boxes = pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => [Number(width), Number(height)] as const);
}

async function openedTab(app: Leaklens, tab: string, files = STORM): Promise<void> {
  await app.visit();
  await app.open(...files);
  await app.page.click(`[role=tab]:has-text("${tab}")`);
  await app.settled();
}

describe("on paper", () => {
  it("stand the finding, the graph and the table up to 200 rows, and how many more there are", async () => {
    const app = await fresh();
    await openedTab(app, "Table");
    const rows = await app.page.locator(".table").getAttribute("aria-rowcount");
    await app.page.emulateMedia({ media: "print" });
    await app.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const finding = (await app.page.locator(".finding").boundingBox())!;
    const graph = (await app.page.locator(".print-sheet > svg").boundingBox())!;
    const table = (await app.page.locator(".table").boundingBox())!;
    expect(finding.y + finding.height).toBeLessThan(graph.y);
    expect(graph.height).toBeGreaterThan(200);
    expect(graph.y + graph.height).toBeLessThan(table.y);
    expect(await app.page.locator(".table-row").count()).toBe(200);
    const left = Number(rows) - 1 - 200;
    expect(left).toBeGreaterThan(0);
    expect(await app.text(".rows-left")).toBe(`and ${left.toLocaleString("en")} more rows`);
    const tops = await app.page
      .locator(".table-row")
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
    expect(tops.filter((top, i) => i > 0 && top <= tops[i - 1]!)).toEqual([]);
    expect(await app.text("h1")).toContain("storm");
  });

  it.each(["Graph", "Kubernetes"])(
    "stand in the tab %s too the finding, the graph, the kinds and the top of the table",
    async (tab) => {
      const app = await fresh();
      await openedTab(app, tab);
      // A search and a filter of the table leave rows out of it that nobody would miss on paper.
      await app.page.fill("#search", "zapcore");
      await app.settled();
      const printed = () =>
        app.page.evaluate(() => {
          dispatchEvent(new Event("beforeprint"));
          const names = [...document.querySelectorAll(".print-table .table-row .name")];
          const { textContent } = document.querySelector(".print-table .rows-left") ?? {};
          const texts = names.map((name) => name.textContent);
          dispatchEvent(new Event("afterprint"));
          return { texts, left: textContent ?? "" };
        });
      // It is made ready when all else is answered.
      await expect.poll(async () => (await printed()).texts.length).toBe(30);
      const { texts, left } = await printed();
      expect(texts[0]).toContain("growSlice");
      expect(await app.page.locator(".print-table").count()).toBe(0);
      await app.page.emulateMedia({ media: "print" });
      await app.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const tops: number[] = [];
      for (const part of [".finding", ".print-sheet > svg", ".chips", ".print-table"]) {
        const { y, height } = (await app.page.locator(part).boundingBox())!;
        expect(height).toBeGreaterThan(10);
        tops.push(y);
      }
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
      await app.page.emulateMedia({ media: "screen" });
      await app.page.fill("#search", "");
      await app.page.click("[role=tab]:has-text('Table')");
      await app.settled();
      const rows = Number(await app.page.locator(".table").getAttribute("aria-rowcount")) - 1;
      expect(left).toBe(`and ${(rows - 30).toLocaleString("en")} more rows`);
    },
  );

  it("is light, whatever the theme, and the screen is as it was afterwards", async () => {
    const app = await fresh({ dark: true });
    await openedTab(app, "Graph");
    const seen = await app.page.evaluate(() => {
      const { dataset } = document.documentElement;
      dispatchEvent(new Event("beforeprint"));
      const printed = dataset.theme;
      dispatchEvent(new Event("afterprint"));
      return [printed, dataset.theme];
    });
    expect(seen).toEqual(["light", "dark"]);
  });

  it.each(["Graph", "Table", "Call tree", "Callers", "Kubernetes", "Suspects"])(
    "no control is printed in the tab %s",
    async (tab) => {
      const app = await fresh();
      await openedTab(app, tab, OPERATOR);
      await app.page.emulateMedia({ media: "print" });
      await expect.poll(() => controls(app)).toEqual([]);
    },
  );

  it("the table lies across on sheets of its own, and is whole in the PDF", async () => {
    const app = await fresh();
    await openedTab(app, "Table");
    const seen = await app.page.locator(".table-row").count();
    expect(seen).toBeLessThan(100);
    // Nothing is emulated: the page is told that it is printed by the browser alone.
    const pdf = await app.page.pdf({ format: "A4", printBackground: true });
    const across = sheets(pdf).filter(([width, height]) => width > height);
    const upright = sheets(pdf).filter(([width, height]) => width < height);
    expect(upright.length).toBeGreaterThanOrEqual(1);
    // 200 rows of 24 pixels, made smaller to fit the width, on sheets that are 720 to 800 high.
    expect(across.length).toBeGreaterThanOrEqual(4);
    expect(await app.page.locator(".table-row").count()).toBe(seen);
    await expect.poll(() => app.page.locator(".print-sheet > svg").count()).toBe(0);
  });

  it("no column of the table or of the kinds is cut off", async () => {
    for (const [tab, inner] of [
      ["Table", ".table-head"],
      ["Kubernetes", ".matrix"],
    ] as const) {
      const app = await fresh({ width: 1000 });
      await openedTab(app, tab);
      await app.page.emulateMedia({ media: "print" });
      await app.settled();
      const { width } = (await app.page.locator(inner).boundingBox())!;
      expect(width).toBeLessThanOrEqual(1000);
    }
  });
});
