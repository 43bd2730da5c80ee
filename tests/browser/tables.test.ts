import { describe, expect, it } from "vitest";
import { type Leaklens, MASTERS, OPERATOR, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** What is there in a moment; a machine with much to do needs longer. */
const SOON = { timeout: 15_000 };
const tab = (name: string) => `[role=tab]:has-text("${name}")`;

describe("the table", () => {
  it("is pprof's: the largest flat first, with shares", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.click(tab("Table"));
    await app.settled();
    const rows = app.page.locator(".table-row");
    await expect.poll(() => rows.nth(0).innerText()).toMatch(/bytes\.growSlice/);
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/\(\*ConfigMap\)\.Unmarshal/);
    await expect
      .poll(() => rows.nth(0).locator(".cell").nth(1).getAttribute("title"))
      .toBe("946,006,275 bytes");
  });

  it("draws only the rows in sight, filters, sorts, and selects in the graph", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.click(tab("Table"));
    await app.settled();
    await expect.poll(() => app.page.locator(".table-row").count()).toBeLessThan(80);
    await app.page.fill(".table-tools .field", "configmap");
    await app.settled();
    await expect.poll(() => app.text(".table-tools")).toMatch(/^\d+ of \d+ functions Columns/);
    await app.page.locator(".table-row").first().click();
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toMatch(/ConfigMap/);
    const first = await app.text(".panel-name");
    await app.page.focus(".table");
    await app.page.keyboard.press("ArrowDown");
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).not.toBe(first);
    await app.page.fill(".table-tools .field", "no such function");
    await app.settled();
    await expect.poll(() => app.text(".table")).toMatch(/No function's name contains/);
    await app.page.fill(".table-tools .field", "");
    await app.page
      .getByRole("columnheader", { name: /^cum ?$/ })
      .getByRole("button")
      .click();
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("sort=-cum");
  });

  it("compares: before, after, delta, z", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.click(tab("Table"));
    await app.settled();
    await expect
      .poll(() => app.text(".table-head"))
      .toMatch(/flat before flat after Δ flat.*Δ cum Δ% z survival/);
    await expect
      .poll(() => app.text(".table-row >> nth=0"))
      .toMatch(/bytes\.growSlice 8\.59 MiB 902 MiB \+894 MiB/);
  });
});

describe("callers and callees", () => {
  it("are those of the selected function, and lead on", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.fill("#search", "unmarshalToObject");
    await app.found(/match/);
    await app.page.press("#search", "Enter");
    await app.settled();
    await app.page.getByRole("button", { name: "Callers" }).click();
    await app.settled();
    await expect.poll(() => app.text(".callers")).toMatch(/protobuf\.\(\*Serializer\)\.Decode/);
    await app.page.locator(".tree-go", { hasText: "Serializer).Decode" }).first().click();
    await app.settled();
    await expect.poll(() => app.text(".callers-self h2")).toContain("(*Serializer).Decode");
  });

  it("are trees of several levels, by keyboard too, in which a search opens the way", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.evaluate(() => {
      location.hash += "&tab=callers&callers=k8s.io/apiserver/pkg/storage/etcd3.appendListItem";
    });
    await app.page.waitForSelector(".callers-self");
    await app.settled();
    const callees = app.page.getByRole("treegrid", { name: "Callees" });
    const deepest = () =>
      callees
        .locator("[role=row][aria-level]")
        .evaluateAll((rows) => Math.max(...rows.map((r) => Number(r.getAttribute("aria-level")))));
    await expect.poll(deepest, SOON).toBeGreaterThan(3);
    await callees.focus();
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("ArrowLeft");
    await expect.poll(deepest, SOON).toBe(1);
    await app.page.keyboard.press("*");
    await expect.poll(deepest, SOON).toBeGreaterThan(3);
    const first = callees.locator("[role=row][aria-level='1']").first();
    const bar = await first.locator(".cell-bar").boundingBox();
    expect(bar!.width).toBeGreaterThan(10);
    await app.page.keyboard.press("ArrowLeft");
    await app.page.fill("#search", "ConfigMap).Unmarshal");
    await expect.poll(() => callees.locator("[data-match]").count(), SOON).toBeGreaterThan(0);
    await expect
      .poll(() => app.text(".neighbours >> nth=1 >> h2"), SOON)
      .toMatch(/\d+ rows? found/i);
    await app.page.fill("#search", "");
    await callees.focus();
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("Enter");
    await expect.poll(() => app.text(".callers-self h2"), SOON).not.toContain("appendListItem");
  });
});

