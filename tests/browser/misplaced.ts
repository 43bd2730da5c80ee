import type { Leaklens } from "./leaklens.js";

/** What stands over the edge of the window, or over a neighbour in a row of controls. */
export async function misplaced(app: Leaklens): Promise<string[]> {
  return await app.page.evaluate(() => {
    const said: string[] = [];
    const name = (e: Element) => `${e.tagName.toLowerCase()}.${e.className}`;
    if (document.documentElement.scrollWidth > innerWidth) {
      said.push(`the page is ${document.documentElement.scrollWidth} wide`);
    }
    const rows = document.querySelectorAll(
      ".header, .tabs-row, .tabs, .graph-controls, .transforms, .chips, .finding, .foot, .start-head, .drop-card",
    );
    for (const row of rows) {
      const shown = [...row.children].filter((e) => {
        const { width, height } = e.getBoundingClientRect();
        return width > 1 && height > 1;
      });
      for (const [i, e] of shown.entries()) {
        const a = e.getBoundingClientRect();
        const scrolls = getComputedStyle(row).overflowX === "auto";
        if (!scrolls && (a.left < -1 || a.right > innerWidth + 1)) {
          said.push(`${name(e)} is at ${a.left} to ${a.right}`);
        }
        if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "visible") {
          if (e.clientWidth > 0) said.push(`${name(e)} is narrower than what it holds`);
        }
        for (const other of shown.slice(i + 1)) {
          const b = other.getBoundingClientRect();
          const over =
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          if (over) said.push(`${name(e)} and ${name(other)} overlap`);
        }
      }
    }
    return said;
  });
}
