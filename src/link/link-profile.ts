import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CarriedAnswers } from "../engine/profile-library.js";
import { ownNumbers, type Profile } from "../profile/profile.js";
import { noteOf } from "../profile/profile-note.js";
import { isReferenceProfile, REFERENCE_FEATURES } from "../profile/reference-chain.js";
import { StringTable } from "../profile/string-table.js";
import type { LinkContent } from "./link-content.js";
import { noteOfLink } from "./link-notes.js";
import { ViewText } from "./view-text.js";

/** Name of the function that stands for what was cut below a node. */
export const REST_NAME = "(rest)";

/** A snapshot of a link as if it had been opened from a file. */
export interface LinkProfile {
  /** 64 hex digits, as of a file, made of the link and the snapshot's place in it */
  readonly hash: string;
  readonly name: string;
  readonly profile: Profile;
}

/** What a link opens as. */
export interface OpenedLink {
  readonly profiles: readonly LinkProfile[];
  /** the view's fragment, its files those of `profiles` */
  readonly view: string;
  /** share of the bytes that lies in what was cut, 0 to 1 */
  readonly restShare: number;
  readonly carried: CarriedAnswers;
}

/**
 * Makes profiles of a link: one sample for each node that has a value of its own, and one that
 * ends in REST_NAME for each below which something was cut.
 */
export function profileOfLink(content: LinkContent): OpenedLink {
  const depth = depthsOf(content.tree.parent);
  const profiles = content.files.map((file, f) => ({
    hash: bytesToHex(sha256(utf8ToBytes(`leaklens link ${content.id} ${f}`))),
    name: file.name,
    profile: asWhatItIs(profileOf(content, f, depth)),
  }));
  const view = new ViewText(content.view).withFiles(profiles);
  return { profiles, view, restShare: content.restShare, carried: content.carried };
}

/** As a file would be read: chains of references are no heap. */
function asWhatItIs(profile: Profile): Profile {
  return isReferenceProfile(profile) ? { ...profile, features: REFERENCE_FEATURES } : profile;
}

function profileOf(content: LinkContent, f: number, depth: Int32Array): Profile {
  const { tree, types, threshold } = content;
  const file = content.files[f];
  const ends: { node: number; rest: boolean }[] = [];
  let entries = 0;
  for (let node = 0; node < depth.length; node++) {
    for (const rest of [false, true]) {
      const part = rest ? tree.rest : tree.self;
      if (!types.some((_, t) => part[f * types.length + t][node] !== 0)) continue;
      ends.push({ node, rest });
      entries += depth[node] + (rest ? 1 : 0);
    }
  }
  const count = ends.length;
  const restLocation = tree.names.length;
  const stackOffsets = new Uint32Array(count + 1);
  const stackLocations = new Uint32Array(entries);
  const values = new Float64Array(count * types.length);
  let at = 0;
  ends.forEach(({ node, rest }, s) => {
    if (rest) stackLocations[at++] = restLocation;
    for (let n = node; n > 0; n = tree.parent[n]) stackLocations[at++] = tree.frame[n];
    stackOffsets[s + 1] = at;
    types.forEach((_, t) => {
      values[t * count + s] = (rest ? tree.rest : tree.self)[f * types.length + t][node];
    });
  });
  const from =
    threshold > 0
      ? noteOf("linkCut", { share: percent(threshold), name: REST_NAME })
      : noteOf("linkWhole");
  return {
    sampleTypes: types,
    defaultSampleType: types[0].type,
    samples: {
      count,
      stackOf: ownNumbers(count),
      stackOffsets,
      stackLocations,
      values,
      labelsOf: ownNumbers(count),
      labelOffsets: new Uint32Array(count + 1),
      labelKey: new Uint32Array(0),
      labelText: new Uint32Array(0),
      labelNumber: new Float64Array(0),
      labelUnit: new Uint32Array(0),
    },
    ...frameTables([...tree.names, REST_NAME]),
    mappings: [],
    comments: [],
    docUrl: "",
    dropFrames: "",
    keepFrames: "",
    timeNanos: BigInt(file.time) * 1_000_000n,
    durationNanos: 0n,
    periodType: content.periodType,
    period: file.period,
    notes: [from, ...content.notes.map(noteOfLink)],
  };
}

/** A location and a function for each name, at the same index. */
function frameTables(
  names: readonly string[],
): Pick<Profile, "locations" | "functions" | "strings"> {
  const count = names.length;
  const numbers = Uint32Array.from({ length: count + 1 }, (_, i) => i);
  return {
    locations: {
      count,
      idLow: numbers.slice(1),
      idHigh: new Uint32Array(count),
      addressLow: new Uint32Array(count),
      addressHigh: new Uint32Array(count),
      mapping: new Int32Array(count).fill(-1),
      isFolded: new Uint8Array(count),
      lineOffsets: numbers,
      lineFunction: Int32Array.from({ length: count }, (_, i) => i),
      lineNumber: new Float64Array(count),
      lineColumn: new Float64Array(count),
    },
    functions: {
      count,
      name: numbers.slice(1),
      systemName: numbers.slice(1),
      file: new Uint32Array(count),
      startLine: new Float64Array(count),
    },
    strings: StringTable.of(["", ...names]),
  };
}

function depthsOf(parent: Int32Array): Int32Array {
  const depth = new Int32Array(parent.length);
  for (let node = 1; node < depth.length; node++) depth[node] = depth[parent[node]] + 1;
  return depth;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}
