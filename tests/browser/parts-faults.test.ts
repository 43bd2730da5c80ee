import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { IN_FIREFOX } from "./browsers.js";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";
import { savedFile } from "./saved-file.js";
import { serve } from "./server.js";

const { fresh } = withBrowser();
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A page that is told by the server alone what it gets. */
async function served(): Promise<Leaklens> {
  return await fresh({ offline: false, clipboard: true });
}

/** The browser reports what did not come; that is what these tests break. */
function expectReports(app: Leaklens): void {
  app.errors.length = 0;
}

describe("a part of the page that does not come", () => {
  it("is missed by nothing else, where it is the style sheet", async () => {
    const app = await served();
    await app.page.route("**/*.css", (route) => route.abort());
    await app.visit();
    await app.page.setInputFiles("#file-input", STORM[3]!);
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    expectReports(app);
  });

  it("is named, where it is a script that is loaded later, and loading again helps", async () => {
    const app = await served();
    await app.page.route("**/assets/Opened-*.js", (route) => route.abort());
    await app.visit();
    await app.page.setInputFiles("#file-input", STORM[3]!);
    await expect.poll(() => app.text(".room-failed")).toMatch(/could not be shown.*Reload/);
    await app.page.unroute("**/assets/Opened-*.js");
    await app.page.getByRole("button", { name: "Reload" }).click();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    expectReports(app);
  });

  it("is named, where it is one file of an incident, and the others open", async () => {
    const app = await served();
    let cut = "";
    await app.page.route(/samples\//, async (route) => {
      const name = new URL(route.request().url()).pathname.split("/").at(-1)!;
      if (!/storm/.test(name) || (cut !== "" && name !== cut)) return await route.continue();
      cut = name;
      return await route.fulfill({ status: 404 });
    });
    await app.visit();
    await app.page.locator(".incident", { hasText: "LIST storm" }).click();
    await expect.poll(() => app.text(".set-kind")).toContain("6 snapshots");
    await expect.poll(() => app.text(".problem")).toMatch(/storm.*the server answered 404/);
    expectReports(app);
  });

  it("is told, where a page is to be saved, and pressing again saves it", async () => {
    const app = await served();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.route("**/whole/*", (route) => route.abort());
    await app.page.keyboard.press("s");
    const card = app.page.locator(".way-card", { hasText: "Save .html" });
    const save = card.getByRole("button", { name: "Save .html" });
    await save.click();
    await expect.poll(() => card.innerText()).toMatch(/did not come: the server of this page/);
    await app.page.unroute("**/whole/*");
    const { name, text } = await savedFile(app, () => save.click());
    expect(name).toMatch(/03-storm.*\.html$/);
    expect(text).toContain("leaklens-embedded");
    expectReports(app);
  });
});

describe("an answer that breaks off", () => {
  it("is told with a way to try again, which opens the file", async () => {
    const bytes = readFileSync(STORM[3]!);
    let asked = 0;
    const { address, server } = await serve((_, response) => {
      response.writeHead(200, {
        "access-control-allow-origin": "*",
        "content-length": bytes.length,
      });
      if (asked++ > 0) response.end(bytes);
      else response.write(bytes.subarray(0, 5000), () => response.destroy());
    });
    closing.push(() => server.close());
    const app = await served();
    app.origins.add(new URL(address).origin);
    await app.page.goto(`${app.address}#v=1&url=${encodeURIComponent(`${address}heap.pb.gz`)}`);
    await app.page.getByRole("button", { name: /Fetch from/ }).click();
    await app.page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    expectReports(app);
  });
});

describe("copying", () => {
  // Only Chromium lets a test look at the clipboard.
  it.skipIf(IN_FIREFOX)(
    "inside a dialog copies where there is no clipboard interface",
    async () => {
      const app = await served();
      await app.page.addInitScript(() => {
        const { clipboard } = navigator;
        Object.assign(window, { look: () => clipboard.readText() });
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
      await app.visit();
      await app.open(STORM[3]!);
      await app.page.keyboard.press("s");
      const copy = app.page.locator("[role=dialog]").getByRole("button", { name: "Copy link" });
      await copy.first().click();
      const look = () =>
        app.page.evaluate(() => (window as unknown as { look: () => Promise<string> }).look());
      await expect.poll(look).toBe(app.page.url());
    },
  );

  it("that is never answered leaves the button as it was, and the page goes on", async () => {
    const app = await served();
    await app.page.addInitScript(() => {
      const clipboard = {
        writeText: () => {
          Object.assign(window, { copies: 1 });
          return new Promise(() => {});
        },
      };
      Object.defineProperty(navigator, "clipboard", { value: clipboard });
    });
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.keyboard.press("s");
    const copy = app.page.locator("[role=dialog]").getByRole("button", { name: "Copy link" });
    await copy.first().click();
    await app.page.waitForFunction(() => "copies" in window);
    await app.settled();
    expect(await copy.first().innerText()).toBe("Copy link");
    expect(await copy.first().isEnabled()).toBe(true);
    expect(await app.text("[role=dialog]")).not.toMatch(/copied|failed/i);
    await app.page.keyboard.press("Escape");
    await app.page.keyboard.press("i");
    await app.settled();
    await expect.poll(() => app.page.url()).toMatch(/inv/);
  });

  it("that is refused says so, and leaves the self-contained link to be selected", async () => {
    const app = await served();
    await app.page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.keyboard.press("s");
    const card = app.page.locator(".way-card", { hasText: "Self-contained link" });
    const link = () => card.getByLabel("The link", { exact: true }).inputValue();
    await expect.poll(link).toMatch(/#v=1&.*d=/);
    await card.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => card.innerText()).toMatch(/copy failed/);
  });
});

describe("more files than are opened together", () => {
  it("are counted to the last, those that are opened twice are there once", async () => {
    const app = await served();
    await app.visit();
    const base64 = readFileSync(STORM[3]!).toString("base64");
    await app.page.evaluate((text) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const left = Array.from({ length: 1300 }, (_, i) => ({
        isFile: true,
        name: `heap-${i}.pb.gz`,
        file: (found: (file: File) => void, failed: (error: Error) => void) =>
          i < 2 ? found(new File([bytes], `heap-${i}.pb.gz`)) : failed(new Error("gone")),
      }));
      DataTransferItem.prototype.webkitGetAsEntry = () =>
        ({
          isFile: false,
          name: "recordings",
          createReader: () => ({
            readEntries: (listed: (some: unknown[]) => void) => listed(left.splice(0, 100)),
          }),
        }) as never;
      const data = new DataTransfer();
      data.items.add(new File([bytes], "heap.pb.gz"));
      document.body.dispatchEvent(
        new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    }, base64);
    await expect.poll(() => app.text(".problems")).toContain("300 files");
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
  });
});
