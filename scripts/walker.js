// A walk through the page at random: what is done, and the laws that hold after each step.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** A step has so long (milliseconds) to settle. */
const SETTLE_MS = 10_000;

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Values of each field of a view: usual ones, odd ones, and ones that nothing has. */
const FIELDS = [
  ["shown=0", "shown=1", "shown=2", "shown=9"],
  ["base=0", "base=1", "base=2", "base=median", "base=7"],
  ["sum=1"],
  ["set=fleet", "set=series", "set=unrelated", "set=none"],
  ["type=alloc_space", "type=inuse_objects", "type=alloc_objects", "type=cpu", "type=nonsense"],
  ["inverted=1"],
  ["joined=0"],
  ["folded=0"],
  ["unfolded=2kq3,1a2b3c"],
  ["widths=delta", "widths=before", "widths=after"],
  ["normalize=1"],
  ["colour=growth", "colour=survival", "colour=package"],
  ["lit=ConfigMap", "lit=unknown", "lit=other", "lit=Nothing"],
  ["stage=json-response", "stage=watch-cache", "stage=nothing"],
  ["tab=table", "tab=callers&callers=bytes.growSlice", "tab=callers", "tab=kubernetes"],
  ["tab=suspects", "tab=tree"],
  ["as=flame"],
  ["side=1"],
  ["zoom=2kq3", "at=1a2b3c"],
  ["part=0.25,0.5,40", "part=0.9,0.0001"],
  ["callers=runtime.main"],
  ["search=ConfigMap", "search=/List.*func1/", "search=/(/", "search=zzz"],
  ["t=focus:ListResource", "t=ignore:%5Eruntime", "t=hide:json", "t=show:etcd3", "t=focus:(("],
  ["t=merge-recursion", "t=collapse:encoding/json", "t=drop-kind:ConfigMap", "t=ignore:."],
  ["sort=-cum", "sort=name", "sort=delta", "filter=bytes", "hide=cum"],
  ["limit=4GiB", "limit=lots", "watermark=120"],
];
const KEYS =
  "f i c d x , . n N / ? s t 1 2 3 4 Home Enter Escape ArrowDown ArrowRight ArrowUp ArrowLeft + - Tab"
    .split(" ")
    .concat(" ");

