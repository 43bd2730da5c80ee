// Breaks what the built page stands on: npm run faults [-- --firefox] [-- --short]
// It waits as long as the page itself does; --short is the form that `npm test` has.
// Build the page first (npm run build).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findFirefox } from "./firefox.js";

const options = new Set(process.argv.slice(2));
const inFirefox = options.delete("--firefox");
const short = options.delete("--short");
if (options.size > 0) {
  console.error(`unknown: ${[...options].join(" ")}; there are --firefox and --short`);
  process.exit(2);
}
if (inFirefox && !findFirefox()) {
  console.error("No Firefox found (Debian: sudo apt-get install firefox-esr); or set FIREFOX.");
  process.exit(2);
}

const { status } = spawnSync(
  join("node_modules", ".bin", "vitest"),
  ["run", "--project=browser", "faults"],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      LEAKLENS_FAULTS: short ? "short" : "long",
      LEAKLENS_BROWSER: inFirefox ? "firefox" : "chromium",
    },
  },
);
process.exit(status ?? 1);
