import type { Steps } from "../../../lib/steps.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { TextLines } from "../text-lines.js";
import { ContentionSection } from "./contention-section.js";
import { CountSection } from "./count-section.js";
import { type Heading, hasHeading, headingOf, withoutPrefix } from "./headings.js";
import { HeapSection } from "./heap-section.js";
import type { Section } from "./section.js";
import { StacksSection } from "./stacks-section.js";

const LINES_A_STEP = 4096;
/** So many profiles of one text are read; a log may hold a dump a minute. */
const MAX_SECTIONS = 1000;

interface Open {
  readonly heading: Heading;
  readonly section: Section;
  /** first byte of the heading's line */
  readonly from: number;
}

/**
 * Go's profiles as text: heap, allocs, goroutine, threadcreate, block and mutex with `?debug=1`,
 * goroutine stacks with `?debug=2` or of a panic; wherever they stand in a log, each as a profile.
 */
export const goText: Importer = {
  id: "go-text",
  embedded: true,
  recognises: ({ isText, bytes }) => isText && hasHeading(bytes),
  *read(content: FileContent): Steps<readonly ImportedProfile[]> {
    const lines = new TextLines(content);
    const found: ImportedProfile[] = [];
    let open: Open | undefined;
    const close = (end: number) => {
      if (!open) return;
      const { section, from } = open;
      const bytes = content.bytes.subarray(from, end);
      found.push({ name: "", profile: section.done(), bytes });
      open = undefined;
    };
    for (let line = lines.next(); line !== undefined; line = lines.next()) {
      if (lines.number % LINES_A_STEP === 0) yield lines.share;
      const heading = headingOf(line);
      if (heading && !continues(open, heading, line)) {
        close(lines.byte);
        if (found.length >= MAX_SECTIONS) break;
        open = { heading, section: sectionOf(heading, lines.number), from: lines.byte };
      }
      if (open) open.section.read(withoutPrefix(line, open.heading), lines.number);
    }
    close(content.bytes.length);
    return found;
  },
};

/** Whether a heading is one more goroutine of the dump that is being read. */
function continues(open: Open | undefined, heading: Heading, line: string): boolean {
  if (heading.kind !== "stacks" || !open) return false;
  return open.section instanceof StacksSection && !open.section.isRepeated(line);
}

function sectionOf({ kind, text }: Heading, line: number): Section {
  switch (kind) {
    case "heap":
      return new HeapSection(text, line);
    case "count":
      return new CountSection(text);
    case "contention":
      return new ContentionSection();
    case "stacks":
      return new StacksSection();
  }
}
