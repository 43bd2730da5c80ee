import type { Steps } from "../../lib/steps.js";
import { FORMATS_WORDS } from "../../words/readers/formats-words.js";
import { about } from "../go-names.js";
import type { Profile } from "../profile.js";
import { ProfileBuilder } from "../profile-builder.js";
import { ProfileError } from "../profile-error.js";
import { noteOf } from "../profile-note.js";
import type { FileContent } from "./file-content.js";
import type { ImportedProfile, Importer } from "./importer.js";
import { TextLines } from "./text-lines.js";

/** A stack, then one value or two; a name may hold spaces. */
const LINE = /^(\S.*?)\s+(-?\d+(?:\.\d+)?)(?:\s+(-?\d+(?:\.\d+)?))?$/;
/** Lines of the beginning that are looked at. */
const LOOKED_AT = 20;

/**
 * Folded stacks, root first, as stackcollapse of FlameGraph, async-profiler (`-o collapsed`),
 * py-spy, rbspy and this page write them; with two values a line, as difffolded writes them, they
 * are two profiles: before and after.
 */
export const folded: Importer = {
  id: "folded",
  recognises: isFolded,
  read: readFolded,
};

function isFolded(content: FileContent): boolean {
  if (!content.isText) return false;
  const lines = content.head.split(/\r?\n/).slice(0, LOOKED_AT + 1);
  // The last may be cut off.
  if (lines.length > 1 && content.head.length < content.bytes.length) lines.pop();
  const told = lines.filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (told.length === 0) return false;
  return told.every((line) => LINE.test(line)) && told.some((line) => /^[^\s;][^;]*;\S/.test(line));
}

function* readFolded(content: FileContent): Steps<readonly ImportedProfile[]> {
  const lines = new TextLines(content);
  const type = { type: "value", unit: "count" };
  const builders = [new ProfileBuilder([type]), new ProfileBuilder([type])] as const;
  let columns = 0;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const found = LINE.exec(line.trimEnd());
    if (!found) {
      throw new ProfileError(FORMATS_WORDS.folded.noStack, {
        line: lines.number,
        hint: FORMATS_WORDS.folded.noStackHint,
      });
    }
    const values = [found[2], found[3]].filter((v) => v !== undefined).map(Number);
    columns ||= values.length;
    if (values.length !== columns) {
      throw new ProfileError(FORMATS_WORDS.folded.values(values.length, columns), {
        line: lines.number,
        hint: FORMATS_WORDS.folded.valuesHint,
      });
    }
    const names = found[1].split(";").reverse();
    values.forEach((value, v) => {
      const builder = builders[v];
      if (value !== 0)
        builder.sample(
          names.map((n) => builder.frame(unescaped(n))),
          [value],
        );
    });
    if ((lines.number & 0xfff) === 0) yield lines.share;
  }
  if (columns === 1) return [{ name: "", profile: finished(builders[0]) }];
  return [
    { name: "before", profile: finished(builders[0]) },
    { name: "after", profile: finished(builders[1]) },
  ];
}

function finished(builder: ProfileBuilder): Profile {
  return about(builder.done({ notes: [noteOf("folded")] }), "other");
}

/** Undoes how this page's own export writes what would break a line: see docs/formats.md. */
function unescaped(name: string): string {
  if (!name.includes("\\")) return name;
  return name.replace(/\\x([0-9a-f]{2})|\\u(202[89])/g, (_, byte?: string, wide?: string) =>
    String.fromCharCode(Number.parseInt(byte ?? wide ?? "0", 16)),
  );
}
