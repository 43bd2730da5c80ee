// Writes profiles of a made-up fleet: recordings, their times set and their values perturbed, in
// folders by cluster and node. The same arguments give the same bytes. Also a program:
//   node bench/fleet.js DIR COUNT
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { Profile } from "pprof-format";

const FIXTURES = fileURLToPath(new URL("../tests/fixtures/", import.meta.url));

/** Healthy servers, and the course of one whose ConfigMaps are listed more and more. */
const CALM = [1, 2, 4, 5].map((n) => `five-masters/master-${n}.heap.pb.gz`);
const STORM = ["00-baseline", "01-created", "02-storm", "04-storm", "03-storm"].map(
  (name) => `configmap-list-storm/${name}.pb.gz`,
);

function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const decoded = new Map();
function recording(name) {
  if (!decoded.has(name)) {
    const profile = Profile.decode(gunzipSync(readFileSync(join(FIXTURES, name))));
    decoded.set(name, { profile, values: profile.sample.map((s) => s.value.map(BigInt)) });
  }
  return decoded.get(name);
}

/** A recording at another time, its values some percent larger or smaller. */
export function perturbed(name, time, seed) {
  const { profile, values } = recording(name);
  const scale = BigInt(900 + Math.floor(random(seed)() * 200));
  profile.sample.forEach((sample, s) => {
    sample.value = values[s].map((v) => (v * scale) / 1000n);
  });
  profile.timeNanos = BigInt(time) * 1_000_000n;
  return gzipSync(profile.encode(), { level: 1 });
}

/**
 * Writes `count` profiles, one a node and round: the nodes of `prod-1` fall ill from the first
 * round to the last, all others stay calm.
 * @param start of the first round, milliseconds since 1970; rounds are `every` hours apart
 * @returns their paths below the folder
 */
export function writeFleet(folder, count, { clusters = 5, nodes = 4, start, every = 1 }) {
  const paths = [];
  const each = clusters * nodes;
  const rounds = Math.ceil(count / each);
  for (let i = 0; i < count; i++) {
    const round = Math.floor(i / each);
    const cluster = `prod-${(Math.floor(i / nodes) % clusters) + 1}`;
    const node = `master-${(i % nodes) + 1}`;
    const step = Math.floor((round / rounds) * STORM.length);
    const from = cluster === "prod-1" ? STORM[step] : CALM[(i % each) % CALM.length];
    const path = `${cluster}/${node}/${String(round).padStart(5, "0")}.pb.gz`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(
      join(folder, path),
      perturbed(from, start + round * every * 3_600_000 + (i % each) * 1000, i),
    );
    paths.push(path);
  }
  return paths;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count] = process.argv.slice(2);
  writeFleet(folder, Number(count), { clusters: 20, nodes: 5, start: Date.UTC(2026, 10, 1) });
}
