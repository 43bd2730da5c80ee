// How much memory the page takes for the large profile: its process at the most (Linux only), and
// what page and worker hold when all is answered.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { give, withBrowser } from "../browser.js";
import { large } from "../files.js";
import { mebibytes, times } from "../printed.js";

export async function memory({ samples, tell }) {
  const path = large(samples);
  tell("memory");
  const unpacked = gunzipSync(readFileSync(path)).length;
  const bare = await measured("bounds/open.html", (page) => give(page, [path]));
  const idle = await measured("page/", () => {});
  const ours = await measured("page/", (page) => give(page, [path]));
  if (!ours) return [];
  const compared = (key) => [
    {
      name: "the page without a file",
      value: mebibytes(idle[key]),
      ratio: times(ours[key] / idle[key]),
    },
    {
      name: "a worker that only unpacks",
      value: mebibytes(bare[key]),
      ratio: times(ours[key] / bare[key]),
    },
  ];
  return [
    {
      title: `memory: the large profile, ${mebibytes(unpacked)} unpacked`,
      rows: [
        {
          name: "the page's process at the most",
          median: mebibytes(ours.peak),
          compared: compared("peak"),
        },
        {
          name: "held once all is shown",
          median: mebibytes(ours.held),
          compared: compared("held"),
        },
      ].filter((row) => row.median !== ""),
    },
  ];
}

/** A browser of its own for each, since processes are used again. */
function measured(address, act) {
  return withBrowser(async (open, browser) => {
    const { page, close } = await open(address);
    await act(page);
    const held = await page.evaluate(async () =>
      performance.measureUserAgentSpecificMemory
        ? (await performance.measureUserAgentSpecificMemory()).bytes
        : undefined,
    );
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo.filter((p) => p.type === "renderer").map((p) => peakOf(p.id));
    await close();
    return {
      peak: peaks.some((p) => p > 0) ? Math.max(...peaks.filter((p) => p > 0)) : undefined,
      held,
    };
  });
}

/** Most bytes that a process had in memory at once; undefined where the system does not tell. */
function peakOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)[1]) * 1024;
  } catch {
    return undefined;
  }
}
