import { readdirSync } from "node:fs";
import { Engine } from "../../../../src/engine/engine.js";
import { BASE_MEDIAN, NO_BASE, type Question } from "../../../../src/engine/question.js";
import { finish } from "../../../../src/lib/steps.js";
import { unpack } from "../../../../src/profile/containers/unpack.js";
import { readProfile } from "../../../../src/profile/formats/read-profile.js";
import type { Profile } from "../../../../src/profile/profile.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { fixtureBytes, RECORDINGS } from "../../../recordings.js";

/** Files that are opened together, and what is asked of them. */
export interface Case {
  readonly files: readonly string[];
  readonly ask: Partial<Question>;
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  (
    readdirSync(new URL(`../../../fixtures/${folder}`, import.meta.url), {
      recursive: true,
    }) as string[]
  )
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => ending.test(file))
    .sort();

const alone = (file: string): Case => ({ files: [file], ask: {} });

/** Files of one folder, whose names begin with their places. */
const folderOf = (file: string): string => file.replace(/\/[^/]*$/, "");

/** Each of several files of one folder, beside the others. */
const eachOf = (files: readonly string[]): Case[] =>
  files.map((file) => {
    const group = files.filter((other) => folderOf(other) === folderOf(file));
    return { files: group, ask: { shown: group.indexOf(file) } };
  });

/** The last of several files, compared with the first, and each that is alone by itself. */
function series(files: readonly string[]): Case[] {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const name = file.replace(/-\d\.pb\.gz$/, "").replace(/\/\d+[^/]*$/, "");
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => [
    alone(group[0]!),
    ...(group.length > 1 ? [{ files: group, ask: { shown: group.length - 1, base: 0 } }] : []),
  ]);
}

const named = (folder: string): string[] => RECORDINGS.filter((f) => f.startsWith(folder));
const STORM = named("configmap-list-storm");
const MASTERS = named("five-masters");
const MODERN = filesIn("modern", /\/\d+(?!.*held-by)[^/]*\.pb\.gz$/);
const GOROUTINES = ["incidents/goroutines-leak-0.pb.gz", "incidents/goroutines-leak-1.pb.gz"];

/** Every finding that the recordings of the tests give. */
export const CASES: readonly Case[] = [
  ...STORM.map((_, shown) => ({ files: STORM, ask: { shown } })),
  { files: STORM, ask: { shown: 3, base: 1 } },
  { files: STORM, ask: { shown: 6, base: 0 } },
  { files: STORM, ask: { shown: 6, base: 4 } },
  { files: STORM, ask: { shown: 3, base: 3 } },
  { files: STORM, ask: { shown: 3, sampleType: "alloc_space" } },
  { files: STORM, ask: { shown: 3, sampleType: "inuse_objects" } },
  { files: STORM, ask: { shown: 3, transforms: [{ do: "focus", pattern: "json" }] } },
  { files: MASTERS, ask: { shown: 2 } },
  { files: MASTERS, ask: { shown: 2, base: BASE_MEDIAN } },
  { files: MASTERS, ask: { shown: 2, base: 0 } },
  { files: MASTERS, ask: { shown: 1, base: 2 } },
  ...series(named("audit-backlog")),
  ...series(named("leaking-operator")),
  ...series(filesIn("shop-operator", /\.pb\.gz$/)),
  ...series(filesIn("incidents", /\.pb\.gz$/)),
  ...series(MODERN),
  ...eachOf(MODERN),
  ...filesIn("cases", /\.pb\.gz$/).map(alone),
  ...filesIn("others", /.$/).map(alone),
  ...filesIn("tables", /(?:top|difference|goroutines|peek|tree|rows-only)\.txt$/).map(alone),
  { files: ["tables/top.txt", "tables/top-later.txt"], ask: { shown: 1, base: 0 } },
  ...filesIn("texts", /debug[12]\.txt(?:\.gz)?$/).map(alone),
  { files: [GOROUTINES[0]!, GOROUTINES[0]!], ask: { shown: 1, base: 0 } },
  ...filesIn("known-issues/recordings", /heap[^/]*\.pb\.gz$|(?:json_pool|chan_block).*pb\.gz$/).map(
    alone,
  ),
  {
    files: ["chan_block.gor", "chan_block.heap"].map((n) => `known-issues/recordings/${n}.pb.gz`),
    ask: {},
  },
  {
    files: ["ws_big.heap", "ws_big.gor"].map((n) => `known-issues/recordings/${n}.pb.gz`),
    ask: {},
  },
];

const read = new Map<string, Promise<Profile>>();
const profileOf = (file: string): Promise<Profile> => {
  const known = read.get(file) ?? unpack(fixtureBytes(file)).then((b) => finish(readProfile(b)));
  read.set(file, known);
  return known;
};

let last: { readonly key: string; readonly engine: Engine } | undefined;

/** An engine in which the files of a case are open, that of the case before if it has the same. */
async function engineWith(files: readonly string[]): Promise<Engine> {
  const key = files.join();
  if (last?.key === key) return last.engine;
  const engine = new Engine();
  for (const [i, file] of files.entries()) {
    engine.library.add(`${i}`, file.split("/").at(-1)!, await profileOf(file));
  }
  last = { key, engine };
  return engine;
}

/** An engine that answers, and the question of a case. */
export async function opened({ files, ask }: Case): Promise<[Engine, Question]> {
  const hashes = files.map((_, i) => `${i}`);
  const question = { ...PLAIN_QUESTION, files: hashes, base: NO_BASE, sampleType: "", ...ask };
  return [await engineWith(files), question];
}

/** What a case is called in a snapshot. */
export function titleOf({ files, ask }: Case): string {
  const more = Object.keys(ask).length === 0 ? "" : ` ${JSON.stringify(ask)}`;
  return `${files[0]!.replace(/\/[^/]*$/, "")}: ${files.map((f) => f.split("/").at(-1)).join(" ")}${more}`;
}
