import { describe, expect, it } from "vitest";
import { pprofFile } from "../../src/export/pprof-file.js";
import { finish } from "../../src/lib/steps.js";
import type { Profile } from "../../src/profile/profile.js";
import { recording } from "../recordings.js";
import { type Leaklens, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const MINUTE = 60_000_000_000n;

/** Snapshots of one process, five minutes apart: a recording that grows in steps. */
async function snapshots(count: number): Promise<{ name: string; buffer: Buffer }[]> {
  const first = await recording("leaking-operator/02.pb.gz");
  return Array.from({ length: count }, (_, i) => {
    const timeNanos = first.timeNanos + BigInt(i) * 5n * MINUTE;
    const values = first.samples.values.map((v) => Math.round(v * (1 + i / 20)));
    const profile: Profile = { ...first, timeNanos, samples: { ...first.samples, values } };
    const at = new Date(Number(timeNanos / 1_000_000n)).toISOString().slice(0, 19);
    return {
      name: `heap-${at.replaceAll(":", "-")}.pb`,
      buffer: Buffer.from(finish(pprofFile([profile]))),
    };
  });
}

async function openMany(app: Leaklens, count: number): Promise<void> {
  const files = await snapshots(count);
  const mimeType = "application/octet-stream";
  await app.visit();
  await app.page.setInputFiles(
    "#file-input",
    files.map((file) => ({ ...file, mimeType })),
  );
  await app.page.waitForSelector(".strip svg", { timeout: 60_000 });
  await app.settled();
}

/** Texts of the strip that stand on one another, or over its edges. */
async function overprinted(app: Leaklens): Promise<string[]> {
  return await app.page.evaluate(() => {
    const strip = document.querySelector(".strip")!.getBoundingClientRect();
    const texts = [...document.querySelectorAll(".strip text, .strip p, .strip select")].map(
      (e) => ({
        text: e.textContent ?? "",
        box: e.getBoundingClientRect(),
      }),
    );
    const said: string[] = [];
    texts.forEach((a, i) => {
      if (a.box.left < strip.left - 1 || a.box.right > strip.right + 1)
        said.push(`${a.text} is cut`);
      for (const b of texts.slice(i + 1)) {
        const over =
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3;
        if (over) said.push(`${a.text} and ${b.text} overlap`);
      }
    });
    return said;
  });
}

describe.each([
  [25, 1440, 900],
  [200, 1440, 900],
  [25, 390, 844],
  [200, 390, 844],
] as const)("a strip of %i snapshots at %i x %i", (count, width, height) => {
  it("has a mark for each, names as far as there is room, and follows the pointer and the keys", async () => {
    const app = await fresh({ width, height });
    await openMany(app, count);
    await expect.poll(() => app.page.locator(".strip-point").count()).toBe(count);
    await expect.poll(() => overprinted(app)).toEqual([]);
    const labels = app.page.locator(".strip-label");
    const names = await labels.allTextContents();
    expect(names.length).toBeGreaterThanOrEqual(2);
    expect(names.length).toBeLessThan(count);
    const shown = () => app.page.locator('.strip [role="slider"]').getAttribute("aria-valuenow");
    const box = (await app.page.locator(".strip svg").boundingBox())!;
    const note = () => app.page.locator(".strip-note").textContent();
    await app.page.mouse.move(box.x + box.width * 0.4, box.y + 50);
    await expect.poll(() => note()).toMatch(/heap-2026.* [MG]iB · ConfigMap/);
    await expect.poll(() => overprinted(app)).toEqual([]);
    const before = await shown();
    const started = Date.now();
    await app.page.mouse.click(box.x + box.width * 0.4, box.y + 50);
    await expect.poll(shown).not.toBe(before);
    await app.settled();
    expect(Date.now() - started).toBeLessThan(5000);
    const clicked = Number(await shown());
    await app.page.focus('.strip [role="slider"]');
    await app.page.keyboard.press("ArrowRight");
    await expect.poll(async () => Number(await shown())).toBe(clicked + 1);
    await app.settled();
    await expect.poll(() => overprinted(app)).toEqual([]);
    const on = await app.page.locator(".strip-label[data-on]").allTextContents();
    expect(on.length).toBeGreaterThanOrEqual(1);
    if (process.env.SHOTS) {
      await app.page.screenshot({ path: `${process.env.SHOTS}/many-${count}-${width}.png` });
    }
  });
});
