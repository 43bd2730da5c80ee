import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Builds the terminal program into a folder, laid out as the package is, without the page and
 * without a folder of modules: what it needs is inside.
 */
export function buildCli(folder: string): void {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  execFileSync(
    process.execPath,
    [vite, "build", "--config", "vite.cli.config.ts", "--outDir", join(folder, "build/cli")],
    { cwd: ROOT, stdio: "pipe" },
  );
  mkdirSync(join(folder, "bin"), { recursive: true });
  copyFileSync(join(ROOT, "bin/leaklens.js"), join(folder, "bin/leaklens.js"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
}
