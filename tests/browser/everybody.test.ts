import { describe, expect, it } from "vitest";
import { serious } from "./axe.js";
import { MASTERS, OPERATOR, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

describe("everybody", () => {
  it.each([
    ["light", 1440, 900, false],
    ["dark", 1024, 700, true],
  ] as const)(
    "finds nothing that axe calls serious, %s at %i x %i",
    async (_, width, height, dark) => {
      const app = await fresh({ width, height, dark });
      await app.visit();
      await expect.poll(() => serious(app), { message: "start" }).toEqual([]);
      await app.open(...STORM);
      for (const tab of ["Graph", "Table", "Call tree", "Callers", "Kubernetes", "Suspects"]) {
        await app.page.click(`[role=tab]:has-text("${tab}")`);
        await app.settled();
        await expect.poll(() => serious(app), { message: tab }).toEqual([]);
      }
      for (const key of ["?", "s"]) {
        await app.page.keyboard.press(key);
        await app.page.waitForSelector("[role=dialog]");
        await app.page.waitForTimeout(200);
        await expect.poll(() => serious(app), { message: `dialog of ${key}` }).toEqual([]);
        await app.page.keyboard.press("Escape");
        await app.page.waitForSelector("[role=dialog]", { state: "detached" });
      }
    },
  );

  it("has a heading always, a tree of items alone, and the focus at what was opened", async () => {
    const app = await fresh();
    await app.visit();
    await expect.poll(() => app.page.locator("h1").count()).toBe(1);
    await app.page.locator(".incident").first().focus();
    await app.page.keyboard.press("Enter");
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.page.locator("h1").count()).toBe(1);
    const focused = () => app.page.evaluate(() => document.activeElement?.className ?? "");
    await expect.poll(focused).toContain("finding");
    await expect.poll(() => app.page.locator("[role=tree] [role=tooltip]").count()).toBe(0);
    await app.page.focus(".flamegraph");
    await app.page.keyboard.press("?");
    await app.page.waitForSelector("[role=dialog]");
    await app.page.keyboard.press("Escape");
    await app.page.waitForSelector("[role=dialog]", { state: "detached" });
    await expect.poll(focused).toContain("flamegraph");
  });

  it("opens an incident's own link in a browser that never saw it", async () => {
    const one = await fresh();
    await one.visit();
    await one.page.locator(".incident").first().click();
    await one.page.waitForSelector(".opened");
    await one.settled();
    const other = await fresh();
    await other.page.goto(one.page.url());
    await other.page.waitForSelector(".opened");
    await other.settled();
    await expect.poll(() => other.text(".finding")).toBe(await one.text(".finding"));
  });

  it("leads from What to do to the list of it", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...STORM);
    await app.page.getByRole("button", { name: "What to do" }).click();
    await app.page.waitForFunction(() => document.activeElement?.id === "what-to-do");
    const list = (await app.page.locator("#what-to-do").boundingBox())!;
    expect(list.y).toBeLessThan(900);
    for (const row of await app.page.locator("#what-to-do .advice-action").all()) {
      const offers = (await row.locator("button").count()) > 0;
      if (offers) await expect.poll(() => row.locator("code").innerText()).toMatch(/^[a-z]+ /);
    }
  });

  it("does the main job by keyboard alone: open, search, zoom, compare, copy a link", async () => {
    const app = await fresh({ clipboard: true });
    await app.visit();
    const focused = () =>
      app.page.evaluate(() => {
        const { activeElement } = document;
        return activeElement instanceof HTMLButtonElement ? activeElement.innerText : "";
      });
    for (let i = 0; i < 30 && !/LIST storm/.test(await focused()); i++) {
      await app.page.keyboard.press("Tab");
    }
    await expect.poll(focused).toMatch(/LIST storm/);
    await app.page.keyboard.press("Enter");
    await app.page.waitForSelector(".opened");
    await app.settled();
    await app.page.keyboard.press("/");
    await app.page.keyboard.type("appendListItem");
    await app.found(/match/);
    await app.page.keyboard.press("Enter");
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toContain("appendListItem");
    for (let i = 0; i < 60; i++) {
      const onGraph = await app.page.evaluate(
        () => document.activeElement?.getAttribute("role") === "tree",
      );
      if (onGraph) break;
      await app.page.keyboard.press("Tab");
    }
    await app.page.keyboard.press("Enter");
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("zoom=");
    await app.page.keyboard.press("d");
    await app.settled();
    await expect.poll(() => app.page.url()).not.toMatch(/base=/);
    await app.page.keyboard.press("d");
    await app.settled();
    await expect.poll(() => app.page.url()).toMatch(/base=/);
    await app.page.keyboard.press("s");
    await app.page.waitForSelector("[role=dialog]");
    for (let i = 0; i < 10 && (await focused()) !== "Copy link"; i++) {
      await app.page.keyboard.press("Tab");
    }
    await app.page.keyboard.press("Enter");
    const copied = () => app.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe(app.page.url());
    await app.page.keyboard.press("Escape");
    await app.page.waitForSelector("[role=dialog]", { state: "detached" });
  });

  it("shows everything of a small laptop's screen without cutting it off", async () => {
    for (const files of [STORM, OPERATOR, MASTERS]) {
      const app = await fresh({ width: 1024, height: 700 });
      await app.visit();
      await app.open(...files);
      const wide = () => app.page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(wide).toBeLessThanOrEqual(1024);
      const cut = () =>
        app.page.evaluate(() =>
          [...document.querySelectorAll(".header > *, .tabs-row > *")]
            .filter((e) => {
              const box = e.getBoundingClientRect();
              return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
            })
            .map((e) => e.className),
        );
      await expect.poll(cut).toEqual([]);
      const graph = (await app.page.locator(".flamegraph").boundingBox())!;
      expect(graph.height).toBeGreaterThan(180);
    }
  });

  it("keeps the theme, and follows the system until one is chosen", async () => {
    const app = await fresh({ dark: true });
    await app.visit();
    const theme = () => app.page.evaluate(() => document.documentElement.dataset.theme);
    await expect.poll(theme).toBe("dark");
    await app.page.keyboard.press("t");
    await expect.poll(theme).toBe("light");
    await app.page.reload();
    await app.settled();
    await expect.poll(theme).toBe("light");
  });

  it("moves nothing when less motion is asked for, and animates a zoom when not", async () => {
    for (const reducedMotion of [true, false]) {
      const app = await fresh({ reducedMotion });
      await app.visit();
      await app.open(STORM[3]!);
      await app.page.focus(".flamegraph");
      for (let i = 0; i < 4; i++) await app.page.keyboard.press("ArrowDown");
      await app.settled();
      const frames = () =>
        app.page.evaluate(async () => {
          const canvas = document.querySelector<HTMLCanvasElement>(".flamegraph-layers canvas")!;
          const seen: string[] = [];
          document
            .querySelector(".flamegraph")!
            .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
          for (let i = 0; i < 12; i++) {
            await new Promise((done) => requestAnimationFrame(done));
            seen.push(canvas.toDataURL());
          }
          return new Set(seen).size;
        });
      if (reducedMotion) {
        expect(await frames()).toBeLessThanOrEqual(2);
        continue;
      }
      // A machine that is busy may draw few of the frames: the zoom is made again then.
      const again = async () => {
        await app.page.keyboard.press("Home");
        await app.settled();
        return await frames();
      };
      await expect.poll(again).toBeGreaterThan(2);
    }
  });
});

