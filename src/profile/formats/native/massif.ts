import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../../words/readers/profile-words.js";
import { about } from "../../go-names.js";
import type { Profile } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { TextLines } from "../text-lines.js";

const NODE = /^( *)n(\d+): (\d+) (.*)$/;
const PLACE = /^0x([0-9A-Fa-f]+): (.*?)(?: \((?:in )?([^()]*?)(?::(\d+))?\))?$/;
const MAX_DEPTH = 4096;
const MAX_SNAPSHOTS = 1000;

/** massif.out of Valgrind: its detailed snapshots, of which the peak is the main one. */
export const massif: Importer = {
  id: "massif",
  recognises: ({ head }) => /^desc: .*\ncmd: .*\ntime_unit: /.test(head.replaceAll("\r", "")),
  read: readMassif,
};

interface Snapshot {
  readonly name: string;
  readonly isPeak: boolean;
  readonly profile: Profile;
}

function* readMassif(content: FileContent): Steps<readonly ImportedProfile[]> {
  const lines = new TextLines(content);
  const found: Snapshot[] = [];
  const fields = new Map<string, string>();
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const field = /^(\w+)(?:=|: )(.*)$/.exec(line);
    if (!field) continue;
    fields.set(field[1], field[2]);
    if (field[1] !== "heap_tree" || !/^(?:detailed|peak)$/.test(field[2])) continue;
    if (found.length >= MAX_SNAPSHOTS) {
      throw new ProfileError(FORMATS_WORDS.massif.many(MAX_SNAPSHOTS));
    }
    found.push(readTree(lines, fields, field[2] === "peak"));
    yield lines.share;
  }
  if (found.length === 0) {
    throw new ProfileError(FORMATS_WORDS.massif.none, {
      hint: FORMATS_WORDS.massif.noneHint,
    });
  }
  return found.map(({ name, profile, isPeak }) => ({
    name: found.length === 1 ? "" : name,
    profile,
    isMain: isPeak,
  }));
}

/** Lines of a tree, the allocating functions on top and their callers below them. */
function readTree(
  lines: TextLines,
  fields: ReadonlyMap<string, string>,
  isPeak: boolean,
): Snapshot {
  const builder = new ProfileBuilder([{ type: "space", unit: "bytes" }]);
  const open: { place: number; left: number; children: number; value: number }[] = [];
  const close = (): void => {
    const node = open.pop();
    if (node && node.left > 0) {
      builder.sample(
        open.concat(node).flatMap((n) => (n.place < 0 ? [] : [n.place])),
        [node.left],
      );
    }
  };
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const found = NODE.exec(line);
    if (!found) {
      lines.back();
      break;
    }
    const depth = found[1].length;
    if (depth > open.length || depth > MAX_DEPTH) {
      throw new ProfileError(FORMATS_WORDS.massif.line, {
        line: lines.number,
        hint: PROFILE_WORDS.hints.damaged,
      });
    }
    while (open.length > depth) close();
    const value = Number(found[3]);
    const above = open.at(-1);
    if (above) {
      above.left -= value;
      if (above.left < 0) {
        throw new ProfileError(FORMATS_WORDS.massif.callers, {
          line: lines.number,
          hint: PROFILE_WORDS.hints.damaged,
        });
      }
    }
    const place = depth === 0 ? -1 : placeOf(builder, found[4]);
    open.push({ place, left: value, children: Number(found[2]), value });
  }
  while (open.length > 0) close();
  const snapshot = fields.get("snapshot") ?? "";
  const extra = Number(fields.get("mem_heap_extra_B") ?? 0);
  const stacks = Number(fields.get("mem_stacks_B") ?? 0);
  const notes = [
    noteOf("massif", {
      snapshot,
      peak: isPeak ? "yes" : "no",
      extra: `${extra}`,
      stacks: `${Math.max(0, stacks)}`,
    }),
  ];
  const command = fields.get("cmd");
  const comments = command ? [command] : [];
  return {
    name: `snapshot ${snapshot}${isPeak ? " (peak)" : ""}`,
    isPeak,
    profile: about(builder.done({ notes, comments }), "heap"),
  };
}

function placeOf(builder: ProfileBuilder, text: string): number {
  const found = PLACE.exec(text);
  // "in 4 places, all below massif's threshold (1.00%)" is no function.
  if (!found) return builder.frame(`(${text})`);
  const [, address, name, file, line] = found;
  const of = builder.function(name === "???" ? "" : name, file ?? "");
  return builder.location(
    [{ function: of, line: Number(line ?? 0) }],
    BigInt(`0x${address.slice(0, 16)}`),
  );
}
