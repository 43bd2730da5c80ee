import { noFacts, type ReportFacts, readFact } from "./report-facts.js";
import { type LineItem, lineItem } from "./row.js";

/** One report of a text: what stands above it, and its lines. */
export interface Section {
  readonly facts: ReportFacts;
  readonly items: LineItem[];
  /** cleaned lines, beside `items` */
  readonly lines: string[];
  /** the text's line on which the report begins, from 1 */
  readonly line: number;
}

/** The line above the columns, whatever columns there are. */
const HEADINGS = /^\W*flat\b.*\bcum\b/i;
const PROMPT =
  /^\s*\(pprof\)\s*(?:top|text|tree|peek|list|traces)|^\s*[$#%>]?\s*go tool pprof\b|^\s*Total:\s*\S/;

/**
 * Parts a text's cleaned lines into reports. A new one begins with the lines above a table where rows were seen
 * since the last such lines; what an interactive session says only once holds for those after.
 */
export function sectionsOf(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  let open: Section = { facts: noFacts(), items: [], lines: [], line: 1 };
  let hasRows = false;
  const next = (line: number, keep: boolean) => {
    if (!hasRows) return;
    sections.push(open);
    const { type, file, buildId, timeNanos } = open.facts;
    const facts = keep ? { ...noFacts(), type, file, buildId, timeNanos } : noFacts();
    open = { facts, items: [], lines: [], line };
    hasRows = false;
  };
  lines.forEach((line, i) => {
    const item = lineItem(line);
    if (item.is === "row" || item.is === "figures") hasRows = true;
    else if (/^\W*(?:File|Type|Build ID)\s*:/.test(line)) next(i + 1, false);
    else if (HEADINGS.test(line) || PROMPT.test(line)) next(i + 1, true);
    if (item.is === "other" || item.is === "name") {
      if (!hasRows) readFact(line, open.facts);
      // What stands above a table begins the next one where this one has rows already.
      else if (readFact(line, { ...open.facts, filters: [] })) {
        next(i + 1, true);
        readFact(line, open.facts);
      }
    }
    open.items.push(item);
    open.lines.push(line);
  });
  sections.push(open);
  return sections;
}
