import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from "playwright-core";
import { findChromium, LEANER_WINDOWS } from "../../scripts/chromium.js";
import { findFirefox, launchFirefox } from "../../scripts/firefox.js";

/** Whether the tests run in Firefox: `npm run faults -- --firefox`. */
export const IN_FIREFOX = process.env.LEAKLENS_BROWSER === "firefox";

/** How many times slower the page's processor is made, to find tests that do not wait. */
const SLOWER = Number(process.env.LEAKLENS_SLOWER ?? 1);

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--font-render-hinting=none",
  LEANER_WINDOWS,
];

/** Starts the browser that the tests run in. */
export async function startBrowser(): Promise<Browser> {
  const path = IN_FIREFOX ? findFirefox() : findChromium();
  if (!path) throw new Error(`no ${IN_FIREFOX ? "Firefox" : "Chromium"}: see README`);
  if (IN_FIREFOX) return await launchFirefox(path);
  return await chromium.launch({ executablePath: path, args: ARGUMENTS });
}

/** A page in a profile of its own. */
export async function startPage(browser: Browser, options: BrowserContextOptions) {
  const context: BrowserContext = await browser.newContext(options);
  const page = await context.newPage();
  if (SLOWER > 1 && !IN_FIREFOX) {
    const debug = await context.newCDPSession(page);
    await debug.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  }
  return { context, page };
}
