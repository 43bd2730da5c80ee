import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Served } from "../../src/cli/server/static-server.js";
import { IN_FIREFOX, startBrowser, startPage } from "./browsers.js";
import { servePage } from "./server.js";

/** A file of tests/fixtures. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

export const STORM = [
  "00-baseline",
  "01-created",
  "02-storm",
  "03-storm",
  "04-storm",
  "05-storm-gc",
  "06-quiet-gc",
].map((n) => fixture(`configmap-list-storm/${n}.pb.gz`));
export const MASTERS = [1, 2, 3, 4, 5].map((n) => fixture(`five-masters/master-${n}.heap.pb.gz`));
export const OPERATOR = [0, 1, 2, 3, 4, 5].map((n) => fixture(`leaking-operator/0${n}.pb.gz`));

/** The page in a browser of its own profile, and what must not happen in it. */
export class Leaklens {
  readonly errors: string[] = [];
  readonly strangers: string[] = [];
  /** where requests may go; a test with servers of its own adds theirs */
  readonly origins = new Set<string>();

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    public address: string,
  ) {
    this.watch(page);
  }

  private watch(page: Page): void {
    this.origins.add(new URL(this.address).origin);
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.errors.push(message.text());
      }
    });
    page.on("pageerror", (error) => this.errors.push(String(error)));
    this.context.on("request", (request) => {
      const url = request.url();
      const isOwn = this.origins.has(new URL(url).origin);
      if (!isOwn && !url.startsWith("blob:") && !url.startsWith("data:")) {
        this.strangers.push(url);
      }
    });
  }

  /** Opens the page, with a fragment or without. */
  async visit(fragment = ""): Promise<void> {
    await this.page.goto(`${this.address}${fragment ? `#${fragment}` : ""}`);
    await this.settled();
  }

  /** Follows a fragment in the page that is open, as a link on it does. */
  async follow(fragment: string): Promise<void> {
    await this.page.evaluate((hash) => {
      if (location.hash === `#${hash}`) return undefined;
      const followed = new Promise((done) => {
        addEventListener("hashchange", done, { once: true });
      });
      location.hash = hash;
      return followed.then(() => {});
    }, fragment);
    await this.settled();
  }

  /** Waits until all that the view shows is painted. */
  async settled(page = this.page): Promise<void> {
    await page.waitForSelector("main");
    // Twice: a question may be answered by another question.
    for (let i = 0; i < 2; i++) {
      await page.waitForFunction(
        () => document.querySelector("main")?.getAttribute("aria-busy") !== "true",
      );
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
  }

  /** Opens files by the page's file input. */
  async open(...paths: string[]): Promise<void> {
    await this.page.setInputFiles("#file-input", paths);
    await this.opened();
  }

  /** Opens bytes under a name by the file input. */
  async openBytes(name: string, bytes: Uint8Array): Promise<void> {
    await this.page.setInputFiles("#file-input", {
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(bytes),
    });
    await this.opened();
  }

  private async opened(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelector(".opened, .problem, .missing") !== null,
    );
    await this.settled();
  }

  /** Drops files on the window by real drag events. */
  async drop(...paths: string[]): Promise<void> {
    const files = paths.map((path) => ({
      name: path.split("/").at(-1)!,
      base64: readFileSync(path).toString("base64"),
    }));
    const transfer = await this.page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, files);
    for (const type of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent("body", type, { dataTransfer: transfer });
    }
    await this.opened();
  }

  /** What the line at the bottom says. */
  foot(): Promise<string> {
    return this.page.innerText(".foot");
  }

  /** Pixels of the graph's canvas, as a data address: equal pictures are equal texts. */
  pixels(page = this.page): Promise<string> {
    return page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".flamegraph-layers canvas");
      return canvas?.toDataURL() ?? "";
    });
  }

  /** The same once nothing moves on it any more: two looks in a row see the same. */
  async still(page = this.page): Promise<string> {
    for (let before = ""; ; ) {
      const seen = await this.pixels(page);
      if (seen !== "" && seen === before) return seen;
      before = seen;
      await page.waitForTimeout(100);
    }
  }

  /** Waits until a search has answered, and says that what it found is of this form. */
  async found(words: RegExp): Promise<void> {
    await this.page.locator("#search-found").filter({ hasText: words }).waitFor();
    await this.settled();
  }

  async text(selector: string): Promise<string> {
    return (await this.page.innerText(selector)).replace(/\s+/g, " ").trim();
  }
}

/** Run in a page before its scripts: what it asks for is answered by the server alone. */
function withoutServiceWorker(): void {
  // Not there on about:blank, which a page shows first.
  if (!("ServiceWorkerContainer" in window)) return;
  const never = () => new Promise(() => {});
  Object.defineProperty(ServiceWorkerContainer.prototype, "register", { value: never });
}

let browser: Browser;
let server: Served;
const open: Leaklens[] = [];

/** Starts a browser and a server for the tests of this file, and checks what holds after each. */
export function withBrowser(): {
  fresh: (options?: {
    width?: number;
    height?: number;
    dark?: boolean;
    reducedMotion?: boolean;
    clipboard?: boolean;
    /** the browser's language */
    locale?: string;
    /** whether a service worker may answer for the page; it does unless this is false */
    offline?: boolean;
  }) => Promise<Leaklens>;
  server: () => Served;
} {
  beforeAll(async () => {
    server = await servePage();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    for (const leaklens of open.splice(0)) {
      await leaklens.context.close();
      expect(leaklens.errors, "errors in the console").toEqual([]);
      expect(leaklens.strangers, "requests that left the origin").toEqual([]);
    }
  });
  return {
    fresh: async (options = {}) => {
      const { context, page } = await startPage(browser, {
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        colorScheme: options.dark ? "dark" : "light",
        ...(options.locale ? { locale: options.locale } : {}),
        reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
        ...(options.clipboard && !IN_FIREFOX
          ? { permissions: ["clipboard-read", "clipboard-write"] }
          : {}),
      });
      if (options.offline === false) await context.addInitScript(withoutServiceWorker);
      const leaklens = new Leaklens(page, context, server.address);
      open.push(leaklens);
      return leaklens;
    },
    server: () => server,
  };
}
