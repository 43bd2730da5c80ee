import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fixture, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const LISTS = fixture("modern/apiserver-1.31-configmaps/03-json-lists.pb.gz");
const WELL = fixture("modern/apiserver-1.37-configmaps/00-baseline.pb.gz");
const issues = ".known-issues";

describe("known issues in the panel", () => {
  it("are told of a file, with how to tell and the source, and of one path", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(LISTS);
    await app.page.waitForSelector(issues);
    const text = () => app.page.innerText(issues);
    await expect.poll(text).toContain("matches a known issue of kube-apiserver");
    await expect.poll(text).toContain("How to tell: ");
    await expect.poll(text).toContain("Until 1.33.0; this is 1.31.");
    const source = await app.page.getAttribute(`${issues} a`, "href");
    expect(source).toBe("https://github.com/kubernetes/kubernetes/issues/129304");
    await app.page.focus(".flamegraph");
    for (let i = 0; i < 6; i++) await app.page.keyboard.press("ArrowDown");
    await app.settled();
    await app.page.waitForSelector(`.panel-body dl ~ ${issues}`);
  });

  it("are not told where all is well", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(WELL);
    await app.settled();
    await expect.poll(() => app.page.locator(issues).count()).toBe(0);
  });
});

describe("the page's own script", () => {
  /** The scripts of the page that is served which have a text in them, each name once. */
  function scriptsWith(text: string): string[] {
    const assets = new URL("../../dist/assets/", import.meta.url);
    const found = readdirSync(assets)
      .filter((name) => name.endsWith(".js"))
      .filter((name) => readFileSync(new URL(name, assets), "utf8").includes(text))
      .map((name) => name.replace(/-[\w-]{8}\.js$/, ""));
    return [...new Set(found)].sort();
  }

  it("has none of the issues, and neither has the worker's: they come with a profile", () => {
    // What is said of them in Chinese is loaded where that is spoken.
    expect(scriptsWith("apiserver-list-json-whole-buffer")).toEqual(["known-issues", "of-issues"]);
  });

  it("has no table of releases: it comes with a profile that has code of Kubernetes", () => {
    expect(scriptsWith("# k8s.io/apiserver ")).toEqual(["release-table"]);
  });
});
