// Finds the system's Chromium, or installs Debian's package where this runs as root.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A switch for Chromium: a new window does not begin with the page of the list below its address
 * bar, which costs 100 ms of processor time while the page that is wanted loads. Of two switches of
 * this name the last counts, so what Playwright switches off stands here too.
 */
export const LEANER_WINDOWS = `--disable-features=${[
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
]}`;

/** Path of a Chromium on this machine, undefined where there is none. */
export function findChromium() {
  return PLACES.find((path) => path && existsSync(path));
}

/** As findChromium; installs it first where it is missing and that is possible. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No Chromium found: installing Debian's package.");
    spawnSync("apt-get", ["update", "-q"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    "The browser tests need Chromium: install it (Debian: sudo apt-get install chromium) or set CHROMIUM to its path.",
  );
  return undefined;
}
