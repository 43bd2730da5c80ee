import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { ProfileError } from "../../profile-error.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { figuresProfile } from "./figures-profile.js";
import { LOOSE_PERCENT, LOOSE_VALUE } from "./measure.js";
import { plainHead, plainLines } from "./plain-lines.js";
import { isPrintedTree } from "./printed-tree.js";
import { sectionsOf } from "./sections.js";
import { type PrintedTable, tableOf } from "./table.js";
import { mergedTables, tableText } from "./table-text.js";
import { wholeLines } from "./whole-lines.js";

/** A row's figures, also over several lines; or the words above a table. */
const HINT = new RegExp(
  `(?<![\\w.%])${LOOSE_VALUE}\\s+${LOOSE_PERCENT}\\s+(?:${LOOSE_PERCENT}\\s+)?${LOOSE_VALUE}\\s+${LOOSE_PERCENT}|\\bflat\\W{1,40}flat\\s?%|nodes accounting for`,
);
/** A ticket with a table in it is not longer. */
const MAX_LOOKED_AT = 1 << 23;

/**
 * Tables of `go tool pprof -top`, `-text` and of its prompt, of any version: cut from a ticket
 * with whatever stood around it, quoted, translated, broken over lines. They have no stacks.
 */
export const printedTable: Importer = {
  id: "pprof-table",
  embedded: true,
  recognises: (content) =>
    content.isText &&
    !isPrintedTree(content) &&
    (HINT.test(plainHead(content)) ||
      (content.bytes.length <= MAX_LOOKED_AT && HINT.test(content.text()))),
  *read(content: FileContent): Steps<readonly ImportedProfile[]> {
    const lines = wholeLines(plainLines(content));
    const tables: PrintedTable[] = [];
    for (const section of sectionsOf(lines)) {
      const table = tableOf(section);
      if (table) tables.push(table);
      yield 0.5;
    }
    const merged = mergedTables(tables);
    if (merged.length === 0) {
      const at = lines.findIndex((line) => HINT.test(line));
      throw new ProfileError(FORMATS_WORDS.printed.table, {
        line: Math.max(0, at) + 1,
        hint: FORMATS_WORDS.printed.tableHint,
      });
    }
    return merged.map((table, i) => ({
      name: merged.length === 1 ? "" : `table ${i + 1}`,
      profile: figuresProfile(table),
      bytes: tableText(table),
    }));
  },
};