describe("kinds and suspects", () => {
  it("has the matrix of kinds and stages; a cell lights its paths", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.click(tab("Kubernetes"));
    await app.settled();
    await expect
      .poll(() => app.text(".matrix"))
      .toMatch(/ConfigMap.*(named.*shaped|shaped.*named)/);
    await app.page.locator(".matrix-cell button").first().click();
    await app.settled();
    await expect.poll(() => app.page.url()).toMatch(/lit=ConfigMap/);
    await expect.poll(() => app.page.url()).toMatch(/stage=json-response/);
  });

  it("names the operator's release history as the first suspect", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...OPERATOR);
    await app.page.click(tab("Suspects"));
    await app.settled();
    const first = () => app.text(".suspect >> nth=0");
    await expect.poll(first).toMatch(/main\.\(\*releaseHistory\)/);
    await expect.poll(first).toMatch(/ConfigMap.*growing.*48\.7 MiB → 169 MiB/);
    await app.page.locator(".suspect .link").first().click();
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toMatch(/releaseHistory/);
  });

  it("takes five masters for a fleet and names master-3", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...MASTERS);
    await expect
      .poll(() => app.text(".finding"))
      .toMatch(/master-3 holds .* 3\.6 times the median/);
    await expect.poll(() => app.text(".set-kind")).toContain("5 processes");
    await app.page.click(tab("Top holders"));
    await app.settled();
    await expect.poll(() => app.text(".suspects")).toMatch(/A single snapshot cannot show growth/);
  });
});

describe("the strip of snapshots", () => {
  it("shows seven snapshots; a press shows one, a drag compares two, keys step", async () => {
    const app = await fresh();
    await app.visit();
    await app.drop(...STORM);
    await expect.poll(() => app.text(".set-kind")).toContain("7 snapshots");
    const circles = app.page.locator(".strip-point circle");
    await expect.poll(() => circles.count()).toBe(7);
    const at = async (i: number) => {
      const box = (await circles.nth(i).boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const from = await at(1);
    const to = await at(3);
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x, to.y, { steps: 4 });
    await app.page.mouse.up();
    await app.settled();
    await expect.poll(() => app.page.url()).toMatch(/shown=3&base=1/);
    await expect.poll(() => app.text(".panel .figure")).toContain("+1.65 GiB");
    await app.page.keyboard.press(",");
    await app.settled();
    await expect.poll(() => app.page.url()).toMatch(/shown=2/);
    const point = await at(6);
    await app.page.mouse.click(point.x, point.y);
    await app.settled();
    await expect.poll(() => app.page.url()).toMatch(/shown=6/);
  });

  it("keeps zoom and selection by path from one snapshot to the next", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...STORM);
    await app.page.focus(".flamegraph");
    for (let i = 0; i < 3; i++) await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("Enter");
    await app.settled();
    const name = await app.text(".panel-name");
    const figure = await app.text(".panel .figure");
    await app.page.keyboard.press(",");
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toBe(name);
    await expect.poll(() => app.text(".panel .figure")).not.toBe(figure);
    await expect.poll(() => app.page.url()).toContain("zoom=");
  });

  it("shows two snapshots side by side with linked hover", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.selectOption('[aria-label="Widths"]', "side");
    await app.settled();
    const graphs = app.page.locator(".flamegraph");
    await expect.poll(() => graphs.count()).toBe(2);
    const box = (await graphs.nth(0).boundingBox())!;
    const marks = () =>
      app.page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLCanvasElement>(".flamegraph-layers canvas:last-child"),
        ].map((c) => c.toDataURL()),
      );
    const before = await marks();
    await app.page.mouse.move(box.x + 60, box.y + 70);
    await app.settled();
    for (const side of [0, 1]) {
      await expect.poll(async () => (await marks())[side]).not.toBe(before[side]);
    }
  });
});

describe("wide tables", () => {
  it("show survival and z of a comparison at 1440 pixels without scrolling", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.click(tab("Table"));
    await app.settled();
    const table = (await app.page.locator(".table").boundingBox())!;
    for (const name of ["z", "survival"]) {
      const head = (await app.page.getByRole("columnheader", { name }).boundingBox())!;
      expect(head.x + head.width).toBeLessThanOrEqual(table.x + table.width);
    }
    await expect.poll(() => app.page.locator(".more-columns").count()).toBe(0);
  });

  it("say on a small screen that there is more to the right, and keep the name in sight", async () => {
    const app = await fresh({ width: 1024, height: 700 });
    await app.visit();
    await app.open(...STORM);
    for (const [name, first] of [
      ["Table", ".table-row .cell.name"],
      ["Kubernetes", ".matrix tbody th"],
    ] as const) {
      await app.page.click(tab(name));
      await app.settled();
      const more = app.page.getByRole("button", { name: "more columns to the right" });
      const before = (await app.page.locator(first).first().boundingBox())!;
      // Scrolling moves: what is out of sight is known a moment after each press.
      const pressed = async () => {
        if ((await more.count()) > 0) await more.click({ timeout: 1000 }).catch(() => {});
        return await app.text(".more-columns");
      };
      await expect.poll(pressed, { timeout: 10_000, interval: 300 }).toMatch(/to the left/);
      expect((await app.page.locator(first).first().boundingBox())!.x).toBe(before.x);
    }
  });

  it("leave out the columns that are not wanted, in the link too", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.click(tab("Table"));
    await app.settled();
    await app.page.getByRole("button", { name: /^Columns/ }).click();
    await app.page.getByRole("menuitemcheckbox", { name: "flat before" }).click();
    await app.page.getByRole("menuitemcheckbox", { name: "z", exact: true }).click();
    await app.page.keyboard.press("Escape");
    await expect.poll(() => app.text(".table-head")).not.toMatch(/flat before|\bz\b/);
    await expect.poll(() => app.page.url()).toContain("hide=before,z");
    await app.page.reload();
    await app.settled();
    await expect.poll(() => app.text(".table-head")).not.toMatch(/flat before/);
    await expect.poll(() => app.text(".table-tools")).toMatch(/Columns \(2 left out\)/);
  });
});

