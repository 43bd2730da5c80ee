import { memo, TextMemo } from "../../lib/memo.js";
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

type Named = Omit<ProgramFunction, "source">;

/** Files of one set, and of one program, have the same names; undefined for what is no function. */
const named = new TextMemo(
  (raw): { readonly is: Named | undefined } => ({
    is:
      raw === "" || FIELD.test(raw)
        ? undefined
        : { ...plainName(raw), raw, whole: frameName(raw).func },
  }),
  1 << 15,
);

function readFunctions({ functions, strings }: Profile): ProgramFunction[] {
  const out: ProgramFunction[] = [];
  const seen = new Set<number>();
  const count = Math.min(functions.count, MOST_FUNCTIONS);
  for (let f = 0; f < count; f++) {
    const id = functions.name[f];
    if (seen.has(id)) continue;
    seen.add(id);
    const { is } = named.of(strings.get(id));
    if (is) out.push({ ...is, source: strings.get(functions.file[f]) });
  }
  return out;
}
