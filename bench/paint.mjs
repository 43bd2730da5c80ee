// Opens the painter's page in a headless browser: measures frames, takes pictures.
//   node bench/paint.mjs measure [boxes]
//   node bench/paint.mjs shot OUT.png [query] [script]
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = await createServer({
  root,
  configFile: false,
  plugins: [react()],
  logLevel: "error",
  server: { port: 0, fs: { strict: false } },
  cacheDir: `${process.env.TMPDIR ?? "/tmp"}/leaklens-paint`,
});
await server.listen();
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

async function open(query, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  page.on("pageerror", (error) => console.error("page error:", error.message));
  page.on("console", (m) => {
    if (m.type() === "error") console.error("console:", m.text());
  });
  await page.goto(`${address}bench/paint.html?${query}`);
  await page.waitForFunction(() => document.body.dataset.painted, undefined, { timeout: 60_000 });
  return page;
}

const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * q)];

/** Milliseconds of script in each animation frame while something is done. */
async function frames(page, act) {
  await page.evaluate(() => {
    window.spent = [];
    const original = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      original((now) => {
        const from = performance.now();
        callback(now);
        window.spent.push(performance.now() - from);
      });
  });
  await act();
  return page.evaluate(() => window.spent);
}

try {
  const [what, ...rest] = process.argv.slice(2);
  if (what === "shot") {
    const [out, query = "", script = ""] = rest;
    const page = await open(query, { deviceScaleFactor: Number(process.env.RATIO ?? 1) });
    if (script) await new Function("page", `return (async () => { ${script} })()`)(page);
    await page.waitForTimeout(400);
    await page.screenshot({ path: out });
  } else {
    const boxes = rest[0] ?? "1000000";
    const page = await open(`large=${boxes}&colour=package`);
    const report = async (name, act) => {
      const spent = await frames(page, act);
      const line = `p50 ${quantile(spent, 0.5).toFixed(1)} p95 ${quantile(spent, 0.95).toFixed(1)}`;
      console.log(
        `${name}: ${spent.length} frames, ${line} max ${Math.max(...spent).toFixed(1)} ms`,
      );
    };
    await page.mouse.move(500, 300);
    await report("zoom", async () => {
      await page.keyboard.down("Control");
      for (let i = 0; i < 60; i++) await page.mouse.wheel(0, i < 30 ? -60 : 60);
      await page.keyboard.up("Control");
      await page.waitForTimeout(300);
    });
    await report("pan", async () => {
      await page.keyboard.down("Control");
      for (let i = 0; i < 8; i++) await page.mouse.wheel(0, -60);
      await page.keyboard.up("Control");
      await page.mouse.down();
      for (let i = 0; i < 80; i++) {
        await page.mouse.move(500 + 300 * Math.sin(i / 8), 300 + 100 * Math.sin(i / 5));
      }
      await page.mouse.up();
    });
    await report("hover", async () => {
      for (let i = 0; i < 80; i++) await page.mouse.move(100 + i * 15, 60 + i * 5);
    });
    await report("click zoom", async () => {
      for (let i = 0; i < 6; i++) {
        await page.mouse.click(300, 60 + i * 38);
        await page.waitForTimeout(220);
      }
    });
  }
} finally {
  await browser.close();
  await server.close();
}
