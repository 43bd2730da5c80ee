import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** The sizes people have; 512 x 350 is a laptop of 1024 x 700 at 200%. */
const SIZES = [
  [390, 844],
  [844, 390],
  [512, 350],
  [1440, 900],
  [2560, 1440],
] as const;
const COLUMNS = 24;
const ROWS = 16;
/** Mean distance of a cell's colour, of 255: fonts of another machine stay below it. */
const MEAN = 7;
/** A cell that is further off than this looks different, */
const FAR = 48;
/** and of those there may be so many. */
const MOST_FAR = 0.05;

/**
 * A screenshot as a grid of mean colours: rows of red, green, blue a cell. It tells a missing
 * panel, a wrong theme or a graph that is not there, and does not tell fonts.
 */
async function gridOf(page: Page): Promise<number[][]> {
  const png = (await page.screenshot()).toString("base64");
  const scratch = await page.context().newPage();
  const grid = await scratch.evaluate(
    async ({ png, columns, rows }) => {
      const bytes = Uint8Array.from(atob(png), (c) => c.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      const sums = Array.from({ length: rows }, () => new Array<number>(columns * 4).fill(0));
      for (let y = 0; y < picture.height; y++) {
        const row = sums[Math.floor((y * rows) / picture.height)]!;
        for (let x = 0; x < picture.width; x++) {
          const cell = Math.floor((x * columns) / picture.width) * 4;
          const at = (y * picture.width + x) * 4;
          for (let c = 0; c < 3; c++) row[cell + c]! += data[at + c]!;
          row[cell + 3]!++;
        }
      }
      return sums.map((row) =>
        Array.from({ length: columns * 3 }, (_, i) => {
          const cell = Math.floor(i / 3) * 4;
          return Math.round(row[cell + (i % 3)]! / row[cell + 3]!);
        }),
      );
    },
    { png, columns: COLUMNS, rows: ROWS },
  );
  await scratch.close();
  return grid;
}

function apart(a: readonly number[][], b: readonly number[][]): { mean: number; far: number } {
  let sum = 0;
  let far = 0;
  a.forEach((row, r) => {
    for (let cell = 0; cell < COLUMNS; cell++) {
      const of = [0, 1, 2].map((c) => Math.abs(row[cell * 3 + c]! - b[r]![cell * 3 + c]!));
      sum += (of[0]! + of[1]! + of[2]!) / 3;
      if (Math.max(...of) > FAR) far++;
    }
  });
  const cells = COLUMNS * ROWS;
  return { mean: sum / cells, far: far / cells };
}

/** Compares with the grid that is kept; `UPDATE_SCREENS=1` keeps what is seen now. */
async function compare(page: Page, name: string): Promise<void> {
  const file = fileURLToPath(new URL(`screens/${name}.json`, import.meta.url));
  const seen = await gridOf(page);
  if (process.env["UPDATE_SCREENS"] || !existsSync(file)) {
    expect(process.env["UPDATE_SCREENS"], `${name} is kept`).toBeTruthy();
    writeFileSync(file, `[\n${seen.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
    return;
  }
  const { mean, far } = apart(seen, JSON.parse(readFileSync(file, "utf8")) as number[][]);
  expect(mean, `${name}: mean distance`).toBeLessThan(MEAN);
  expect(far, `${name}: cells that look different`).toBeLessThan(MOST_FAR);
}

describe.each([false, true])("as it looked before, dark: %s", (dark) => {
  const theme = dark ? "dark" : "light";

  it("the start page and the page with a comparison, at each size", async () => {
    const app = await fresh({ dark });
    await app.visit();
    const each = async (name: string) => {
      for (const [width, height] of SIZES) {
        await app.page.setViewportSize({ width, height });
        await app.page.mouse.move(0, 0);
        await app.settled();
        await app.page.evaluate(() => scrollTo(0, 0));
        await compare(app.page, `${name}-${width}x${height}-${theme}`);
      }
    };
    await each("start");
    await app.open(STORM[1]!, STORM[3]!);
    await each("opened");
  }, 150_000);
});

it("the comparison tells a theme, a size and a missing graph", async () => {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(fileURLToPath(new URL(`screens/${name}.json`, import.meta.url)), "utf8"),
    ) as number[][];
  const names = ["opened-1440x900-light", "opened-1440x900-dark", "start-1440x900-light"];
  names.push("opened-390x844-light");
  for (const one of names) {
    for (const other of names) {
      if (one === other) continue;
      const { mean, far } = apart(read(one), read(other));
      expect(mean > MEAN || far > MOST_FAR, `${one} and ${other}`).toBe(true);
    }
  }
});
