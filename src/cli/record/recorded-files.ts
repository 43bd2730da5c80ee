import { statSync } from "node:fs";
import { join } from "node:path";
import { itemAt } from "../../lib/must.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { Io } from "../command.js";
import { InputError } from "../exit-code.js";
import { type Manifest, type RecordedProfile, readManifest } from "./manifest.js";

const WORDS = RECORD_WORDS.recording;

/** So many profiles of a folder are opened together. */
const MOST = 200;

/**
 * The FILEs of a call, with a recording's folder replaced by its profiles in order of time; DIR#POD
 * takes those of one pod alone. What is no folder with a manifest stays as it is.
 *
 * @param wants "one": profiles of one process, as what is compared over time
 * @throws InputError where the folder has no profile, or those of several processes
 */
export async function withRecordings(
  files: readonly string[],
  wants: "one" | "all",
  io: Io,
): Promise<readonly string[]> {
  const out: string[] = [];
  for (const file of files) out.push(...(await expanded(file, wants, io)));
  return out;
}

async function expanded(given: string, wants: "one" | "all", io: Io): Promise<readonly string[]> {
  const at = given.lastIndexOf("#");
  const isWhole = isFolder(given);
  if (!isWhole && (at < 0 || !isFolder(given.slice(0, at)))) return [given];
  const folder = isWhole ? given : given.slice(0, at);
  const manifest = await readManifest(folder);
  if (!manifest) return [given];
  const targets = [...new Set(manifest.profiles.map(({ target }) => target))];
  const named = isWhole ? undefined : given.slice(at + 1);
  const chosen = named === undefined ? targets : targets.filter((target) => isNamed(target, named));
  const [first] = chosen;
  if (first === undefined) {
    throw new InputError(`${given}: ${WORDS.without(targets, lastError(manifest))}`);
  }
  if (wants === "one" && chosen.length > 1) {
    const example = `${folder}#${first.replace(/^.*\//, "")}`;
    throw new InputError(`${given}: ${WORDS.several(example, chosen)}`);
  }
  const profiles = manifest.profiles.filter(({ target }) => chosen.includes(target));
  const taken = evenly(sorted(profiles), MOST);
  if (taken.length < profiles.length) {
    io.err(`${given}: ${WORDS.spread(profiles.length, taken.length)}`);
  }
  return taken.map(({ file }) => join(folder, file));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A target by its whole name, or by what stands behind the namespace. */
function isNamed(target: string, name: string): boolean {
  return target === name || target.slice(target.indexOf("/") + 1) === name;
}

function sorted(profiles: readonly RecordedProfile[]): readonly RecordedProfile[] {
  return [...profiles].sort((a, b) => Date.parse(a.asked) - Date.parse(b.asked));
}

/** The first, the last, and of the rest so many as may be. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, k) =>
    itemAt(all, Math.round((k * (all.length - 1)) / (most - 1))),
  );
}

function lastError({ errors }: Manifest): string {
  const last = errors.at(-1);
  return last ? `${last.target}: ${last.error}` : "";
}