/** The profiles below folders, by their bytes. */
export function walkFiles(folders, most = 2_000_000) {
  const found = [];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.pb\.gz$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      if (bytes.length > most) continue;
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (found.some((f) => f.hash === hash)) continue;
      found.push({ hash, size: bytes.length, name: entry.name, path });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files of one folder in their order, of several folders, or none at all. */
function randomFiles(files, random) {
  const at = Math.floor(random() * files.length);
  const count = random() < 0.04 ? 0 : 1 + Math.floor(random() ** 2 * 5);
  if (random() < 0.75) {
    const folder = files[at].path.slice(0, -basename(files[at].path).length);
    const together = files.filter((f) => f.path.startsWith(folder));
    return together.slice(0, 8).slice(-count || together.length);
  }
  return Array.from({ length: count }, () => files[Math.floor(random() * files.length)]);
}

function randomLink(files, random) {
  const parts = ["v=1"];
  for (const f of randomFiles(files, random)) {
    parts.push(`f=${f.hash}:${f.size}:${encodeURIComponent(f.name)}`);
  }
  const often = random() < 0.3 ? 0.4 : 0.15;
  for (const values of FIELDS) {
    if (random() < often) parts.push(values[Math.floor(random() * values.length)]);
  }
  return parts.join("&");
}

/** Waits until nothing is busy, twice: a question may be answered by another question. */
async function settled(page) {
  const still = () => document.querySelector("main")?.getAttribute("aria-busy") === "false";
  for (let i = 0; i < 2; i++) {
    await page.waitForFunction(still, undefined, { timeout: SETTLE_MS });
    await painted(page);
  }
}

/** Waits until what was done is drawn: by then it has asked what it asks. */
async function painted(page) {
  const drawn = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
  // Back may lead to the page before a reload, which takes this one away meanwhile.
  await page.evaluate(drawn).catch(() => page.waitForSelector("main"));
}

/** Does something at random. @returns what, in words */
async function act(page, files, random) {
  const what = random();
  if (what < 0.45) {
    const link = randomLink(files, random);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    return "a link";
  }
  if (what < 0.72) {
    const key = KEYS[Math.floor(random() * KEYS.length)];
    await page.keyboard.press(key === " " ? "Space" : key);
    return `key ${key}`;
  }
  if (what < 0.88) return await press(page, random());
  if (what < 0.93) {
    await page.evaluate(() => history.back());
    return "back";
  }
  if (what < 0.96) {
    await page.evaluate(() => history.forward());
    return "forward";
  }
  if (what < 0.975) {
    await page.reload();
    return "reload";
  }
  const x = 20 + random() * 900;
  const y = 150 + random() * 500;
  const at = `the pointer at ${Math.round(x)}, ${Math.round(y)}`;
  if (random() < 0.3) {
    await page.mouse.wheel(0, random() * 600 - 300);
    return at;
  }
  await page.mouse.move(x, y);
  await painted(page);
  const tip = await page.evaluate(tooltipTotal);
  await page.mouse.click(x, y);
  if (tip === undefined) return at;
  await painted(page);
  await settled(page);
  const panel = await page.evaluate(panelFigure);
  if (panel !== undefined && panel !== tip.total) {
    throw new Error(`the tooltip of ${tip.title} says ${tip.total}, the panel ${panel}`);
  }
  return at;
}

/** What the tooltip says of one box: nothing where it stands for several, or for another side. */
function tooltipTotal() {
  const tip = document.querySelector(".flamegraph-tip[data-shown=true]");
  const rows = [...(tip?.querySelectorAll("dt") ?? [])];
  const total = rows.filter((row) => /^(total|after)$/.test(row.textContent ?? ""));
  const title = tip?.querySelector(".flamegraph-tip-title")?.textContent ?? "";
  if (total.length !== 1 || /before/.test(location.hash)) return undefined;
  return { title, total: total[0].nextElementSibling?.textContent?.trim() };
}

/** The panel's figure of the one path that is selected. */
function panelFigure() {
  return document.querySelector(".panel .panel-name ~ .figure .large")?.textContent?.trim();
}

/** Presses a button, a row or a chip; nothing that saves a file, asks for one or leaves the page. */
async function press(page, share) {
  const said = await page.evaluate((at) => {
    const never =
      /save|choose|open files|copy|delete|reload|fetch|^\+$|pprof|folded|CSV|JSON|Markdown|PNG|SVG|cancel/i;
    const all = [...document.querySelectorAll("button, [role=tab], [role=row], summary")].filter(
      (e) => {
        const text = `${e.getAttribute("aria-label") ?? ""} ${e.textContent}`.trim();
        return e.getClientRects().length > 0 && !e.disabled && !never.test(text);
      },
    );
    const one = all[Math.floor(at * all.length)];
    one?.click();
    return (one?.getAttribute("aria-label") ?? one?.textContent ?? "").slice(0, 60);
  }, share);
  return `press ${said}`;
}

/** What is wrong with what is seen, in the page itself: laws of shares, sums and agreement. */
function lawsBroken() {
  const broken = [];
  const text = (selector) => document.querySelector(selector)?.innerText ?? "";
  if (/page failed|could not be shown/.test(document.body.innerText)) broken.push("page failed");
  if ((document.querySelector("#root")?.textContent ?? "").length < 200) broken.push("blank page");
  if (/\b(NaN|Infinity|undefined|\[object)\b/.test(document.body.innerText)) {
    broken.push(
      `no figure: ${/.{0,30}\b(NaN|Infinity|undefined|\[object).{0,20}/.exec(document.body.innerText)?.[0]}`,
    );
  }
  // Shares of what is shown are between -100% and 100%. A text node holds one figure or sentence.
  // A change against before may be any number of times what was there.
  const heads = [...document.querySelectorAll(".table-head [role=columnheader]")];
  const changes = heads.findIndex((head) => /^Δ%/.test(head.textContent ?? ""));
  const isChange = (node) => {
    const cell = node.parentElement?.closest("[role=cell]");
    return changes >= 0 && cell && [...cell.parentElement.children].indexOf(cell) === changes;
  };
  for (const selector of [".finding", ".chips", ".panel", ".foot", ".tab-body"]) {
    for (const part of document.querySelectorAll(selector)) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        if (isChange(texts.currentNode)) continue;
        const said = texts.currentNode.data;
        for (const [share] of said.matchAll(/[-+]?\d[\d,]*(?:\.\d+)?%/g)) {
          const value = Number(share.replace(/[,%]/g, ""));
          if (Math.abs(value) > 100.05) broken.push(`${selector} says ${said.slice(0, 120)}`);
        }
      }
    }
  }
  // Chips are parts of one whole.
  const chips = [...document.querySelectorAll(".chip")].map((chip) => chip.textContent ?? "");
  const shares = chips.map((c) => Number(/([-+]?[\d.]+)%/.exec(c)?.[1] ?? 0));
  const sum = shares.reduce((a, b) => a + b, 0);
  if (Math.abs(sum) > 101) broken.push(`the chips add up to ${sum.toFixed(1)}%`);
  // The finding's first kind has the share that its chip has.
  const held = /^([A-Z]\w+) hold ([\d.]+)% of the live heap/.exec(text(".finding").trim());
  if (held && !document.querySelector(".chips-note")) {
    const [, words, share] = held;
    const chip = chips.find((c) => {
      const name = c.trim().split(" ")[0];
      return [`${name}s`, `${name}es`, `${name.replace(/y$/, "ie")}s`, name].includes(words);
    });
    const own = /([-+]?[\d.]+)%/.exec(chip ?? "")?.[1];
    if (own !== undefined && own !== share) broken.push(`finding ${share}%, chip ${own}%`);
  }
  // The panel and the graph say the same of the selected frame.
  const items = [...document.querySelectorAll(".flamegraph-item[aria-selected=true]")];
  const large = document.querySelector(".panel .figure .large")?.textContent?.trim();
  if (items.length === 1 && large) {
    const item = items[0].textContent ?? "";
    if (!item.includes(large) && !item.startsWith("all")) {
      broken.push(`panel ${large}, graph ${item.slice(0, 160)}`);
    }
  }
  // The panel of a function and its row of the table say the same.
  const row = document.querySelector(".tab-body [role=row][data-on]");
  const paths = document.querySelector(".panel .lit-walk span:last-of-type")?.textContent ?? "";
  const figure = /over all of them ([-+]?[\d,.]+(?: [A-Za-z]+)?)/.exec(paths)?.[1] ?? large;
  const cells = [...(row?.querySelectorAll(".cell:not(.name)") ?? [])].map(
    (cell) => /[-+]?[\d,.]+(?: [A-Za-z]+)?/.exec(cell.textContent ?? "")?.[0],
  );
  const comparable = document.querySelector(".panel-name") && !/[&]hide=/.test(location.hash);
  if (cells.length > 0 && figure && comparable && !cells.includes(figure)) {
    broken.push(`panel ${figure}, table ${cells}`);
  }
  return broken;
}

