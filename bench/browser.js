// Chromium, and the pages it is shown: the built one below /page/, the bounds below /bounds/.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { ensureChromium, LEANER_WINDOWS } from "../scripts/chromium.js";
import { builtServer, DIST, ensurePage } from "./built.js";
import { probe } from "./probe.js";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = {
  "page/": DIST,
  "bounds/": folder("./bounds"),
  "speedscope/": folder("../node_modules/speedscope/dist/release"),
};
/** A page by itself may be asked how much memory it and its workers hold. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
/** The longest that anything is waited for. */
const PATIENCE = 60_000;

/**
 * Runs `use` with a function that opens a path (`page/`, `bounds/open.html`) in a browser of its
 * own context, the probe and another script in it, and waits for a selector; undefined where there
 * is no browser. `open.window` gives a window that is ready, for who wants its path opened later.
 */
export async function withBrowser(use) {
  const executablePath = ensureChromium();
  if (!executablePath) return undefined;
  await ensurePage();
  const { serveFolders } = await builtServer();
  const server = await serveFolders(FOLDERS, HEADERS);
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--enable-blink-features=ForceEagerMeasureMemory",
      LEANER_WINDOWS,
    ],
  });
  const window = async () => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      // Storing the page for work offline is not what is measured.
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    return { page, close: () => context.close() };
  };
  const open = async (path, until = "main, canvas", script = undefined, ready = undefined) => {
    const { page, close } = ready ?? (await window());
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => console.error(`page error: ${error.message}`));
    await page.addInitScript(probe);
    if (script) await page.addInitScript(script);
    await page.goto(new URL(path, server.address).href);
    await page.waitForSelector(until, { state: "attached" });
    return { page, close };
  };
  open.window = window;
  try {
    return await use(open, browser);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Waits until nothing that the view shows is still to come, then for a quiet moment. */
export async function settled(page) {
  for (let i = 0; i < 2; i++) {
    await page.evaluate(() =>
      window.bench.until(() => {
        const main = document.querySelector("main");
        return main !== null && main.getAttribute("aria-busy") !== "true";
      }),
    );
    await page.waitForTimeout(100);
  }
}

/** Waits for the mark `name` for the `count`th time. */
export function marked(page, name, count = 1) {
  return page.evaluate(
    ([name, count]) =>
      window.bench.until(() => window.bench.marks.filter((m) => m.name === name).length >= count),
    [name, count],
  );
}

/** All marks so far; they are forgotten in the page. */
export function takeMarks(page) {
  return page.evaluate(() => window.bench.marks.splice(0));
}

/** Gives files to the page and waits until all is shown; the marks of it. */
export async function give(page, paths) {
  await page.setInputFiles("#file-input", paths);
  await marked(page, "painted");
  await settled(page);
  return takeMarks(page);
}

/** When a mark came, first or last, in milliseconds after another one. */
export function between(marks, from, to, which = "first") {
  const a = marks.find((m) => m.name === from);
  const b =
    which === "first" ? marks.find((m) => m.name === to) : marks.findLast((m) => m.name === to);
  return a && b ? b.at - a.at : undefined;
}
