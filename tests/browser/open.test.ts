import { describe, expect, it } from "vitest";
import { fixture, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const STORM_3 = STORM[3]!;

describe("opening profiles", () => {
  it("shows a dropped profile with its exact total", async () => {
    const app = await fresh();
    await app.visit();
    await app.drop(STORM_3);
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    await expect.poll(() => app.foot()).toContain("1.85 GiB inuse_space");
    await expect.poll(() => app.page.title()).toContain("Leaklens");
  });

  it("shows a profile chosen by the file input, and its sample types by key", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    for (const [key, type] of [
      ["1", "alloc_objects"],
      ["2", "alloc_space"],
      ["3", "inuse_objects"],
      ["4", "inuse_space"],
    ] as const) {
      await app.page.keyboard.press(key);
      await app.settled();
      await expect.poll(() => app.foot()).toContain(type);
    }
  });

  it("compares two dropped files, the older one as the base, in whichever order they come", async () => {
    const app = await fresh();
    await app.visit();
    await app.drop(STORM_3, STORM[1]!);
    await expect.poll(() => app.text(".header")).toMatch(/base.*01-created/);
    await expect.poll(() => app.text(".panel .figure")).toContain("+1.65 GiB");
    await app.page.keyboard.press("x");
    await app.settled();
    await expect.poll(() => app.text(".panel .figure")).toContain("−1.65 GiB");
  });

  it("opens each built-in incident by one click", async () => {
    const app = await fresh();
    for (const [title, said] of [
      ["LIST storm", "7 snapshots"],
      ["operator", "6 snapshots"],
      ["masters", "5 processes"],
    ] as const) {
      await app.visit();
      await app.page.locator(".incident", { hasText: title }).click();
      await app.page.waitForSelector(".opened");
      await app.settled();
      await expect.poll(() => app.text(".set-kind")).toContain(said);
      await app.page.locator(".brand").click();
      await app.page.waitForSelector(".start");
    }
  });

  it("opens a profile pasted as base64, and says what is not read", async () => {
    const { readFileSync } = await import("node:fs");
    const app = await fresh();
    await app.visit();
    await app.page.fill("#paste", "Showing nodes accounting for 1MB, 5% of 20MB total\n");
    await app.page.click(".paste-foot .button");
    await app.page.waitForSelector(".problem");
    await expect
      .poll(() => app.text(".problem"))
      .toMatch(/table of go tool pprof.*no row of it can be read/);
    const base64 = readFileSync(fixture("leaking-operator/00.pb.gz")).toString("base64");
    await app.page.fill("#paste", base64);
    await app.page.click(".paste-foot .button");
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.foot()).toContain("inuse_space");
  });
});

describe("what cannot be opened", () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4);

  it("is told in a card each, and what was open stays", async () => {
    const { readFileSync } = await import("node:fs");
    const app = await fresh();
    await app.visit();
    await app.open(STORM_3);
    const whole = new Uint8Array(readFileSync(STORM_3));
    for (const [name, bytes, said] of [
      ["cut.pb.gz", whole.slice(0, 5000), /byte 5000/],
      ["words.txt", new TextEncoder().encode("no profile at all"), /not a pprof profile/],
      ["empty.pb.gz", new Uint8Array(0), /empty/],
      ["picture.png", png, /PNG picture/],
    ] as const) {
      await app.openBytes(name, bytes);
      const card = app.page.locator(".problem", { hasText: name });
      await expect.poll(() => card.innerText(), { message: name }).toMatch(said);
      await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
      await card.getByRole("button").click();
      await expect.poll(() => card.count()).toBe(0);
    }
  });

  it("is told where a folder holds no file, and a folder of profiles is opened", async () => {
    const app = await fresh();
    await app.visit();
    const drop = (entries: "none" | "some") =>
      app.page.evaluate((how) => {
        // A folder can be made by no script: what the browser gives for one is played by the test.
        const folder = (files: File[]) => ({
          isFile: false,
          isDirectory: true,
          name: "profiles",
          createReader: () => {
            const left = [
              files.map((file) => ({
                isFile: true,
                isDirectory: false,
                name: file.name,
                file: (done: (f: File) => void) => done(file),
              })),
            ];
            return { readEntries: (done: (list: unknown[]) => void) => done(left.pop() ?? []) };
          },
        });
        const file = new File([Uint8Array.of(1)], "other.txt");
        const data = new DataTransfer();
        data.items.add(file);
        const item = data.items[0]!;
        Object.defineProperty(Object.getPrototypeOf(item), "webkitGetAsEntry", {
          configurable: true,
          value: () => folder(how === "none" ? [] : [file]),
        });
        for (const type of ["dragenter", "dragover", "drop"]) {
          document.body.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
          );
        }
      }, entries);
    await drop("none");
    await app.page.waitForSelector(".problem");
    await expect.poll(() => app.text(".problem")).toMatch(/no file in it/);
    await drop("some");
    await app.page.locator(".problem", { hasText: "other.txt" }).waitFor();
  });

  it("is told for a profile without samples: it opens and says so", async () => {
    const app = await fresh();
    await app.visit();
    const { emptyProfile } = await import("./profiles.js");
    await app.openBytes("nothing.pb", emptyProfile());
    await expect.poll(() => app.page.innerText("body")).toMatch(/has no inuse_space|no samples/i);
  });

  it("is told for files of different sample types: the odd one stays out", async () => {
    const app = await fresh();
    await app.visit();
    const { cpuProfile } = await import("./profiles.js");
    await app.open(STORM_3);
    await app.openBytes("cpu.pb", cpuProfile());
    await expect.poll(() => app.text(".problem")).toMatch(/cpu.pb.*cannot be compared/);
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
  });
});
