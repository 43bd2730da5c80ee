import { describe, expect, it } from "vitest";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const trail = ".trail";

async function opened(): Promise<Leaklens> {
  const app = await fresh();
  await app.visit();
  await app.open(STORM[3]!);
  return app;
}

/** Zooms at a point of the graph by the wheel, and waits until the address tells. */
async function wheel(app: Leaklens, share: number, notches: number): Promise<void> {
  const box = (await app.page.locator(".flamegraph").last().boundingBox())!;
  await app.page.mouse.move(box.x + box.width * share, box.y + 100);
  await app.page.keyboard.down("Control");
  for (let i = 0; i < notches; i++) await app.page.mouse.wheel(0, -240);
  await app.page.keyboard.up("Control");
  await app.page.waitForFunction(() => location.hash.includes("part="));
  await app.settled();
}

describe("zoom", () => {
  it("by hand is in the address: the same link shows the same, in another window too", async () => {
    const app = await opened();
    await wheel(app, 0.7, 3);
    const seen = await app.still();
    const other = await app.context.newPage();
    await other.goto(app.page.url());
    await app.settled(other);
    await expect.poll(() => app.pixels(other)).toBe(seen);
    await app.page.reload();
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(seen);
  });

  it("by hand is undone by going back, and done again by going forward", async () => {
    const app = await opened();
    const whole = await app.still();
    await wheel(app, 0.4, 2);
    await expect.poll(() => app.pixels()).not.toBe(whole);
    const near = await app.still();
    await app.page.goBack();
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(whole);
    await app.page.goForward();
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(near);
  });

  it("stays after a double click, which zooms to what was clicked and no further", async () => {
    const app = await opened();
    const box = (await app.page.locator(".flamegraph").boundingBox())!;
    await app.page.mouse.dblclick(box.x + box.width * 0.7, box.y + 19 * 3.5);
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("zoom=");
    await expect.poll(() => app.text(trail)).toMatch(/\(\*Store\)\.List$/);
  });

  it("says the way to where one is, and leads back to each step and to all", async () => {
    const app = await opened();
    const whole = await app.still();
    await expect.poll(() => app.page.locator(trail).count()).toBe(0);
    const box = (await app.page.locator(".flamegraph").boundingBox())!;
    await app.page.mouse.click(box.x + box.width * 0.7, box.y + 19 * 4.5);
    await app.settled();
    await app.page.locator(".trail-step .link", { hasText: "ListResource" }).click();
    await app.settled();
    await expect.poll(() => app.text(trail)).toMatch(/ListResource\.func1$/);
    await wheel(app, 0.5, 1);
    await expect.poll(() => app.text(trail)).toMatch(/part of it, \d+(\.\d)?% of the width$/);
    await app.page.getByRole("button", { name: "reset zoom" }).click();
    await app.page.keyboard.press("Escape");
    await app.page.mouse.move(0, 0);
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(whole);
    await expect.poll(() => app.page.url()).not.toMatch(/zoom=|part=/);
  });

  it("by hand moves both of two graphs side by side", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.selectOption('[aria-label="Widths"]', "side");
    await app.settled();
    const both = () =>
      app.page.evaluate(() =>
        [...document.querySelectorAll(".flamegraph-layers")].map((layers) =>
          layers.querySelector("canvas")!.toDataURL(),
        ),
      );
    const before = await both();
    await wheel(app, 0.6, 2);
    for (const side of [0, 1]) {
      await expect.poll(async () => (await both())[side]).not.toBe(before[side]);
    }
  });
});
