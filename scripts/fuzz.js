// Feeds the readers of all formats with mutated files: npm run fuzz [INPUTS [FIRST]].
// Input N is the same each time; what fails names its number: npm run fuzz 1 N.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [inputs = "100000", first = "1"] = process.argv.slice(2);
const report = join(mkdtempSync(join(tmpdir(), "leaklens-fuzz-")), "report.json");
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "engine",
    "tests/profile/formats/fuzz.test.ts",
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      LEAKLENS_FUZZ_INPUTS: inputs,
      LEAKLENS_FUZZ_FIRST: first,
      LEAKLENS_FUZZ_REPORT: report,
    },
  },
);
if (status === 0) console.log(readFileSync(report, "utf8").trim());
process.exit(status ?? 1);
