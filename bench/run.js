// Measures Leaklens side by side with other tools and with plain lower bounds.
//   npm run bench                              everything
//   npm run bench -- engine page               some parts: engine, questions, interactive, page, peers,
//                                              paint, switch, memory
//   npm run bench -- --samples 100000 --rounds 3
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { engine } from "./parts/engine.js";
import { interactive } from "./parts/interactive.js";
import { memory } from "./parts/memory.js";
import { page } from "./parts/page.js";
import { paint } from "./parts/paint.js";
import { peers } from "./parts/peers.js";
import { questions } from "./parts/questions.js";
import { switching } from "./parts/switch.js";
import { printTable } from "./printed.js";

const PARTS = { engine, questions, interactive, page, peers, paint, switch: switching, memory };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    samples: { type: "string", default: "430000" },
    rounds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS);
const unknown = wanted.filter((name) => !PARTS[name]);
const samples = Number(values.samples);
const rounds = Number(values.rounds);
if (unknown.length > 0 || !(samples >= 1) || !(rounds >= 1)) {
  console.error(
    `usage: npm run bench -- [${Object.keys(PARTS).join("|")}] [--samples N] [--rounds N] [--json]`,
  );
  process.exit(2);
}

const load = () => loadavg()[0].toFixed(1);
const tell = (what) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
};
const options = { samples, rounds, tell };
const before = load();
const since = performance.now();
const groups = [];
for (const name of wanted) groups.push(...(await PARTS[name](options)));
tell("");
const about = `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load ${before} before and ${load()} after, ${((performance.now() - since) / 1000).toFixed(0)} s`;
if (values.json) console.log(JSON.stringify({ about, groups }, null, 1));
else {
  printTable(groups);
  console.log(`\n${about}`);
}
