// Walks the built page at random and tells what does not hold:
//   npm run walk -- --seed 1 --steps 300 [--files FOLDER]...
// Without --files: all profiles of tests/fixtures. Build the page first (npm run build).
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { ensureChromium, LEANER_WINDOWS } from "./chromium.js";
import { walk, walkFiles } from "./walker.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "300" },
    files: { type: "string", multiple: true, default: [join(root, "tests", "fixtures")] },
    dist: { type: "string", default: join(root, "dist") },
  },
});

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const name = normalize(decodeURIComponent(pathname.slice(1)) || "index.html");
  try {
    if (name.startsWith("..")) throw new Error("outside");
    const body = await readFile(join(values.dist, name));
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", LEANER_WINDOWS],
});
const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
const report = await walk(
  page,
  `http://127.0.0.1:${server.address().port}/`,
  walkFiles(values.files),
  {
    seed: Number(values.seed),
    steps: Number(values.steps),
    onFailure: ({ step, did, link, what }) =>
      console.log(`step ${step} (${did})\n  #${link}\n  ${what.join("\n  ")}`),
    onStep: (step) => {
      if (step % 500 === 0) console.log(`${step} steps`);
    },
  },
);
await browser.close();
server.close();
const { steps, failures, median, slowest, slowestLink } = report;
console.log(
  `${steps} steps, ${failures.length} failures; a step took ${median.toFixed(0)} ms in the middle, ` +
    `${slowest.toFixed(0)} ms at most (#${slowestLink.slice(0, 400)})`,
);
process.exit(failures.length === 0 ? 0 : 1);
