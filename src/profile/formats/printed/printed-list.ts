import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { ProfileError } from "../../profile-error.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { nameOf } from "./clean-line.js";
import { figuresProfile } from "./figures-profile.js";
import { type Measure, measureOf, PERCENT, percentOf, VALUE } from "./measure.js";
import { plainHead, plainLines } from "./plain-lines.js";
import { noFacts, readFact } from "./report-facts.js";
import type { Row } from "./row.js";
import { tableOf } from "./table.js";
import { tableText } from "./table-text.js";

const ROUTINE = /\bROUTINE\s+=+\s*(\S.*?)(?: in(?: (\S.*))?)?$/;
const FIGURES = new RegExp(
  `^\\s*(${VALUE}|\\.)\\s+(${VALUE}|\\.)\\s+\\(flat, cum\\)\\s+(${PERCENT})|^\\s*(${VALUE}|\\.)\\s+(${VALUE}|\\.)\\s+Total\\b`,
);
const ZERO: Measure = { value: 0, family: "none", error: 0, factor: 1 };

/**
 * Functions as `go tool pprof -list` heads them, without the lines of source below. As from a
 * table, there are figures and no stacks.
 */
export const printedList: Importer = {
  id: "pprof-list",
  embedded: true,
  recognises: (content) => /\bROUTINE\s+={5,}/.test(plainHead(content)),
  *read(content: FileContent): Steps<readonly ImportedProfile[]> {
    const facts = noFacts();
    const rows: Row[] = [];
    let name: string | undefined;
    const lines = plainLines(content);
    for (let i = 0; i < lines.length; i++) {
      if (i % 8192 === 8191) yield i / lines.length;
      const line = lines[i];
      const routine = ROUTINE.exec(line);
      if (routine) {
        name = nameOf(routine[1]).name;
        continue;
      }
      const found = name === undefined ? null : FIGURES.exec(line);
      if (found && name !== undefined) {
        const flat = figure(found[1] ?? found[4]);
        const cum = figure(found[2] ?? found[5]);
        const cumPercent = found[3] ? (percentOf(found[3]) ?? 0) : 0;
        rows.push({
          name,
          inline: 0,
          flat,
          cum,
          cumPercent,
          flatPercent: 0,
          sumPercent: undefined,
        });
        name = undefined;
      } else if (rows.length === 0) readFact(line, facts);
    }
    const items = rows.map((row) => ({ is: "row", row }) as const);
    const table = tableOf({ facts, items, lines: rows.map(() => ""), line: 1 });
    if (!table) {
      throw new ProfileError(FORMATS_WORDS.printed.list, {
        line: lines.findIndex((l) => ROUTINE.test(l)) + 1,
        hint: FORMATS_WORDS.printed.listHint,
      });
    }
    return [{ name: "", profile: figuresProfile(table), bytes: tableText(table) }];
  },
};

function figure(text: string): Measure {
  return measureOf(text) ?? ZERO;
}
