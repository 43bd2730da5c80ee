import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { topAnswer } from "../../src/cli/output/top-answer.js";
import { TOP_DEFAULTS } from "../../src/cli/output/top-table.js";
import type { Transform } from "../../src/engine/question.js";
import type { Profile } from "../../src/profile/profile.js";
import { recording } from "../recordings.js";

/** What scripts/golden.js stores of one call of `go tool pprof`. */
export interface GoldenCase {
  /** as run from tests/fixtures */
  readonly command: string;
  readonly files: readonly string[];
  readonly type: string;
  readonly base?: string;
  readonly diffBase?: string;
  readonly normalize?: boolean;
  readonly focus?: string;
  readonly ignore?: string;
  readonly hide?: string;
  readonly show?: string;
}

/** A table: rows as columns, in pprof's order. */
export interface GoldenTable extends GoldenCase {
  /** the line "Showing nodes accounting for" */
  readonly showing: string;
  /** of the text from that line on */
  readonly sha256: string;
  /** index into the names of the file */
  readonly name: readonly number[];
  readonly flat: readonly number[];
  readonly cum: readonly number[];
  /** 0 none, 1 inline, 2 partial-inline */
  readonly inline: readonly number[];
}

export interface GoldenTables {
  readonly names: readonly string[];
  readonly tables: readonly GoldenTable[];
}

export interface GoldenBlock {
  readonly name: string;
  readonly flat: number;
  readonly cum: number;
  /** name, weight, 1 where inlined */
  readonly callers: readonly [string, number, number][];
  readonly callees: readonly [string, number, number][];
}

export interface GoldenPeek extends GoldenCase {
  readonly pattern: string;
  readonly blocks: readonly GoldenBlock[];
}

export interface GoldenText {
  readonly command: string;
  /** arguments of leaklens */
  readonly args: readonly string[];
  readonly text: string;
}

export function golden<T>(name: string): T {
  const bytes = readFileSync(new URL(`expected/${name}.json.gz`, import.meta.url));
  return JSON.parse(gunzipSync(bytes).toString()) as T;
}

const read = new Map<string, Promise<Profile>>();

/** A recording, read once. */
export function known(name: string): Promise<Profile> {
  let profile = read.get(name);
  if (!profile) {
    profile = recording(name);
    read.set(name, profile);
  }
  return profile;
}

/** Our answer to a case, of all functions in bytes. */
export async function answerTo(one: GoldenCase) {
  const transforms = (["focus", "ignore", "hide", "show"] as const).flatMap((name): Transform[] =>
    one[name] ? [{ do: name, pattern: one[name] }] : [],
  );
  const base = one.diffBase ?? one.base;
  return topAnswer({
    files: await Promise.all(one.files.map(known)),
    bases: base ? [await known(base)] : [],
    diffBase: one.diffBase !== undefined,
    normalize: one.normalize ?? false,
    sample: one.type,
    transforms,
    assemble: false,
    options: {
      ...TOP_DEFAULTS,
      nodeFraction: 0,
      edgeFraction: 0,
      nodeCount: 1_000_000,
      unit: "B",
    },
  });
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
