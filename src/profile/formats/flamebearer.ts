import type { Steps } from "../../lib/steps.js";
import { FORMATS_WORDS } from "../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { subjectOf } from "../features.js";
import { about } from "../go-names.js";
import type { SampleType } from "../profile.js";
import { ProfileBuilder } from "../profile-builder.js";
import { ProfileError } from "../profile-error.js";
import { noteOf } from "../profile-note.js";
import type { FileContent } from "./file-content.js";
import type { ImportedProfile, Importer } from "./importer.js";
import {
  beginsObject,
  indexOf,
  type JsonObject,
  jsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from "./json-content.js";

/** Pyroscope's flame graphs: what its pages export, and SelectMergeStacktraces answers. */
export const flamebearer: Importer = {
  id: "flamebearer",
  recognises: (content) =>
    beginsObject(content) &&
    /"(?:flamebearer|flamegraph)"\s*:\s*\{\s*"(?:names|levels|numTicks|total|maxSelf)"/.test(
      content.head,
    ),
  read: readFlamebearer,
};

function* readFlamebearer(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "thing.flameGraph");
  const graph = objectOf(file.flamebearer ?? file.flamegraph, "flamebearer");
  const metadata = file.metadata === undefined ? {} : objectOf(file.metadata, "metadata");
  const type = sampleTypeOf(metadata);
  const double = textOf(metadata.format) === "double" || textOf(file.format) === "double";
  const sides = double ? ["before", "after"] : [""];
  const out: ImportedProfile[] = [];
  for (const [side, name] of sides.entries()) {
    const builder = new ProfileBuilder([type]);
    addBars(graph, builder, side, double);
    const notes = [noteOf("pyroscope")];
    const durationNanos = 0n;
    const subject = subjectOf([type]);
    const profile = about(builder.done({ notes, durationNanos }), subject);
    out.push({ name, profile });
    yield (side + 1) / sides.length;
  }
  return out;
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly place: number;
  readonly parent: number;
}

/**
 * Bars stand in levels from the root down, each with its distance from the bar before it, its
 * width, what it holds itself, and its name; of two profiles beside each other twice the first
 * three.
 */
function addBars(graph: JsonObject, builder: ProfileBuilder, side: number, double: boolean): void {
  const names = listOf(graph.names, "names").map(textOf);
  const step = double ? 7 : 4;
  let above: Bar[] = [];
  let aboveFrom = 0;
  const bars: Bar[] = [];
  listOf(graph.levels, "levels").forEach((level, l) => {
    const where = `levels[${l}]`;
    const raw = Array.isArray(level) ? level : objectOf(level, where).values;
    const values = listOf(raw, where);
    if (values.length % step !== 0) {
      throw new ProfileError(FORMATS_WORDS.flamebearer.values(where, values.length, step), {
        hint: PROFILE_WORDS.hints.damagedSave,
      });
    }
    const row: Bar[] = [];
    const from = bars.length;
    let at = 0;
    let up = 0;
    for (let i = 0; i < values.length; i += step) {
      const v = (k: number) => numberOf(values[i + side * 3 + k], where);
      const begin = at + v(0);
      const width = v(1);
      const name = names[indexOf(values[i + step - 1], names.length, where)];
      at = begin + width;
      // Bars without width are of the other side alone.
      while (up < above.length - 1 && above[up].to <= begin && width > 0) up++;
      const parent = l === 0 ? -1 : aboveFrom + up;
      if (l > 0 && width > 0 && !(above[up] && above[up].from <= begin && above[up].to >= at)) {
        throw new ProfileError(FORMATS_WORDS.flamebearer.bar(where), {
          hint: PROFILE_WORDS.hints.damagedSave,
        });
      }
      const place = l === 0 ? -1 : builder.frame(name);
      const bar: Bar = { from: begin, to: at, place, parent };
      row.push(bar);
      bars.push(bar);
      const self = v(2);
      if (self === 0) continue;
      const stack: number[] = [];
      for (let b: Bar | undefined = bar; b; b = bars[b.parent]) {
        if (b.place >= 0) stack.push(b.place);
      }
      builder.sample(stack, [self]);
    }
    above = row;
    aboveFrom = from;
  });
}

const NAMED = /(?:^|[.:])((?:alloc|inuse)_(?:space|objects)|goroutines?|cpu|itimer|wall)(?:[:{]|$)/;

function sampleTypeOf(metadata: JsonObject): SampleType {
  const name = NAMED.exec(textOf(metadata.name))?.[1];
  const units = textOf(metadata.units);
  const isBytes = units === "bytes" || name?.endsWith("_space");
  const unit = isBytes ? "bytes" : /nanoseconds$/.test(units) ? "nanoseconds" : "count";
  return { type: name ?? (isBytes ? "space" : units || "value"), unit };
}
