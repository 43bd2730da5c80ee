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
    const icicle = await app.still();
    await app.page.keyboard.press("f");
    await app.settled();
    await expect.poll(() => app.pixels()).not.toBe(icicle);
    await expect.poll(() => app.page.url()).toContain("as=flame");
    await app.page.keyboard.press("f");
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(icicle);
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
    await expect.poll(() => app.page.innerText("[role=treeitem]")).toMatch(/bytes\.growSlice/);
  });

  it("is walked, zoomed and left by keys, and back undoes each step", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    await app.page.focus(graph);
    for (let i = 0; i < 4; i++) await app.page.keyboard.press("ArrowDown");
    await app.settled();
    await expect
      .poll(() => app.page.innerText("[role=treeitem]"))
      .toMatch(/transformResponseObject|ListResource/);
    const before = await app.still();
    await app.page.keyboard.press("Enter");
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("zoom=");
    await expect.poll(() => app.pixels()).not.toBe(before);
    const zoomed = await app.still();
    await app.page.goBack();
    await app.settled();
    await expect.poll(() => app.page.url()).not.toContain("zoom=");
    await app.page.goForward();
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(zoomed);
    await app.page.keyboard.press("Home");
    await app.settled();
    await expect.poll(() => app.page.url()).not.toContain("zoom=");
  });

  it("says in the panel and in the tooltip what is under the pointer", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const box = (await app.page.locator(graph).boundingBox())!;
    // What is drawn meanwhile hides the tooltip until the pointer moves again.
    let moved = 0;
    const tip = async () => {
      moved = (moved + 1) % 5;
      await app.page.mouse.move(box.x + box.width * 0.2 + moved, box.y + 19 * 2.5);
      const shown = app.page.locator(".flamegraph-tip[data-shown=true]");
      return (await shown.allTextContents()).join();
    };
    await expect.poll(tip).toContain("ListResource");
    await app.page.mouse.click(box.x + box.width * 0.2, box.y + 19 * 2.5);
    await app.page.waitForSelector(".panel-name");
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toContain("ListResource");
  });

  it("says anew what is under a pointer that rests when another picture comes", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const box = (await app.page.locator(graph).boundingBox())!;
    const shown = app.page.locator(".flamegraph-tip[data-shown=true]");
    await app.page.mouse.move(box.x + box.width * 0.2, box.y + 19 * 2.5);
    await expect.poll(() => shown.allTextContents().then((t) => t.join())).toContain("ListRes");
    // By key, so that the pointer stays where it is: the same place is another function now.
    await app.page.keyboard.press("i");
    await app.settled();
    await expect.poll(() => shown.count()).toBe(1);
    expect(await shown.innerText()).not.toContain("ListResource.func1");
  });

  it("zooms at the pointer by ctrl and wheel, pans by a drag", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const whole = await app.still();
    const box = (await app.page.locator(graph).boundingBox())!;
    await app.page.mouse.move(box.x + box.width * 0.6, box.y + 100);
    await app.page.keyboard.down("Control");
    for (let i = 0; i < 2; i++) await app.page.mouse.wheel(0, -120);
    await app.page.keyboard.up("Control");
    await app.settled();
    await expect.poll(() => app.pixels()).not.toBe(whole);
    const near = await app.still();
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + box.width * 0.3, box.y + 100, { steps: 5 });
    await app.page.mouse.up();
    await app.settled();
    await expect.poll(() => app.pixels()).not.toBe(near);
  });

  it("searches: counts, says the share, dims the rest, walks by n", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const plain = await app.still();
    await app.page.keyboard.press("/");
    await app.page.keyboard.type("ConfigMap).Unmarshal");
    await app.page.waitForFunction(() =>
      /\d+ match(es)? · [\d.]+%/.test(document.querySelector("#search-found")?.textContent ?? ""),
    );
    await app.settled();
    await expect.poll(() => app.text("#search-found")).toMatch(/^\d+ matches · 4[0-9]\.\d%$/);
    await expect.poll(() => app.pixels()).not.toBe(plain);
    await app.page.keyboard.press("Enter");
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).toContain("(*ConfigMap).Unmarshal");
    await expect.poll(() => app.text("#search-found")).toMatch(/^1 of \d+ · 4[0-9]\.\d%$/);
    await app.page.getByRole("button", { name: "Next match" }).click();
    await app.settled();
    await expect.poll(() => app.text("#search-found")).toMatch(/^2 of \d+ /);
    await app.page.getByRole("button", { name: "Previous match" }).click();
    await app.settled();
    await expect.poll(() => app.text("#search-found")).toMatch(/^1 of \d+ /);
    await app.page.click('[role=tab]:has-text("Table")');
    await app.settled();
    await expect.poll(() => app.text(".table-tools")).toMatch(/1 of \d+ functions/);
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
    await expect.poll(() => app.page.url()).not.toContain("search=");
  });

  it("narrows by transforms that are chips, and gives the whole back", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const whole = await app.still();
    await app.page.fill("#search", "appendListItem");
    await app.found(/match/);
    await app.page.press("#search", "Enter");
    await app.settled();
    await app.page.fill("#search", "");
    await expect.poll(() => app.page.url()).not.toContain("search=");
    await app.settled();
    await app.page.getByRole("button", { name: "Focus" }).click();
    await app.settled();
    await expect.poll(() => app.text(".transforms")).toMatch(/focus .*appendListItem/);
    await expect.poll(() => app.foot()).toMatch(/shown/);
    await app.page.locator(".transforms .close").click();
    await app.settled();
    await app.page.keyboard.press("Escape");
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(whole);
  });

  it("unfolds a run of plumbing and folds it again", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const folded = await app.still();
    await app.page.focus(graph);
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("ArrowDown");
    await expect
      .poll(() => app.page.innerText("[role=treeitem]"))
      .toMatch(/HTTP filters and routing/);
    await app.page.keyboard.press("Space");
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("unfolded=");
    await expect.poll(() => app.pixels()).not.toBe(folded);
    await app.page.keyboard.press("Space");
    await app.settled();
    await expect.poll(() => app.page.url()).not.toContain("unfolded=");
    await app.page.getByLabel("fold plumbing").uncheck();
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("folded=0");
  });

  it("lights the paths of ConfigMaps in a comparison, lists them, walks them by n", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM_3);
    const plain = await app.still();
    await expect
      .poll(() => app.text(".finding"))
      .toMatch(/^ConfigMaps grew by .*They hold 9\d\.\d% of the live heap/);
    await app.page.locator(".chip", { hasText: "ConfigMap" }).click();
    await app.settled();
    await expect.poll(() => app.page.url()).toContain("lit=ConfigMap");
    await expect.poll(() => app.pixels()).not.toBe(plain);
    await expect.poll(() => app.text(".lit-walk")).toMatch(/\d+ paths/);
    await app.page.keyboard.press("n");
    await app.settled();
    await expect.poll(() => app.text(".lit-walk")).toMatch(/path 1 of/);
    const first = await app.text(".panel-name");
    await app.page.keyboard.press("n");
    await app.settled();
    await expect.poll(() => app.text(".panel-name")).not.toBe(first);
    await expect.poll(() => app.text(".panel")).toMatch(/kind ConfigMap/);
  });

  it("has a menu on a right click, and by its key", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const box = (await app.page.locator(graph).boundingBox())!;
    await app.page.mouse.click(box.x + 80, box.y + 19 * 2.5, { button: "right" });
    await app.page.waitForSelector("[role=menu]");
    await expect.poll(() => app.text("[role=menu]")).toMatch(/ListResource.*Zoom.*Focus.*Hide/);
    await app.page.getByRole("menuitem", { name: "Hide" }).click();
    await app.settled();
    await expect.poll(() => app.text(".transforms")).toMatch(/hide .*ListResource/);
    await app.page.focus(graph);
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("ArrowDown");
    await app.page.keyboard.press("Shift+F10");
    await app.page.waitForSelector("[role=menu]");
    await app.page.keyboard.press("Escape");
    await app.page.waitForSelector("[role=menu]", { state: "detached" });
  });
});
