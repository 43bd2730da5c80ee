import type { Steps } from "../../lib/steps.js";
import { FORMATS_WORDS } from "../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { Subject } from "../features.js";
import { about } from "../go-names.js";
import type { Profile, SampleType } from "../profile.js";
import { ProfileBuilder } from "../profile-builder.js";
import { ProfileError } from "../profile-error.js";
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

const SCHEMA = "https://www.speedscope.app/file-format-schema.json";

/** speedscope's own JSON: sampled and evented profiles. */
export const speedscope: Importer = {
  id: "speedscope",
  recognises: (content) =>
    beginsObject(content) &&
    (content.head.includes(SCHEMA) || /"shared"\s*:\s*\{\s*"frames"\s*:/.test(content.head)),
  read: readSpeedscope,
};

interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

function* readSpeedscope(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "thing.speedscope");
  const shared = objectOf(file.shared, "shared");
  const frames = listOf(shared.frames, "shared.frames").map((f, i): Frame => {
    const frame = objectOf(f, `shared.frames[${i}]`);
    return {
      name: textOf(frame.name),
      file: textOf(frame.file),
      line: numberOf(frame.line ?? 0, `shared.frames[${i}].line`),
    };
  });
  const profiles = listOf(file.profiles, "profiles");
  if (profiles.length === 0) throw new ProfileError(FORMATS_WORDS.speedscope.none);
  if (profiles.length > MAX_PROFILES) {
    throw new ProfileError(FORMATS_WORDS.speedscope.many(profiles.length, MAX_PROFILES));
  }
  const out: ImportedProfile[] = [];
  for (const [i, value] of profiles.entries()) {
    const one = objectOf(value, `profiles[${i}]`);
    const name = textOf(one.name) || `${i + 1}`;
    const profile = readOne(one, frames, `profiles[${i}]`);
    out.push({ name: profiles.length === 1 ? "" : name, profile });
    yield (i + 1) / profiles.length;
  }
  return out;
}

function readOne(one: JsonObject, frames: readonly Frame[], where: string): Profile {
  const type = sampleTypeOf(textOf(one.unit));
  const builder = new ProfileBuilder([type]);
  const places = frames.map((f) =>
    builder.location([{ function: builder.function(f.name, f.file), line: f.line }]),
  );
  const form = textOf(one.type);
  if (form === "sampled") sampled(one, places, builder, where);
  else if (form === "evented") evented(one, places, builder, where);
  else throw new ProfileError(FORMATS_WORDS.speedscope.type(where, form.slice(0, 40)));
  return about(builder.done(), subjectOf(type));
}

function sampled(
  one: JsonObject,
  places: readonly number[],
  builder: ProfileBuilder,
  where: string,
): void {
  const samples = listOf(one.samples, `${where}.samples`);
  const weights = listOf(one.weights, `${where}.weights`);
  if (samples.length !== weights.length) {
    throw new ProfileError(
      FORMATS_WORDS.speedscope.weights(where, samples.length, weights.length),
      {
        hint: PROFILE_WORDS.hints.damagedSave,
      },
    );
  }
  samples.forEach((sample, s) => {
    const at = `${where}.samples[${s}]`;
    const stack = listOf(sample, at).map((f) => places[indexOf(f, places.length, at)]);
    builder.sample(stack.reverse(), [numberOf(weights[s], `${where}.weights[${s}]`)]);
  });
}

/** Frames are opened and closed at moments: what passes between is the open stack's. */
function evented(
  one: JsonObject,
  places: readonly number[],
  builder: ProfileBuilder,
  where: string,
): void {
  const stack: number[] = [];
  let last = numberOf(one.startValue, `${where}.startValue`, 0);
  const pass = (to: number): void => {
    if (to > last && stack.length > 0) builder.sample([...stack].reverse(), [to - last]);
    last = to;
  };
  listOf(one.events, `${where}.events`).forEach((value, e) => {
    const at = `${where}.events[${e}]`;
    const event = objectOf(value, at);
    const frame = places[indexOf(event.frame, places.length, `${at}.frame`)];
    const moment = numberOf(event.at, `${at}.at`);
    if (moment < last) {
      throw new ProfileError(FORMATS_WORDS.speedscope.earlier(at), {
        hint: PROFILE_WORDS.hints.damagedSave,
      });
    }
    pass(moment);
    if (event.type === "O") {
      if (stack.length >= MAX_OPEN)
        throw new ProfileError(FORMATS_WORDS.speedscope.frames(at, MAX_OPEN));
      stack.push(frame);
    } else if (stack.pop() !== frame) {
      throw new ProfileError(FORMATS_WORDS.speedscope.close(at), {
        hint: PROFILE_WORDS.hints.damagedSave,
      });
    }
  });
  pass(numberOf(one.endValue, `${where}.endValue`, last));
}

const MAX_OPEN = 65_535;
const MAX_PROFILES = 1000;

function sampleTypeOf(unit: string): SampleType {
  switch (unit) {
    case "bytes":
      return { type: "space", unit: "bytes" };
    case "nanoseconds":
    case "microseconds":
    case "milliseconds":
    case "seconds":
      return { type: "time", unit };
    default:
      return { type: "value", unit: "count" };
  }
}

/** Whether bytes are held or were allocated the file does not say: only times are told. */
function subjectOf({ type }: SampleType): Subject {
  return type === "time" ? "cpu" : "other";
}
