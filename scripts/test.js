// Runs everything that must hold: types, lint, unit, golden, property and browser tests.
// Its last line is "N passed, N failed", counted over all of them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./chromium.js";

const bin = (name) => join("node_modules", ".bin", name);
const run = (title, command, args) => {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
};

let passed = 0;
let failed = 0;
const check = (ok) => {
  if (ok) passed++;
  else failed++;
};

const scratch = mkdtempSync(join(tmpdir(), "leaklens-test-"));
/** Runs vitest and adds its own counts; a run that counts nothing is a failure. */
function vitest(title, project, ...flags) {
  const file = join(scratch, `${project}.json`);
  const ok = run(title, bin("vitest"), [
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...flags,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    const silent = report.numPassedTests === 0 || (!ok && report.numFailedTests === 0);
    if (silent) failed++;
  } catch {
    failed++;
  }
}

check(run("types", bin("tsc"), ["--build"]));
check(run("lint", bin("biome"), ["check", "."]));
// Of two cores vitest would use one.
const workers = Math.max(2, availableParallelism() - 1);
vitest("unit, golden and property tests", "engine", `--maxWorkers=${workers}`);
const built = run("build", "npm", ["run", "--silent", "build"]);
check(built);
if (built && ensureChromium()) vitest("browser tests on the built page", "browser");
else failed++;

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
