// Breaks what the built page stands on, and waits as long as the page itself does: npm run faults
// Build the page first (npm run build). `npm test` has the short form of it.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const { status } = spawnSync(
  join("node_modules", ".bin", "vitest"),
  ["run", "--project=browser", "faults"],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, LEAKLENS_FAULTS: "long" },
  },
);
process.exit(status ?? 1);
