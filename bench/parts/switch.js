// From the key that goes to the next file of a set until its picture is painted.
import { least, median } from "../alternate.js";
import { give, marked, settled, takeMarks, withBrowser } from "../browser.js";
import { largeSet, storm } from "../files.js";
import { milliseconds, times } from "../printed.js";

/** From the file that is shown first to the first one, then from one end to the other. */
const PASSES = [",", ".", ",", "."];

export async function switching({ samples, tell }) {
  const groups = await withBrowser(async (open) => [
    await ofSet(open, storm, "seven storm files", "< 50 ms", tell),
    await ofSet(open, largeSet(samples), "seven large files", "< 300 ms", tell),
  ]);
  return groups ?? [];
}

async function ofSet(open, paths, title, aim, tell) {
  const ours = await open("page/");
  const bound = await open("bounds/switch.html");
  try {
    tell(`switch: opening ${title}`);
    const opening = await give(ours.page, paths);
    const first = [];
    const again = [];
    const bare = [];
    const against = await ours.page.evaluate(() =>
      location.hash.includes("base=median") ? "the median of all" : "another file",
    );
    const seen = new Set([await shownFile(ours.page)]);
    let bytes = 0;
    const keys = PASSES.flatMap((key) => new Array(paths.length - 1).fill(key));
    for (const [i, key] of keys.entries()) {
      tell(`switch, ${title}: key ${i + 1} of ${keys.length}`);
      const before = await shownFile(ours.page);
      await ours.page.keyboard.press(key);
      const now = await shownFile(ours.page);
      if (now === before) continue;
      await marked(ours.page, "painted");
      await settled(ours.page);
      (seen.has(now) ? again : first).push(stepTime(await takeMarks(ours.page)));
      seen.add(now);
      bytes = await ours.page.evaluate(() => window.bench.bytes);
      bare.push(await bareStep(bound.page, bytes));
    }
    const other = { name: "a worker that writes as much", value: milliseconds(median(bare)) };
    const row = (name, list) => ({
      name,
      first: milliseconds(list[0]),
      median: milliseconds(median(list)),
      least: milliseconds(least(list)),
      aim,
      compared: [{ ...other, ratio: times(median(list) / median(bare)) }],
    });
    return {
      title: `switch: ${title}, compared with ${against}, key to painted; a picture of ${(bytes / 1e6).toFixed(1)} MB`,
      rows: [
        row(`to a file not shown before (${first.length})`, first),
        row(`to a file shown before (${again.length})`, again),
        { name: "opening the set, to painted", first: milliseconds(wholeTime(opening)) },
      ],
    };
  } finally {
    await ours.close();
    await bound.close();
  }
}

/** Presses a key where nothing but as many bytes comes of it. */
async function bareStep(page, bytes) {
  await page.evaluate((n) => {
    window.bytesWanted = n;
  }, bytes);
  await page.keyboard.press(".");
  await marked(page, "painted");
  return stepTime(await takeMarks(page));
}

function stepTime(marks) {
  const key = marks.find((m) => m.name === "key");
  const painted = marks.find((m) => m.name === "painted" && m.at > key.at);
  return painted.at - key.at;
}

function wholeTime(marks) {
  return marks.findLast((m) => m.name === "painted").at - marks.find((m) => m.name === "given").at;
}

/** Which file is shown, by the address. */
function shownFile(page) {
  return page.evaluate(() => /[#&]shown=(\d+)/.exec(location.hash)?.[1] ?? "0");
}