describe("the page's policy", () => {
  it("forbids what the page does not need, and the page makes no request of its own", async () => {
    const app = await fresh();
    const requests: string[] = [];
    app.context.on("request", (r) => requests.push(r.url()));
    await app.visit();
    await app.open(STORM[3]!);
    const policy = await app.page.getAttribute(
      'meta[http-equiv="Content-Security-Policy"]',
      "content",
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("base-uri 'none'");
    const refused = await app.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.body.append(script);
      return (window as { injected?: boolean }).injected === undefined;
    });
    expect(refused).toBe(true);
    app.errors.length = 0; // the browser reports the script that it refused
    // The service worker has fetched the page itself by then; nothing else follows.
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    await app.page.waitForTimeout(500);
    const before = requests.length;
    await app.page.waitForTimeout(1500);
    expect(requests.slice(before)).toEqual([]);
  });

  it("shows hostile names as text", async () => {
    const { namedProfile } = await import("./profiles.js");
    const app = await fresh();
    await app.visit();
    const name = "<img src=x onerror='window.hit=1'>";
    await app.openBytes(`${name}.pb`, namedProfile(`main.${name}`));
    await app.page.click('[role=tab]:has-text("Table")');
    await app.settled();
    await expect.poll(() => app.text(".table")).toContain("<img src=x");
    await expect.poll(() => app.page.locator("img").count()).toBe(0);
    await expect
      .poll(() => app.page.evaluate(() => (window as { hit?: number }).hit))
      .toBeUndefined();
  });
});
