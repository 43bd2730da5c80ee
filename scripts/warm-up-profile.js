// Writes src/worker/warm-up-profile.ts: a part of a recording, small enough to be built in, with
// which a worker warms itself before a file comes.
//   node scripts/warm-up-profile.js
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { Profile, StringTable } from "pprof-format";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const RECORDING = "tests/fixtures/configmap-list-storm/03-storm.pb.gz";
/** One sample of so many is kept. */
const EVERY = 8;

const whole = Profile.decode(gunzipSync(readFileSync(path(RECORDING))));
const strings = new StringTable();
const renamed = (index) => strings.dedup(whole.stringTable.strings[Number(index)]);
const sample = whole.sample.filter((_, i) => i % EVERY === 0);
const usedLocations = new Set(sample.flatMap((s) => s.locationId.map(String)));
const location = whole.location.filter((l) => usedLocations.has(String(l.id)));
const usedFunctions = new Set(location.flatMap((l) => l.line.map((one) => String(one.functionId))));
for (const l of location) {
  l.address = 0n;
  l.mappingId = 0n;
}
const functions = whole.function.filter((f) => usedFunctions.has(String(f.id)));
for (const f of functions) {
  f.name = renamed(f.name);
  f.systemName = f.name;
  f.filename = renamed(f.filename);
}
for (const label of sample.flatMap((s) => s.label)) {
  label.key = renamed(label.key);
  label.str = renamed(label.str);
  label.numUnit = renamed(label.numUnit);
}
for (const t of [...whole.sampleType, whole.periodType]) {
  t.type = renamed(t.type);
  t.unit = renamed(t.unit);
}
const part = new Profile({
  sampleType: whole.sampleType,
  sample,
  mapping: [],
  location,
  function: functions,
  stringTable: strings,
  timeNanos: whole.timeNanos,
  durationNanos: whole.durationNanos,
  periodType: whole.periodType,
  period: whole.period,
  defaultSampleType: renamed(whole.defaultSampleType),
});
const text = gzipSync(part.encode(), { level: 9 }).toString("base64");
writeFileSync(
  path("src/worker/warm-up-profile.ts"),
  `/**
 * ${sample.length} samples of ${RECORDING.split("/").slice(-2).join("/")} in base64, written by scripts/warm-up-profile.js.
 */
export const WARM_UP_PROFILE =
  "${text}";
`,
);
console.log(`${sample.length} samples, ${text.length} characters`);
