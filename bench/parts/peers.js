// The page beside other programs, from the file to the picture, in one run.
import { readFileSync } from "node:fs";
import { alternate, least, median, ratio } from "../alternate.js";
import { between, give, withBrowser } from "../browser.js";
import { large, small } from "../files.js";
import { goPprof, goVersion, speedscope } from "../peers.js";
import { milliseconds, times } from "../printed.js";

const MIDDLE = 36_045;
/** How long a page idles that warms itself. */
const IDLE = 1000;
/** Peers take part in so many rounds of the largest file. */
const ROUNDS_OF_LARGE = 2;
/** How many times faster than the best peer: the first look, and all answers. */
const AIMS = { small: [4, 3], middle: [10, 3], large: [40, 15] };

export async function peers({ samples, rounds, tell }) {
  const groups = await withBrowser(async (open) => [
    await ofFile(open, small, "03-storm", rounds, AIMS.small, rounds, tell),
    await ofFile(
      open,
      large(MIDDLE),
      `${MIDDLE.toLocaleString("en")} samples`,
      rounds,
      AIMS.middle,
      rounds,
      tell,
    ),
    await ofFile(
      open,
      large(samples),
      `${samples.toLocaleString("en")} samples`,
      rounds,
      AIMS.large,
      ROUNDS_OF_LARGE,
      tell,
    ),
  ]);
  return groups ?? [];
}

async function ofFile(open, path, title, rounds, [lookAim, wholeAim], peerRounds, tell) {
  const go = goVersion();
  const version = JSON.parse(
    readFileSync(new URL("../../node_modules/speedscope/package.json", import.meta.url), "utf8"),
  ).version;
  const names = [`speedscope ${version}`, ...(go ? [`go tool pprof -http (${go})`] : [])];
  const took = await alternate(
    {
      idle: () => ours(open, path, IDLE),
      cold: () => ours(open, path, 0),
      [names[0]]: async (round) => (round < peerRounds ? await speedscope(open, path) : undefined),
      ...(go && {
        [names[1]]: async (round) => (round < peerRounds ? await goPprof(open, path) : undefined),
      }),
    },
    rounds,
    (what) => tell(`peers, ${title}: ${what}`),
  );
  const row = (name, key, aim = "") => ({
    name,
    first: milliseconds(took[key]?.[0]),
    median: milliseconds(median(took[key] ?? [])),
    least: milliseconds(least(took[key] ?? [])),
    aim,
    compared: names.map((of) => {
      const theirs = took[of] ?? [];
      return {
        name: of,
        value: theirs.some((ms) => ms > 0)
          ? milliseconds(median(theirs))
          : "nothing in a minute, or a crash",
        ratio: times(ratio(took[key] ?? [], theirs)),
      };
    }),
  });
  return {
    title: `peers: ${title}, file given to painted (Chromium, ${rounds} rounds)`,
    rows: [
      row("first picture, after one idle second", "idle.look", `≤ 1/${lookAim}`),
      row("all answers, after one idle second", "idle.settled", `≤ 1/${wholeAim}`),
      row("first picture, at once", "cold.look"),
      row("all answers, at once", "cold.settled"),
    ],
  };
}

async function ours(open, path, idle) {
  const { page, close } = await open("page/");
  try {
    await page.waitForTimeout(idle);
    const marks = await give(page, path);
    return {
      look: between(marks, "given", "first look") ?? between(marks, "given", "painted"),
      settled: between(marks, "given", "settled", "last"),
    };
  } finally {
    await close();
  }
}
