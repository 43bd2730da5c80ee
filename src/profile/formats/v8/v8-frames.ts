import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import type { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { type JsonObject, numberOf, objectOf, textOf } from "../json-content.js";

/** The location of one of V8's call frames; lines count from 0 there. */
export function v8Frame(node: JsonObject, builder: ProfileBuilder, where: string): number {
  const frame = objectOf(node.callFrame, `${where}.callFrame`);
  const name = textOf(frame.functionName) || "(anonymous)";
  const line = numberOf(frame.lineNumber ?? -1, `${where}.callFrame.lineNumber`) + 1;
  const of = builder.function(name, textOf(frame.url));
  return builder.location([{ function: of, line: Math.max(0, line) }]);
}

/** V8's own root holds nothing and calls everything: it is no frame. */
export function isV8Root(node: JsonObject, where: string): boolean {
  return textOf(objectOf(node.callFrame, `${where}.callFrame`).functionName) === "(root)";
}

/** A deeper tree is refused. */
export const MAX_V8_DEPTH = 65_535;

export function tooDeep(): ProfileError {
  return new ProfileError(FORMATS_WORDS.v8.deep(MAX_V8_DEPTH));
}
