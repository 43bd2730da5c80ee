import { describe, expect, it } from "vitest";
import { STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const STORM_3 = STORM[3]!;
const graph = ".flamegraph";

describe("the graph", () => {
  it("is an icicle and, by f, a flame: the same picture mirrored", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const icicle = await app.pixels();
    await app.page.keyboard.press("f");
    await app.settled();
    const flame = await app.pixels();
    expect(flame).not.toBe(icicle);
    expect(app.page.url()).toContain("as=flame");
    await app.page.keyboard.press("f");
    await app.settled();
    expect(await app.pixels()).toBe(icicle);
  });

  it("inverts: the function that allocates most comes first", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    await app.page.keyboard.press("i");
    await app.settled();
    await app.page.focus(graph);
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("ArrowDown");
    expect(await app.page.innerText("[role=treeitem]")).toMatch(/bytes\.growSlice/);
  });

  it("is walked, zoomed and left by keys, and back undoes each step", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    await app.page.focus(graph);
    for (let i = 0; i < 4; i++) await app.page.keyboard.press("ArrowDown");
    await app.settled();
    const item = await app.page.innerText("[role=treeitem]");
    expect(item).toMatch(/transformResponseObject|ListResource/);
    const before = await app.pixels();
    await app.page.keyboard.press("Enter");
    await app.settled();
    expect(app.page.url()).toContain("zoom=");
    const zoomed = await app.pixels();
    expect(zoomed).not.toBe(before);
    await app.page.goBack();
    await app.settled();
    expect(app.page.url()).not.toContain("zoom=");
    await app.page.goForward();
    await app.settled();
    expect(await app.pixels()).toBe(zoomed);
    await app.page.keyboard.press("Home");
    await app.settled();
    expect(app.page.url()).not.toContain("zoom=");
  });

  it("says in the panel and in the tooltip what is under the pointer", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const box = (await app.page.locator(graph).boundingBox())!;
    await app.page.mouse.move(box.x + box.width * 0.2, box.y + 19 * 2.5);
    await app.page.waitForSelector(".flamegraph-tip[data-shown=true]");
    expect(await app.text(".flamegraph-tip")).toContain("ListResource");
    await app.page.mouse.click(box.x + box.width * 0.2, box.y + 19 * 2.5);
    await app.page.waitForSelector(".panel-name");
    await app.settled();
    expect(await app.text(".panel-name")).toContain("ListResource");
  });

  it("zooms at the pointer by ctrl and wheel, pans by a drag", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const whole = await app.pixels();
    const box = (await app.page.locator(graph).boundingBox())!;
    await app.page.mouse.move(box.x + box.width * 0.6, box.y + 100);
    await app.page.keyboard.down("Control");
    for (let i = 0; i < 2; i++) await app.page.mouse.wheel(0, -120);
    await app.page.keyboard.up("Control");
    await app.settled();
    const near = await app.pixels();
    expect(near).not.toBe(whole);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + box.width * 0.3, box.y + 100, { steps: 5 });
    await app.page.mouse.up();
    await app.settled();
    expect(await app.pixels()).not.toBe(near);
  });

  it("searches: counts, says the share, dims the rest, walks by n", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const plain = await app.pixels();
    await app.page.keyboard.press("/");
    await app.page.keyboard.type("ConfigMap).Unmarshal");
    await app.page.waitForFunction(() =>
      /\d+ match(es)? · [\d.]+%/.test(document.querySelector("#search-found")?.textContent ?? ""),
    );
    await app.settled();
    expect(await app.text("#search-found")).toMatch(/^\d+ matches · 4[0-9]\.\d%$/);
    expect(await app.pixels()).not.toBe(plain);
    await app.page.keyboard.press("Enter");
    await app.settled();
    expect(await app.text(".panel-name")).toContain("(*ConfigMap).Unmarshal");
    expect(await app.text("#search-found")).toMatch(/^1 of \d+ · 4[0-9]\.\d%$/);
    await app.page.getByRole("button", { name: "Next match" }).click();
    await app.settled();
    expect(await app.text("#search-found")).toMatch(/^2 of \d+ /);
    await app.page.getByRole("button", { name: "Previous match" }).click();
    await app.settled();
    expect(await app.text("#search-found")).toMatch(/^1 of \d+ /);
    await app.page.click('[role=tab]:has-text("Table")');
    await app.settled();
    expect(await app.text(".table-tools")).toMatch(/1 of \d+ functions/);
    await app.page.click('[role=tab]:has-text("Graph")');
    await app.settled();
    await app.page.fill("#search", "/([/");
    await app.page.waitForFunction(() =>
      document.querySelector("#search-found")?.textContent?.includes("not a regular"),
    );
    await app.page.fill("#search", "nowhere to be found");
    await app.page.waitForFunction(() =>
      document.querySelector("#search-found")?.textContent?.includes("nothing in"),
    );
    await app.page.press("#search", "Escape");
    await app.settled();
    expect(app.page.url()).not.toContain("search=");
  });

  it("narrows by transforms that are chips, and gives the whole back", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const whole = await app.pixels();
    await app.page.fill("#search", "appendListItem");
    await app.page.waitForTimeout(250);
    await app.settled();
    await app.page.press("#search", "Enter");
    await app.settled();
    await app.page.fill("#search", "");
    await app.page.waitForTimeout(250);
    await app.settled();
    await app.page.getByRole("button", { name: "Focus" }).click();
    await app.settled();
    expect(await app.text(".transforms")).toMatch(/focus .*appendListItem/);
    expect(await app.foot()).toMatch(/shown/);
    await app.page.locator(".transforms .close").click();
    await app.settled();
    await app.page.keyboard.press("Escape");
    await app.settled();
    expect(await app.pixels()).toBe(whole);
  });

  it("unfolds a run of plumbing and folds it again", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const folded = await app.pixels();
    await app.page.focus(graph);
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("ArrowDown");
    expect(await app.page.innerText("[role=treeitem]")).toMatch(/HTTP filters and routing/);
    await app.page.keyboard.press("Space");
    await app.settled();
    expect(app.page.url()).toContain("unfolded=");
    expect(await app.pixels()).not.toBe(folded);
    await app.page.keyboard.press("Space");
    await app.settled();
    expect(app.page.url()).not.toContain("unfolded=");
    await app.page.getByLabel("fold plumbing").uncheck();
    await app.settled();
    expect(app.page.url()).toContain("folded=0");
  });

  it("lights the paths of ConfigMaps in a comparison, lists them, walks them by n", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM_3);
    const plain = await app.pixels();
    expect(await app.text(".finding")).toMatch(
      /^ConfigMaps grew by .*They hold 9\d\.\d% of the live heap/,
    );
    await app.page.locator(".chip", { hasText: "ConfigMap" }).click();
    await app.settled();
    expect(app.page.url()).toContain("lit=ConfigMap");
    expect(await app.pixels()).not.toBe(plain);
    expect(await app.text(".lit-walk")).toMatch(/\d+ paths/);
    await app.page.keyboard.press("n");
    await app.settled();
    expect(await app.text(".lit-walk")).toMatch(/path 1 of/);
    const first = await app.text(".panel-name");
    await app.page.keyboard.press("n");
    await app.settled();
    expect(await app.text(".panel-name")).not.toBe(first);
    expect(await app.text(".panel")).toMatch(/kind ConfigMap/);
  });

  it("has a menu on a right click, and by its key", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const box = (await app.page.locator(graph).boundingBox())!;
    await app.page.mouse.click(box.x + 80, box.y + 19 * 2.5, { button: "right" });
    await app.page.waitForSelector("[role=menu]");
    expect(await app.text("[role=menu]")).toMatch(/ListResource.*Zoom.*Focus.*Hide/);
    await app.page.getByRole("menuitem", { name: "Hide" }).click();
    await app.settled();
    expect(await app.text(".transforms")).toMatch(/hide .*ListResource/);
    await app.page.focus(graph);
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("Shift+F10");
    await app.page.waitForSelector("[role=menu]");
    await app.page.keyboard.press("Escape");
    await app.page.waitForSelector("[role=menu]", { state: "detached" });
  });
});
