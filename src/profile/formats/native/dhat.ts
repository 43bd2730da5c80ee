import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { about } from "../../go-names.js";
import type { Profile, SampleType } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import {
  beginsObject,
  indexOf,
  jsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from "../json-content.js";

/** The one version of the format that there is. */
const VERSION = 2;
const FRAME = /^0x([0-9a-f]+): (.*?)(?: \((?:in )?([^()]*?)(?::(\d+)(?::\d+)?)?\))?$/i;

/** What Valgrind's DHAT and the crate dhat write (dhat.out.PID, dhat-heap.json). */
export const dhat: Importer = {
  id: "dhat",
  recognises: (content) => beginsObject(content) && /"dhatFileVersion"\s*:/.test(content.head),
  read: readDhat,
};

/** Keys of a point's blocks and bytes, and what they are called here. */
const MOMENTS = [
  { blocks: "tbk", bytes: "tb", name: "alloc" },
  { blocks: "gbk", bytes: "gb", name: "peak" },
  { blocks: "ebk", bytes: "eb", name: "end" },
] as const;

function* readDhat(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "thing.dhat");
  const version = numberOf(file.dhatFileVersion, "dhatFileVersion");
  if (version !== VERSION) {
    throw new ProfileError(FORMATS_WORDS.dhatVersion(version, VERSION));
  }
  const heap = /heap$/.test(textOf(file.mode));
  const lives = heap && file.bklt === true;
  const moments = MOMENTS.filter(({ name }) => name === "alloc" || lives);
  const unit = textOf(file.bsu) === "" || heap ? "bytes" : "count";
  const types = moments.flatMap(({ name }): SampleType[] => [
    { type: `${name}_objects`, unit: "count" },
    { type: `${name}_space`, unit },
  ]);
  const builder = new ProfileBuilder(types);
  const places = listOf(file.ftbl, "ftbl").map((text) => placeOf(builder, textOf(text)));
  const points = listOf(file.pps, "pps");
  for (const [i, value] of points.entries()) {
    const at = `pps[${i}]`;
    const point = objectOf(value, at);
    const stack = listOf(point.fs, `${at}.fs`).map((f) => places[indexOf(f, places.length, at)]);
    const values = moments.flatMap(({ blocks, bytes }) => [
      numberOf(point[blocks], `${at}.${blocks}`, 0),
      numberOf(point[bytes], `${at}.${bytes}`, 0),
    ]);
    builder.sample(stack, values);
    if ((i & 0xfff) === 0xfff) yield i / points.length;
  }
  return [{ name: "", profile: finished(builder, lives, textOf(file.cmd)) }];
}

function finished(builder: ProfileBuilder, lives: boolean, command: string): Profile {
  const profile = builder.done({
    defaultSampleType: lives ? "peak_space" : "alloc_space",
    comments: command ? [command] : [],
    notes: lives ? [noteOf("dhat")] : [],
  });
  return about(profile, "heap");
}

function placeOf(builder: ProfileBuilder, text: string): number {
  const found = FRAME.exec(text);
  if (!found) return builder.frame(text);
  const [, address, name, file, line] = found;
  const of = builder.function(name === "???" ? "" : name, file ?? "");
  return builder.location(
    [{ function: of, line: Number(line ?? 0) }],
    BigInt(`0x${address.slice(0, 16)}`),
  );
}
