// Takes the README's pictures of the built page: npm run screenshots
// With a folder it takes pictures of all there is to see, to be looked at:
//   node scripts/screenshots.js FOLDER [NAMES]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = process.argv[2] ?? join(root, "docs", "pictures");
mkdirSync(out, { recursive: true });

const { serveFolders } = await import("../build/cli/leaklens.js");
const { address, close } = await serveFolders({ "": join(root, "dist") });

const executablePath = ensureChromium();
if (!executablePath) process.exit(1);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const fixture = (name) => join(root, "tests", "fixtures", name);
const STORM = [
  "00-baseline",
  "01-created",
  "02-storm",
  "03-storm",
  "04-storm",
  "05-storm-gc",
  "06-quiet-gc",
];
const storm = STORM.map((n) => fixture(`configmap-list-storm/${n}.pb.gz`));
const operator = [0, 1, 2, 3, 4, 5].map((n) => fixture(`leaking-operator/0${n}.pb.gz`));
const masters = [1, 2, 3, 4, 5].map((n) => fixture(`five-masters/master-${n}.heap.pb.gz`));

async function settled(page) {
  for (let i = 0; i < 3; i++) {
    await page.waitForFunction(
      () => document.querySelector("main")?.getAttribute("aria-busy") !== "true",
    );
    await page.waitForTimeout(120);
  }
}

/** Opens files, sets the view by its parameters, takes the picture. */
async function shot(name, { files = [], set = "", act, dark = false, width = 1440, height = 900 }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`${name}: ${error}`));
  page.on("console", (m) => m.type() === "error" && console.error(`${name}: ${m.text()}`));
  await page.goto(address);
  await page.waitForSelector("main");
  if (files.length > 0) {
    await page.setInputFiles("#file-input", files);
    await page.waitForSelector(".opened");
    await settled(page);
    if (set) {
      await page.evaluate((text) => {
        const parts = new Map();
        const kept = [];
        for (const part of location.hash.slice(1).split("&")) {
          const key = part.slice(0, part.indexOf("="));
          if (key === "f" || key === "t") kept.push(part);
          else parts.set(key, part);
        }
        for (const part of text.split("&")) parts.set(part.slice(0, part.indexOf("=")), part);
        location.hash = [...kept, ...parts.values()].join("&");
      }, set);
      await page.waitForTimeout(100);
      await settled(page);
    }
  }
  if (act) {
    await act(page);
    await settled(page);
  }
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(out, `${name}.png`) });
  await context.close();
  console.log(name);
}

const select = (name) => async (page) => {
  await page.fill("#search", name);
  await page.waitForTimeout(300);
  await settled(page);
  await page.press("#search", "Enter");
  await settled(page);
  await page.press("#search", "Escape");
  await page.waitForTimeout(300);
};

const releases = ["1.37", "1.31"].map((r) =>
  join(root, "public", "samples", "two-releases", `kube-apiserver-${r}.pb.gz`),
);

const shots = {
  "two-releases": { files: releases },
  "start-light": {},
  "start-dark": { dark: true },
  "storm-light": { files: storm, set: "base=1&shown=3", act: select("(*ConfigMap).Unmarshal") },
  "storm-dark": {
    files: storm,
    set: "base=1&shown=3",
    act: select("(*ConfigMap).Unmarshal"),
    dark: true,
  },
  "storm-small": { files: storm, set: "base=1&shown=3", width: 1024, height: 700 },
  "storm-small-dark": { files: storm, set: "base=1&shown=3", width: 1024, height: 700, dark: true },
  "storm-lit": { files: storm, set: "base=1&shown=3&lit=ConfigMap" },
  "storm-flame": { files: [storm[3]], set: "as=flame" },
  growth: { files: storm, set: "base=1&shown=3&colour=growth" },
  survival: { files: storm, set: "base=1&shown=3&colour=survival" },
  package: { files: [storm[3]], set: "colour=package" },
  "side-by-side": { files: storm, set: "base=1&shown=3&side=1" },
  table: { files: storm, set: "base=1&shown=3&tab=table" },
  kubernetes: { files: storm, set: "base=1&shown=3&tab=kubernetes" },
  suspects: { files: operator, set: "base=0&shown=5&tab=suspects" },
  operator: { files: operator, set: "base=0&shown=5" },
  masters: { files: masters },
  "masters-dark": { files: masters, dark: true },
  callers: { files: [storm[3]], set: "tab=callers&callers=bytes.growSlice" },
  share: {
    files: storm,
    set: "base=1&shown=3",
    act: async (page) => {
      await page.keyboard.press("s");
      await page.waitForTimeout(1500);
    },
  },
  help: { files: [storm[3]], act: (page) => page.keyboard.press("?") },
};
const README =
  /^(two-releases|storm-light|storm-dark|storm-lit|masters|suspects|growth|survival|kubernetes|table|side-by-side)$/;
const wanted = process.argv[3] ? new RegExp(process.argv[3]) : process.argv[2] ? /./ : README;
for (const [name, options] of Object.entries(shots))
  if (wanted.test(name)) await shot(name, options);
await browser.close();
await close();
