import { describe, expect, it } from "vitest";
import { type Leaklens, MASTERS, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** What is there in a moment; a machine with much to do needs longer. */
const soon = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 15_000 });

/** A task that people have, how it is done with a pointer and with keys alone, and how many clicks it may take. */
interface Task {
  readonly name: string;
  readonly most: number;
  readonly mouse: (app: Leaklens) => Promise<void>;
  readonly keys: (app: Leaklens) => Promise<void>;
  readonly seen: (app: Leaklens) => Promise<void>;
}

/** Presses Tab until what has the focus is as asked. */
async function tabTo(app: Leaklens, wanted: RegExp, most = 120): Promise<void> {
  for (let i = 0; i < most; i++) {
    const at = await app.page.evaluate(() => {
      const e = document.activeElement as HTMLElement | null;
      if (!e || e === document.body) return "";
      return `${e?.getAttribute("role") ?? ""} ${e?.getAttribute("aria-label") ?? ""} ${e?.innerText ?? ""}`;
    });
    if (wanted.test(at)) return;
    await app.page.keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${wanted}`);
}

const finding = (app: Leaklens) => soon(() => app.text(".finding"));
const search = async (app: Leaklens, name: string) => {
  await app.page.keyboard.press("/");
  await app.page.keyboard.type(name);
  await app.page.keyboard.press("Enter");
  await app.settled();
};
/** To a tab of the page by the arrows of its list. */
const toTab = async (app: Leaklens, name: string) => {
  await tabTo(app, /^tab /);
  for (let i = 0; i < 8; i++) {
    const tab = app.page.getByRole("tab", { name });
    if ((await tab.getAttribute("aria-selected")) === "true") break;
    await app.page.keyboard.press("ArrowRight");
    await app.settled();
  }
};

/** One after the other on the same page, each from where the one before ended. */
const TASKS: readonly Task[] = [
  {
    name: "see what a built-in incident is about",
    most: 1,
    mouse: (app) => app.page.locator(".incident", { hasText: "LIST storm" }).click(),
    keys: async (app) => {
      await tabTo(app, /LIST storm/);
      await app.page.keyboard.press("Enter");
    },
    seen: (app) => finding(app).toMatch(/ConfigMaps .*JSON/),
  },
  {
    name: "see where a kind is held",
    most: 1,
    mouse: (app) => app.page.locator(".finding a", { hasText: "ConfigMaps" }).first().click(),
    keys: async (app) => {
      await tabTo(app, /^\s*ConfigMaps/);
      await app.page.keyboard.press("Enter");
    },
    seen: (app) => soon(() => app.text(".lit-walk")).toMatch(/paths?/),
  },
  {
    name: "walk to the heaviest path of it",
    most: 1,
    mouse: (app) => app.page.getByTitle("Next path (n)").click(),
    keys: (app) => app.page.keyboard.press("n"),
    seen: (app) => soon(() => app.text(".lit-walk")).toContain("path 1 of"),
  },
  {
    name: "read the figures of a function",
    most: 0,
    mouse: (app) => search(app, "appendListItem"),
    keys: (app) => search(app, "appendListItem"),
    seen: (app) => soon(() => app.text(".panel-name")).toContain("appendListItem"),
  },
  {
    name: "see who calls it",
    most: 1,
    mouse: (app) => app.page.getByRole("tab", { name: "Callers" }).click(),
    keys: (app) => toTab(app, "Callers"),
    seen: (app) => soon(() => app.text(".callers-self h2")).toContain("appendListItem"),
  },
  {
    name: "compare with another snapshot",
    most: 1,
    mouse: async (app) => {
      const box = (await app.page.locator(".strip svg").boundingBox())!;
      const points = app.page.locator(".strip-point circle");
      const from = (await points.nth(1).boundingBox())!;
      const to = (await points.nth(2).boundingBox())!;
      await app.page.mouse.move(from.x + 4, box.y + 60);
      await app.page.mouse.down();
      await app.page.mouse.move(to.x + 4, box.y + 60, { steps: 4 });
      await app.page.mouse.up();
    },
    keys: async (app) => {
      await tabTo(app, /Snapshot shown/);
      await app.page.keyboard.press("ArrowLeft");
    },
    seen: (app) => soon(() => app.page.url()).toMatch(/base=\d/),
  },
  {
    name: "see which kinds are held at which stage",
    most: 1,
    mouse: (app) => app.page.getByRole("tab", { name: "Kubernetes" }).click(),
    keys: (app) => toTab(app, "Kubernetes"),
    seen: (app) => soon(() => app.text(".kubernetes")).toMatch(/JSON answer/i),
  },
  {
    name: "know what to do",
    most: 1,
    mouse: (app) => app.page.getByRole("button", { name: "What to do" }).click(),
    keys: async (app) => {
      await tabTo(app, /What to do/);
      await app.page.keyboard.press("Enter");
    },
    seen: (app) => soon(() => app.text("#what-to-do")).toMatch(/LIST/),
  },
  {
    name: "hand it on as a link",
    most: 2,
    mouse: async (app) => {
      await app.page.getByRole("button", { name: "Share" }).click();
      await app.page.getByRole("button", { name: "Copy link" }).click();
    },
    keys: async (app) => {
      await app.page.keyboard.press("s");
      await app.page.waitForSelector("[role=dialog]");
      await tabTo(app, /Copy link/);
      await app.page.keyboard.press("Enter");
    },
    seen: (app) =>
      expect
        .poll(() => app.page.evaluate(() => navigator.clipboard.readText()))
        .toBe(app.page.url()),
  },
];

describe("nine tasks", () => {
  it.each(["mouse", "keys"] as const)(
    "are done in few clicks: %s",
    async (by) => {
      const app = await fresh({ clipboard: true });
      await app.page.addInitScript(() => {
        const counter = window as unknown as { clicks: number };
        counter.clicks = 0;
        // A press of Enter on a button makes a click too, but of no pointer.
        window.addEventListener("pointerdown", () => counter.clicks++, true);
      });
      await app.visit();
      const clicks = () =>
        app.page.evaluate(() => (window as unknown as { clicks: number }).clicks);
      for (const task of TASKS) {
        const before = await clicks();
        await task[by](app);
        await task.seen(app);
        await app.settled();
        const made = (await clicks()) - before;
        expect(made, `clicks to ${task.name}`).toBeLessThanOrEqual(by === "mouse" ? task.most : 0);
      }
      expect(TASKS.length).toBe(9);
    },
    120_000,
  );

  it("name the hot one of five masters without any click", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...MASTERS);
    await finding(app).toMatch(/master-3 .*times the median/);
    await app.page.keyboard.press("c");
    await soon(() => app.text(".legend")).toMatch(/More or less than the median/);
    expect(await app.text(".legend")).not.toMatch(/since the base|growth/i);
  });

  it("turn growth off with a reason where nothing is compared", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[1]!, STORM[3]!);
    await app.page.keyboard.press("c");
    await soon(() => app.text(".legend")).toMatch(/Growth since the base/);
    await app.page.evaluate(() => {
      location.hash += "&sum=1";
    });
    await soon(() => app.text(".legend")).toMatch(/by kind: the sum of all files has no/);
    const growth = app.page.getByRole("radio", { name: "Growth" });
    expect(await growth.isDisabled()).toBe(true);
    expect(await growth.getAttribute("title")).toMatch(/sum of all files/);
  });
});
