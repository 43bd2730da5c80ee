// Frames of the graph while it is zoomed and panned: script of each, and how evenly they come.
import { median, quantile } from "../alternate.js";
import { give, withBrowser } from "../browser.js";
import { large, small } from "../files.js";
import { milliseconds, times } from "../printed.js";

const AIM = "p95 < 8 ms";

export async function paint({ samples, tell }) {
  const groups = await withBrowser(async (open) => [
    await ofFile(open, small, "03-storm", tell),
    await ofFile(open, large(samples), "the large profile", tell),
  ]);
  return groups ?? [];
}

async function ofFile(open, path, title, tell) {
  tell(`paint: ${title}`);
  const { page, close } = await open("page/");
  const bound = await open("bounds/paint.html");
  try {
    await give(page, [path]);
    const box = await page.locator(".flamegraph").boundingBox();
    const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
    await page.mouse.move(...at(0.4, 0.3));
    const frame = await recordedFrame(page);
    const replayed = () =>
      bound.page.evaluate(
        ({ calls, width, height }) => window.replay(calls, width, height, 60),
        frame,
      );
    const rows = [];
    for (const [name, act, before] of gestures(page, at)) {
      await before?.();
      const bare = await replayed();
      const { frames, intervals } = await watched(page, act);
      rows.push({
        name: `${name}: script a frame (${frames.length})`,
        first: `p50 ${milliseconds(quantile(frames, 0.5))}`,
        median: `p95 ${milliseconds(quantile(frames, 0.95))}`,
        least: `max ${milliseconds(Math.max(...frames))}`,
        aim: AIM,
        compared: [
          {
            name: `the same ${frame.calls.length} calls alone`,
            value: `p95 ${milliseconds(quantile(bare, 0.95))}`,
            ratio: times(quantile(frames, 0.5) / median(bare)),
          },
        ],
      });
      rows.push({
        name: `${name}: from frame to frame`,
        first: `p50 ${milliseconds(quantile(intervals, 0.5))}`,
        median: `p95 ${milliseconds(quantile(intervals, 0.95))}`,
        least: `max ${milliseconds(Math.max(...intervals))}`,
      });
    }
    return {
      title: `paint: ${title} at ${box.width} × ${box.height} (p50, p95 and largest in place of first, median and least)`,
      rows,
    };
  } finally {
    await close();
    await bound.close();
  }
}

/** What is done to the graph; each step waits for a frame, so that each is drawn. */
function gestures(page, at) {
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  const zoom = async (notches) => {
    await page.keyboard.down("Control");
    for (let i = 0; i < Math.abs(notches); i++) {
      await page.mouse.wheel(0, notches > 0 ? -40 : 40);
      await frame();
    }
    await page.keyboard.up("Control");
  };
  return [
    [
      "zoom",
      async () => {
        await zoom(50);
        await zoom(-50);
      },
    ],
    [
      "pan",
      async () => {
        await page.mouse.down();
        for (let i = 0; i < 100; i++) {
          await page.mouse.move(...at(0.4 + 0.3 * Math.sin(i / 8), 0.4 + 0.1 * Math.sin(i / 5)));
          await frame();
        }
        await page.mouse.up();
      },
      () => zoom(12),
    ],
    [
      "hover",
      async () => {
        for (let i = 0; i < 100; i++) {
          await page.mouse.move(...at(0.02 + i * 0.009, 0.05 + (i % 40) * 0.02));
          await frame();
        }
      },
    ],
  ];
}

async function watched(page, act) {
  await page.evaluate(() => window.bench.watchFrames());
  await act();
  return page.evaluate(() => {
    window.bench.unwatchFrames();
    const { frames, intervals } = window.bench;
    return { frames, intervals };
  });
}

/** The calls by which one frame of the whole graph is drawn, and the size of its canvas. */
function recordedFrame(page) {
  return page.evaluate(async () => {
    const { prototype } = CanvasRenderingContext2D;
    const names = ["fillRect", "fillText", "beginPath", "rect", "roundRect", "fill", "stroke"];
    const plain = Object.fromEntries(names.map((name) => [name, prototype[name]]));
    const canvas = document.querySelector(".flamegraph-layers canvas");
    const calls = [];
    for (const name of names) {
      prototype[name] = function (...args) {
        const fill = typeof this.fillStyle === "string" ? this.fillStyle : "#888888";
        if (this.canvas.closest(".flamegraph")) calls.push({ name, args, fill });
        return plain[name].apply(this, args);
      };
    }
    // A step of zoom and back again: the whole graph is drawn anew.
    const host = document.querySelector(".flamegraph");
    const { left, width, top } = host.getBoundingClientRect();
    for (const deltaY of [-20, 20]) {
      calls.length = 0;
      host.dispatchEvent(
        new WheelEvent("wheel", {
          deltaY,
          ctrlKey: true,
          clientX: left + width / 2,
          clientY: top + 50,
          cancelable: true,
        }),
      );
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    Object.assign(prototype, plain);
    return { calls: [...calls], width: canvas.width, height: canvas.height };
  });
}
