// From the moment a file is given to the page until its graph is painted, and until all is there.
import { basename } from "node:path";
import { alternate, least, median, ratio } from "../alternate.js";
import { between, give, withBrowser } from "../browser.js";
import { large, small } from "../files.js";
import { milliseconds, times } from "../printed.js";

/** Parts of the way: name, mark it begins with, mark it ends with. */
const PARTS = [
  ["  read, moved to the worker", "given", "ask open"],
  ["  hashed, unpacked, decoded", "ask open", "answer open"],
  ["    of it decoded", "decoding", "answer open"],
  ["  kept, view made", "answer open", "ask picture"],
  ["  worked out (join to picture)", "ask picture", "answer picture"],
  ["  painted", "answer picture", "painted"],
];
/** What is aimed at for a large file. */
const AIM = "< 800 ms";

export async function page({ samples, rounds, tell }) {
  const groups = await withBrowser(async (open) => {
    const made = [];
    for (const path of [small, large(samples)]) {
      made.push(await ofFile(open, path, Math.max(rounds, 5), path === small ? "" : AIM, tell));
    }
    return made;
  });
  return groups ?? [];
}

async function ofFile(open, path, rounds, aim, tell) {
  const took = await alternate(
    { ours: () => once(open, "page/", path), bound: () => once(open, "bounds/open.html", path) },
    rounds,
    (what) => tell(`page, ${basename(path)}: ${what}`),
  );
  const row = (name, key, extra = {}) => ({
    name,
    first: milliseconds(took[`ours.${key}`]?.[0]),
    median: milliseconds(median(took[`ours.${key}`] ?? [])),
    least: milliseconds(least(took[`ours.${key}`] ?? [])),
    ...extra,
  });
  const bound = took["bound.painted"];
  const comparedTo = (key) => [
    {
      name: "a worker that only unpacks",
      value: milliseconds(median(bound)),
      ratio: times(ratio(took[`ours.${key}`], bound)),
    },
  ];
  return {
    title: `page: ${path === small ? "03-storm" : "the large profile"}, a fresh page each time (Chromium, ${rounds} rounds)`,
    rows: [
      ...(took["ours.look"]?.[0] > 0
        ? [row("file given to first look painted", "look", { aim, compared: comparedTo("look") })]
        : []),
      row("file given to graph painted", "painted", { compared: comparedTo("painted"), aim }),
      ...PARTS.filter(([name]) => took[`ours.${name}`]?.[0] > 0).map(([name]) => row(name, name)),
      row("file given to all answers shown", "settled"),
    ],
  };
}

async function once(open, address, path) {
  const { page, close } = await open(address);
  try {
    await page.waitForTimeout(300);
    const marks = await give(page, path);
    const took = {
      look: between(marks, "given", "first look"),
      painted: between(marks, "given", "painted"),
      settled: between(marks, "given", "settled", "last"),
    };
    for (const [name, from, to] of PARTS) took[name] = between(marks, from, to);
    return took;
  } finally {
    await close();
  }
}
