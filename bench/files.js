// The profiles that are measured: recordings, and large ones made of them. What is made is kept
// in the system's folder for temporary files, named by what it was made of.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.js";

const STORM = fileURLToPath(new URL("../tests/fixtures/configmap-list-storm/", import.meta.url));
export const SCRATCH = join(tmpdir(), "leaklens-bench");

const NAMES = [
  "00-baseline",
  "01-created",
  "02-storm",
  "03-storm",
  "04-storm",
  "05-storm-gc",
  "06-quiet-gc",
];

/** Paths of the seven recordings of a storm of LIST requests. */
export const storm = NAMES.map((name) => join(STORM, `${name}.pb.gz`));

/** Path of the recording that the large profiles are made of unless said otherwise. */
export const small = storm[3];

/** Path of a profile of `samples` samples made of a recording. */
export function large(samples, recording = small, seed = 1) {
  mkdirSync(SCRATCH, { recursive: true });
  const hash = createHash("sha256")
    .update(readFileSync(recording))
    .update(readFileSync(new URL("./generate.js", import.meta.url)))
    .update(`${samples} ${seed}`)
    .digest("hex")
    .slice(0, 16);
  const path = join(SCRATCH, `large-${hash}.pb.gz`);
  if (!existsSync(path)) {
    const written = `${path}.${process.pid}`;
    writeFileSync(written, generate(readFileSync(recording), samples, seed));
    renameSync(written, path);
  }
  return path;
}

/** Seven large profiles, made of the seven snapshots of the storm. */
export function largeSet(samples) {
  return storm.map((recording, i) => large(samples, recording, i + 1));
}
