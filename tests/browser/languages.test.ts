import { describe, expect, it } from "vitest";
import { serious } from "./axe.js";
import { type Leaklens, OPERATOR, STORM, withBrowser } from "./leaklens.js";
import { misplaced } from "./misplaced.js";

const { fresh } = withBrowser();
const TABS = 6;

/** Sentences in English that the page shows; names, code and what a person copies are none. */
async function englishShown(app: Leaklens): Promise<string[]> {
  return await app.page.evaluate(() => {
    const out: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || element.closest("pre, code, kbd, .mono, [lang=en]"))
        continue;
      out.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[title], [aria-label], [placeholder]")) {
      for (const name of ["title", "aria-label", "placeholder"]) {
        if (!element.closest("[lang=en]")) out.push(element.getAttribute(name) ?? "");
      }
    }
    // Four words of small letters one after the other are a sentence, or a part of one.
    const found = out.filter((text) =>
      /(?:^|[^\w./-])(?:[a-z]{2,} ){3}[a-z]{2,}(?![\w./-])/.test(text),
    );
    return [...new Set(found.map((text) => text.trim()))];
  });
}

async function openTab(app: Leaklens, at: number): Promise<void> {
  await app.page.locator("[role=tab]").nth(at).click();
  await app.settled();
}

describe("a browser in Chinese", () => {
  it("has the page in Chinese: start, graph, all tabs, help and share", async () => {
    const app = await fresh({ locale: "zh-CN" });
    await app.visit();
    expect(await app.page.getAttribute("html", "lang")).toBe("zh-CN");
    expect(await app.text("h1")).toMatch(/[\u4E00-\u9FFF]/);
    expect(await englishShown(app)).toEqual([]);
    await app.open(...STORM);
    expect(await app.text(".finding")).toMatch(/[\u4E00-\u9FFF]/);
    for (let tab = 0; tab < TABS; tab++) {
      await openTab(app, tab);
      expect(await englishShown(app), `tab ${tab}`).toEqual([]);
      expect(await serious(app), `tab ${tab}`).toEqual([]);
    }
    for (const key of ["?", "s"]) {
      await app.page.keyboard.press(key);
      await app.page.locator("[role=dialog]").waitFor();
      expect(await englishShown(app), `dialog of ${key}`).toEqual([]);
      const keys = await app.page
        .locator("[role=dialog] .keys")
        .first()
        .locator("dt")
        .allInnerTexts();
      expect(new Set(keys).size, "each key is told once").toBe(keys.length);
      await app.page.keyboard.press("Escape");
    }
    await app.openBytes("broken.pb.gz", new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    expect(await app.text(".problem")).toMatch(/[\u4E00-\u9FFF]/);
    expect(await englishShown(app)).toEqual([]);
  });
});

describe("the language", () => {
  it("is switched with what is open, kept for the next visit, and given on only when asked", async () => {
    const app = await fresh({ offline: false });
    await app.visit();
    const button = app.page.locator(".language-button");
    expect(await button.innerText()).toBe("中文");
    await app.open(...OPERATOR);
    const [finding, address] = [await app.text(".finding"), app.page.url()];
    await app.page.keyboard.press("?");
    await button.click();
    await app.page.locator(".language-button[lang=en]").waitFor();
    await app.page.keyboard.press("Escape");
    await app.settled();
    await expect.poll(() => app.text(".finding")).toMatch(/[\u4E00-\u9FFF]/);
    expect(app.page.url()).toBe(address);
    await app.page.keyboard.press("s");
    await app.page.locator(".share-language input").check();
    await app.page.keyboard.press("Escape");
    await app.page.reload();
    await app.settled();
    await expect.poll(() => app.text(".finding")).toMatch(/[\u4E00-\u9FFF]/);
    await app.follow(`${new URL(address).hash.slice(1)}&lang=en`);
    await expect.poll(() => app.text(".finding")).toBe(finding);
  });
});

describe.each([
  [1024, 700],
  [390, 844],
])("at %i x %i", (width, height) => {
  it("everything has its place in Chinese", async () => {
    const app = await fresh({ width, height, locale: "zh-CN" });
    await app.visit();
    await expect.poll(() => misplaced(app), { message: "start" }).toEqual([]);
    await app.open(...STORM);
    for (let tab = 0; tab < TABS; tab++) {
      await openTab(app, tab);
      await expect.poll(() => misplaced(app), { message: `tab ${tab}` }).toEqual([]);
    }
  });
});
