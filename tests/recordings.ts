import { readFileSync } from "node:fs";
import { unpack } from "../src/profile/containers/unpack.js";
import { decodePprof } from "../src/profile/pprof/decode.js";
import type { Profile } from "../src/profile/profile.js";

/** Bytes of a recording under tests/fixtures. */
export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

/** A recording, read. */
export async function recording(name: string): Promise<Profile> {
  return decodePprof(await unpack(fixtureBytes(name)));
}

/** The recordings whose every figure is held against `go tool pprof`. */
export const RECORDINGS = [
  ...[
    "00-baseline",
    "01-created",
    "02-storm",
    "03-storm",
    "04-storm",
    "05-storm-gc",
    "06-quiet-gc",
  ].map((n) => `configmap-list-storm/${n}.pb.gz`),
  ...["00-baseline", "01-audit", "02-audit", "03-audit"].map((n) => `audit-backlog/${n}.pb.gz`),
  ...[1, 2, 3, 4, 5].map((n) => `five-masters/master-${n}.heap.pb.gz`),
  ...[0, 1, 2, 3, 4, 5].map((n) => `leaking-operator/0${n}.pb.gz`),
];
