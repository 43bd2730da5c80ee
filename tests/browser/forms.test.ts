import { readFileSync } from "node:fs";
import type { Download } from "playwright-core";
import { describe, expect, it } from "vitest";
import { finish } from "../../src/lib/steps.js";
import { readProfiles } from "../../src/profile/formats/read-profile.js";
import { valuesOf } from "../../src/profile/profile.js";
import { FORM_TOTALS } from "../form-totals.js";
import { fixture, type Leaklens, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** The page opens all profiles of a file and shows the first of different types. */
const FIRST: Readonly<Record<string, number>> = {
  "others/sampled.speedscope.json": 600,
  "others/hand.otlp.json": 4,
};
const FORMS = FORM_TOTALS.map(
  ([file, , , total]) => [file, (FIRST[file] ?? total).toLocaleString("en-US")] as const,
);

/** Drops a file, or pastes its text, on the page; what is packed is pasted as base64. */
async function give(app: Leaklens, how: "drop" | "paste", file: string): Promise<void> {
  const base64 = readFileSync(fixture(file)).toString("base64");
  await app.page.evaluate(
    ([way, name, data]) => {
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      const options = { bubbles: true, cancelable: true };
      if (way === "paste") {
        const isPacked = /\.(?:gz|zst)$/.test(name);
        transfer.setData("text/plain", isPacked ? data : new TextDecoder().decode(bytes));
        const event = new ClipboardEvent("paste", { ...options, clipboardData: transfer });
        document.body.dispatchEvent(event);
        return;
      }
      transfer.items.add(new File([bytes], name));
      document.body.dispatchEvent(new DragEvent("drop", { ...options, dataTransfer: transfer }));
    },
    [how, file.split("/").at(-1)!, base64] as const,
  );
}

/** Goes back to the start page, without loading it again. */
async function restart(app: Leaklens): Promise<void> {
  await app.page.locator(".brand").click();
  await app.page.waitForSelector(".start");
}

describe("each form in which a heap is handed on", () => {
  it.each(["drop", "paste"] as const)("is read with the total of pprof: %s", async (how) => {
    const app = await fresh();
    await app.visit();
    for (const [file, total] of FORMS) {
      await give(app, how, file);
      await expect
        .poll(() => app.page.locator(".foot").innerText(), {
          message: `${how} ${file}`,
          timeout: 15_000,
          interval: 30,
        })
        .toMatch(new RegExp(`(?:^|[^\\d,])${total}(?![\\d,])`));
      await restart(app);
    }
  });

  it("compares what a file has before and after, and two pasted tables", async () => {
    const app = await fresh();
    await app.visit();
    await give(app, "drop", "others/difffolded.folded");
    await expect.poll(() => app.text(".header")).toMatch(/base.*#before/);
    await expect.poll(() => app.text(".panel .figure")).toMatch(/\+50/);
    await restart(app);
    await give(app, "paste", "tables/top-later.txt");
    await app.page.waitForSelector(".opened");
    await app.settled();
    await give(app, "paste", "tables/top.txt");
    await expect.poll(() => app.page.innerText("main")).toMatch(/the total shrank by 593 MiB/);
    await app.settled();
    expect(await app.page.innerText("main")).toMatch(/ConfigMaps shrank by about 591 MiB/);
  });
});

describe("labels and filters", () => {
  it("labels are shown, grouped and filtered; a pattern is typed for any filter", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(fixture("cases/labels_size.pb.gz"));
    const label = app.page.getByRole("region", { name: "label bytes" });
    await label.waitFor();
    expect(await label.innerText()).toMatch(/512kB\s+1\.50 MiB\s+96\.7%/);
    const pod = app.page.getByRole("region", { name: "label pod" });
    await pod.getByRole("button", { name: "group" }).click();
    await expect.poll(() => app.page.url()).toContain("tagroot");
    await app.settled();
    await app.page.locator(".tabs").getByText("Table", { exact: true }).click();
    await expect.poll(() => app.page.innerText("main")).toMatch(/\nkube-apiserver-0\s+0 B/);
    await app.page.locator(".tabs").getByText("Graph", { exact: true }).click();
    await pod.getByRole("button", { name: "kube-apiserver-0", exact: true }).click();
    await expect.poll(() => app.foot()).toMatch(/999 B shown/);

    await app.page.goBack();
    await expect.poll(() => app.foot()).not.toMatch(/shown/);
    await app.page.getByRole("button", { name: "+ filter" }).click();
    await app.page.getByLabel("Filter", { exact: true }).selectOption("tagfocus");
    const pattern = app.page.getByLabel("Pattern");
    await pattern.fill("bytes=(");
    expect(await app.page.getByRole("alert").innerText()).toMatch(/missing closing|regular/);
    expect(await app.page.getByRole("button", { name: "add", exact: true }).isDisabled()).toBe(
      true,
    );
    await pattern.fill("bytes=1kb:5kb");
    await pattern.press("Enter");
    await expect.poll(() => app.foot()).toMatch(/8\.00 KiB shown/);
  });

  it("frames may be functions, files or lines, and files are searched", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(fixture("leaking-operator/05.pb.gz"));
    await app.page.fill("#search", "iter_str.go");
    await expect.poll(() => app.text("#search-found")).toMatch(/match.*4\d\.\d%/);
    await app.page.fill("#search", "");
    const frames = app.page.getByLabel("frames");
    for (const [granularity, name] of [
      ["files", /iter_str\.go\s+\S*json-iterator\/go\//],
      ["lines", /iter_str\.go:41/],
    ] as const) {
      await frames.selectOption(granularity);
      await app.settled();
      await app.page.locator(".tabs").getByText("Table", { exact: true }).click();
      await expect.poll(() => app.page.innerText("main")).toMatch(name);
      await app.page.locator(".tabs").getByText("Graph", { exact: true }).click();
      expect(await app.foot()).toContain("371,870,532 bytes");
    }
  });
});

it("names of C++ and Rust are as long as is asked for", async () => {
  const app = await fresh();
  await app.visit();
  await app.open(fixture("cases/mangled.pb.gz"));
  for (const [names, shown] of [
    ["templates", /std::vector<int, std::allocator<int> >::push_back\s/],
    ["full", /std::vector<int, std::allocator<int> >::push_back\(int const&\)/],
    ["none", /_ZNSt6vectorIiSaIiEE9push_backERKi/],
    ["name", /std::vector::push_back/],
  ] as const) {
    await app.page.locator("select").and(app.page.getByLabel("names")).selectOption(names);
    await app.settled();
    await app.page.locator(".tabs").getByText("Table", { exact: true }).click();
    await expect.poll(() => app.page.innerText("main"), { message: names }).toMatch(shown);
    await app.page.locator(".tabs").getByText("Graph", { exact: true }).click();
  }
});

it("what is written as speedscope and as OpenTelemetry is read again with the same total", async () => {
  const app = await fresh();
  await app.visit();
  await app.open(fixture("leaking-operator/01.pb.gz"));
  await app.page.keyboard.press("s");
  const save = async (name: string): Promise<Download> => {
    const [download] = await Promise.all([
      app.page.waitForEvent("download"),
      app.page.locator(".exports").getByRole("button", { name, exact: true }).click(),
    ]);
    return download;
  };
  for (const [name, extension] of [
    ["speedscope", /\.speedscope\.json$/],
    ["OpenTelemetry", /\.otlp$/],
  ] as const) {
    const download = await save(name);
    expect(download.suggestedFilename()).toMatch(extension);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const { profile } = finish(readProfiles(bytes)).at(-1)!;
    const type = profile.sampleTypes.length - 1;
    expect(valuesOf(profile, type).reduce((a, b) => a + b, 0)).toBe(203032870);
  }
});
