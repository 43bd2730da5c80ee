// From the navigation to the page until it accepts the first input: files dragged over its window.
import { alternate, least, median, ratio } from "../alternate.js";
import { withBrowser } from "../browser.js";
import { milliseconds, times } from "../printed.js";

/** The empty page alone takes most of a fresh browser context's time. */
const AIM = "< 300 ms";

export async function interactive({ rounds, tell }) {
  const groups = await withBrowser(async (open) => {
    const took = await alternate(
      { ours: () => once(open, "page/"), bound: () => once(open, "bounds/interactive.html") },
      Math.max(rounds, 5),
      (what) => tell(`interactive: ${what}`),
    );
    const row = {
      name: "navigation to a drop accepted",
      first: milliseconds(took.ours[0]),
      median: milliseconds(median(took.ours)),
      least: milliseconds(least(took.ours)),
      aim: AIM,
      compared: [
        {
          name: "a page that does nothing but take it",
          value: milliseconds(median(took.bound)),
          ratio: times(ratio(took.ours, took.bound)),
        },
      ],
    };
    return [{ title: "page: empty, a fresh browser context each time", rows: [row] }];
  });
  return groups ?? [];
}

async function once(open, address) {
  const { page, close } = await open(address, "main", offerFiles);
  try {
    await page.waitForFunction(() => window.acceptedAt !== undefined);
    return await page.evaluate(() => window.acceptedAt);
  } finally {
    await close();
  }
}

/** Runs in the page before its scripts: offers files again and again until the page takes them. */
function offerFiles() {
  const offer = () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "heap.pb.gz"));
    const event = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
    window.dispatchEvent(event);
    if (event.defaultPrevented) window.acceptedAt = performance.now();
    else setTimeout(offer, 2);
  };
  offer();
}