describe("the call tree", () => {
  it("is opened, closed and walked by keys, and selects what the panel shows", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.click(tab("Call tree"));
    await app.settled();
    const rows = app.page.locator(".tree [role=row]");
    const count = await rows.count();
    await expect.poll(() => app.text(".tree")).toMatch(/HTTP filters and routing · 42 frames/);
    await app.page.focus(".tree");
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) {
      await app.page.keyboard.press(key);
    }
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toMatch(/transformResponseObject/);
    await app.page.keyboard.press("ArrowRight");
    await app.settled();
    await expect.poll(() => rows.count()).toBeGreaterThan(count);
    await app.page.keyboard.press("ArrowLeft");
    await app.settled();
    await expect.poll(() => rows.count()).toBe(count);
    await app.page.keyboard.press("Enter");
    await app.settled();
    await expect.poll(() => app.text(".trail")).toMatch(/transformResponseObject$/);
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/transformResponseObject/);
  });

  it("opens the way to what is searched for", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.click(tab("Call tree"));
    await app.page.fill("#search", "growSlice");
    await app.found(/match/);
    await app.page.press("#search", "Enter");
    await app.settled();
    const found = app.page.locator(".tree-row[data-match][data-on]");
    await expect.poll(() => found.innerText()).toMatch(/bytes\.growSlice/);
    await expect.poll(() => found.getAttribute("aria-level")).toBe("13");
  });

  it("stands beside the graph on a wide screen, with one selection for both", async () => {
    const app = await fresh({ width: 2560, height: 1440 });
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.click(tab("Call tree"));
    await app.settled();
    const tree = (await app.page.locator(".tree").boundingBox())!;
    const graph = (await app.page.locator(".flamegraph").boundingBox())!;
    expect(graph.x).toBeGreaterThanOrEqual(tree.x + tree.width);
    await app.page.mouse.click(graph.x + graph.width * 0.7, graph.y + 19 * 4.5);
    await app.settled();
    await expect.poll(() => app.text(".tree-row[data-on]")).toMatch(/\(\*Store\)\.List/);
  });
});

describe("the call tree by lines and by files", () => {
  /** Totals and names of the first rows: leaf first, the calls below all are what pprof calls flat. */
  async function flat(app: Leaklens, granularity: string): Promise<string[]> {
    await app.page.getByLabel("frames").selectOption(granularity);
    await app.settled();
    const rows = app.page.locator('.tree-row[aria-level="2"]');
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ")).slice(0, 2);
  }

  it("has a row for each line of a function, and for each file, with pprof's figures", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(OPERATOR[5]!);
    await app.page.getByLabel("fold plumbing").uncheck();
    await app.page.click('[role=tab]:has-text("Call tree")');
    await app.page.getByRole("button", { name: "Invert" }).click();
    await app.settled();
    // go tool pprof -top -lines, and -files: 176.05MB, 169.41MB; 176.55MB, 169.41MB.
    const lines = await flat(app, "lines");
    expect(lines[0]).toMatch(
      /^176 MiB 49\.6% .*go\.\(\*Iterator\)\.readStringSlowPath iter_str\.go:41/,
    );
    expect(lines[1]).toMatch(/^169 MiB 47\.8% .*main\.\(\*releaseHistory\)\.render main\.go:36/);
    const files = await flat(app, "files");
    expect(files[0]).toMatch(/^177 MiB 49\.8% .*iter_str\.go .*json-iterator\/go\//);
    expect(files[1]).toMatch(/^169 MiB 47\.8% .*main\.go .*cmd\/leaky\//);
    const functions = await flat(app, "functions");
    expect(functions[1]).toMatch(/^169 MiB 47\.8% .*main\.\(\*releaseHistory\)\.render$/);
  });
});
