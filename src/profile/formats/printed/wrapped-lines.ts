import { isBareName } from "./clean-line.js";
import { PERCENT, VALUE } from "./measure.js";

/** Windows and mails that break lines are as wide. */
const LEAST_WIDTH = 60;
const MOST_WIDTH = 250;
/** So many lines of one length are no accident. */
const ENOUGH = 3;

const FIGURES_ALONE = new RegExp(
  `^\\s*(?:${VALUE}|${PERCENT})(?:\\s+(?:${VALUE}|${PERCENT}))*\\s*\\|?$`,
);
const INLINE = /^\s*\((?:partial-)?inline\)$/;
const BEGINS = new RegExp(
  `^\\s*(?:${VALUE}\\s+(?:${PERCENT}|[^\\d\\s])|${VALUE}$|-{5}|flat\\s|File:|Type:|Time:|Showing |Dropped |Active )`,
);

/**
 * Lines of traces and trees as they were before a narrow window or a mail broke them: what
 * follows a line of the full width without being indented belongs to it, as does a name behind
 * figures that stand alone.
 */
export function unwrapped(lines: readonly string[]): readonly string[] {
  const width = widthOf(lines);
  const out: string[] = [];
  let isFull = false;
  for (const line of lines) {
    const last = out.at(-1) ?? "";
    const isRest = line !== "" && !BEGINS.test(line) && /^\S/.test(line);
    if (INLINE.test(line) && out.length > 0) out[out.length - 1] = `${last} ${line.trim()}`;
    else if (isFull && (isRest || /^\d+$/.test(line))) out[out.length - 1] = last + line;
    else if (isRest && FIGURES_ALONE.test(last) && isBareName(line)) {
      out[out.length - 1] = `${last}  ${line}`;
    } else if (isRest && isOpen(last)) out[out.length - 1] = `${last} ${line}`;
    else out.push(line);
    isFull = line.length === width;
  }
  return out;
}

/** Whether the type arguments that a line began are not closed. */
function isOpen(line: string): boolean {
  return line.split("[").length > line.split("]").length;
}

/** The length at which lines were broken; -1 where they were not. */
function widthOf(lines: readonly string[]): number {
  let width = 0;
  let count = 0;
  for (const { length } of lines) {
    if (length > width) {
      width = length;
      count = 0;
    }
    if (length === width) count++;
  }
  return count >= ENOUGH && width >= LEAST_WIDTH && width <= MOST_WIDTH ? width : -1;
}
