import { existsSync } from "node:fs";
import type { PartFile } from "../../export/part-files.js";
import { itemAt, lastOf } from "../../lib/must.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Io } from "../command.js";
import { InputError } from "../exit-code.js";

const WORDS = INPUT_WORDS.parts;

/**
 * A FILE#PART of the command line in its parts; a file of that whole name comes first. The part of
 * an archive is a path: what stands before it is a file that is there, or standard input.
 */
export async function partOf(given: string): Promise<{ file: string; part: string | undefined }> {
  const whole = { file: given, part: undefined };
  if (/^(?:\w+\+)?https?:/i.test(given) || existsSync(given)) return whole;
  for (let at = given.indexOf("#"); at > 0; at = given.indexOf("#", at + 1)) {
    const [file, part] = [given.slice(0, at), given.slice(at + 1)];
    if (part !== "" && (file === "-" || existsSync(file))) return { file, part };
  }
  const found = /^(.+)#([^#/\\]+)$/.exec(given);
  const [, file, part] = found ?? [];
  return file === undefined ? whole : { file, part };
}

/**
 * What is taken of the profiles of one file: the one that was asked for, by number from 1 or by
 * name, else all or the main one, which is told: the last unless the format says another.
 * @param name what the file is called
 * @param given how the command line names it
 * @throws InputError where the file has no such part
 */
export function takenParts(
  name: string,
  given: string,
  all: readonly PartFile[],
  part: string | undefined,
  parts: "all" | "last",
  io: Io,
): readonly PartFile[] {
  const names = all.map((p) =>
    p.name.startsWith(`${name}#`) ? p.name.slice(name.length + 1) : p.name,
  );
  if (part !== undefined) {
    const at = names.indexOf(part) >= 0 ? names.indexOf(part) : Number(part) - 1;
    const found = all[at];
    if (found) return [found];
    throw new InputError(`${name}: ${WORDS.none(part, all.length, names.join(", "))}`);
  }
  if (all.length === 1 || parts === "all") return all;
  const main = all.findLastIndex((p) => p.isMain);
  const which = main < 0 ? undefined : names[main];
  io.err(`${name}: ${WORDS.taken(all.length, names.join(", "), which, given)}`);
  return [main < 0 ? lastOf(all) : itemAt(all, main)];
}
