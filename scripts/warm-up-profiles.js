// Writes src/worker/warm-up-profiles.ts: the recordings with which a worker warms itself before a
// file comes.
//   node scripts/warm-up-profiles.js
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
/** Of Go with 32 frames a stack, which are joined, and of one that has whole stacks. */
const RECORDINGS = [
  "configmap-list-storm/02-storm.pb.gz",
  "modern/apiserver-1.37-configmaps/03-json-lists.pb.gz",
];

const texts = RECORDINGS.map((name) => {
  const bytes = gunzipSync(readFileSync(path(`tests/fixtures/${name}`)));
  return gzipSync(bytes, { level: 9 }).toString("base64");
});
writeFileSync(
  path("src/worker/warm-up-profiles.ts"),
  `/**
 * ${RECORDINGS.join(" and\n * ")} in base64, written by scripts/warm-up-profiles.js.
 */
export const WARM_UP_PROFILES: readonly string[] = [
${texts.map((text) => `  "${text}",\n`).join("")}];
`,
);
console.log(texts.map((text) => `${text.length} characters`).join(", "));
