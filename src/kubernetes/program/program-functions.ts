import { memo } from "../../lib/memo.js";
import type { Profile } from "../../profile/profile.js";
import { frameName } from "../frames/frame-pattern.js";
import { type PlainName, plainName } from "./plain-names.js";

/** A function of a profile, for what it tells of the program. */
export interface ProgramFunction extends PlainName {
  /** as the file has it, without type arguments cut */
  readonly raw: string;
  /** the name behind the package, closures and all */
  readonly whole: string;
  /** path of its source, "" where the file does not say */
  readonly source: string;
}

/** No more functions are looked at: a program's own count is below that. */
const MOST_FUNCTIONS = 200_000;

/** A field with its type, as goref writes it: a link of a chain of references, no function. */
const FIELD = /^\S+\. \(/;

/** The functions of a profile, each once, taken apart once. */
export const programFunctions = memo((profile: Profile): readonly ProgramFunction[] =>
  readFunctions(profile),
);

function readFunctions({ functions, strings }: Profile): ProgramFunction[] {
  const out: ProgramFunction[] = [];
  const seen = new Set<number>();
  const count = Math.min(functions.count, MOST_FUNCTIONS);
  for (let f = 0; f < count; f++) {
    const id = functions.name[f];
    if (seen.has(id)) continue;
    seen.add(id);
    const raw = strings.get(id);
    if (raw === "" || FIELD.test(raw)) continue;
    const source = strings.get(functions.file[f]);
    out.push({ ...plainName(raw), raw, whole: frameName(raw).func, source });
  }
  return out;
}