/** Walks a page at random. */
export async function walk(page, address, files, { seed, steps, onFailure, onStep }) {
  const random = randomOf(seed);
  const failures = [];
  const times = [];
  let slowest = 0;
  let slowestLink = "";
  let heard = [];
  const origin = new URL(address).origin;
  const hear = (text) => heard.push(text);
  page.on("console", (m) => m.type() === "error" && hear(`console: ${m.text()}`));
  page.on("pageerror", (e) => hear(`exception: ${e.stack ?? e}`));
  page.on("request", (r) => {
    if (!r.url().startsWith(origin) && !/^(blob|data):/.test(r.url())) hear(`asked ${r.url()}`);
  });
  await page.goto(address);
  for (const file of files) {
    await page.setInputFiles("#file-input", file.path);
    await painted(page);
    await settled(page).catch(() => hear(`opening ${file.name} does not settle`));
    await page.evaluate(() => {
      location.hash = "";
    });
    await painted(page);
    await settled(page).catch(() => hear(`closing ${file.name} does not settle`));
  }
  for (let step = 1; step <= steps; step++) {
    const began = performance.now();
    let did = "";
    try {
      did = await act(page, files, random);
      await painted(page);
      await settled(page);
    } catch (error) {
      hear(/Timeout/.test(String(error)) ? "busy for ten seconds" : String(error));
    }
    const took = performance.now() - began;
    times.push(took);
    const link = page.url().split("#")[1] ?? "";
    if (took > slowest) {
      slowest = took;
      slowestLink = link;
    }
    const what = [...new Set([...heard, ...(await page.evaluate(lawsBroken))])];
    if (what.length > 0) {
      const failure = { step, seed, did, link, what };
      failures.push(failure);
      onFailure?.(failure);
      await page.goto(address);
      await page.reload();
      await painted(page);
      await settled(page).catch(() => {});
      heard = [];
    }
    onStep?.(step);
  }
  times.sort((a, b) => a - b);
  return { steps, failures, median: times[times.length >> 1] ?? 0, slowest, slowestLink };
}
