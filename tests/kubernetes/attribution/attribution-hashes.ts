import { createHash } from "node:crypto";
import type { AddedFrames } from "../../../src/calltree/call-tree.js";
import { buildFrameTable, type FrameTable } from "../../../src/calltree/frame-table.js";
import { type Attribution, attribute } from "../../../src/kubernetes/attribution/attribution.js";
import { StackReader } from "../../../src/kubernetes/attribution/stack-reader.js";
import { finish } from "../../../src/lib/steps.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { decodePprof } from "../../../src/profile/pprof/decode.js";
import type { Profile } from "../../../src/profile/profile.js";
import { fixtureBytes, RECORDINGS, recording } from "../../recordings.js";

const folder = (name: string) => name.slice(0, name.indexOf("/"));
const FULL_DEPTH = ["full-depth/01.pb.gz", "full-depth/02.pb.gz"];

/** Every recording alone, then in its set. */
export const SETS: readonly (readonly string[])[] = [
  ...[...RECORDINGS, ...FULL_DEPTH].map((name) => [name]),
  ...[...new Set(RECORDINGS.map(folder))].map((f) => RECORDINGS.filter((n) => folder(n) === f)),
  FULL_DEPTH,
];

/** Recordings of which large profiles are made; the operator's has frames of a program's own. */
export const GENERATED = [
  "configmap-list-storm/03-storm.pb.gz",
  "audit-backlog/02-audit.pb.gz",
  "leaking-operator/05.pb.gz",
];

/** A profile of so many samples that bench/generate.js makes of a recording. */
export async function generated(name: string, count: number): Promise<Profile> {
  const { href } = new URL("../../../bench/generate.js", import.meta.url);
  const { generate } = (await import(href)) as {
    generate: (recording: Uint8Array, count: number) => Uint8Array;
  };
  return decodePprof(await unpack(generate(fixtureBytes(name), count)));
}

export async function recordings(names: readonly string[]): Promise<Profile[]> {
  return Promise.all(names.map(recording));
}

/** For each profile of a set a hash of what every one of its samples was told to be. */
export function attributionHashes(profiles: readonly Profile[], longer: boolean): string[] {
  const frames = buildFrameTable(profiles);
  const added = longer ? profiles.map((p, i) => lengthened(p, frames, i)) : undefined;
  const told = finish(attribute(profiles, frames, added ? { added } : {}));
  return profiles.map((_, p) => hashOf(told, p));
}

/**
 * Two of three stacks made longer by the half nearest the root of some other stack, as joining
 * makes them longer, but whatever joining finds: it is not what is held to hashes here.
 */
function lengthened(profile: Profile, table: FrameTable, index: number): AddedFrames {
  const { count } = profile.samples;
  const reader = new StackReader(profile, table, index, undefined);
  const offsets = new Uint32Array(count + 1);
  const frames: number[] = [];
  for (let s = 0; s < count; s++) {
    if (s % 3 > 0) {
      const length = reader.read((s * 7919 + 1) % count);
      for (let i = length >> 1; i >= 0 && i < length; i--) frames.push(reader.frames[i]!);
    }
    offsets[s + 1] = frames.length;
  }
  return { offsets, frames: Int32Array.from(frames) };
}

function hashOf({ kinds, kind, evidence, stage, category }: Attribution, p: number): string {
  const hash = createHash("sha256").update(JSON.stringify(kinds));
  for (const column of [kind[p]!, evidence[p]!, stage[p]!, category[p]!]) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest("hex").slice(0, 24);
}
