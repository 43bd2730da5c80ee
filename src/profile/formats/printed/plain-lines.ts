import type { FileContent } from "../file-content.js";
import { cleanLine } from "./clean-line.js";

const lines = new WeakMap<FileContent, readonly string[]>();
const heads = new WeakMap<FileContent, string>();

/** What a report of pprof has, however it was written down: else nothing needs to be cleaned. */
const MAY_BE_REPORT = /%|\uff05|[-\u2010-\u2015\u2212\u2500]{5}\s?\+|ROUTINE/;

/** The lines of a text as pprof printed them, see `withRealLines` and `cleanLine`. */
export function plainLines(content: FileContent): readonly string[] {
  let found = lines.get(content);
  if (!found) {
    found = cleaned(content.text());
    lines.set(content, found);
  }
  return found;
}

/** The beginning of a text, cleaned likewise, without empty lines: enough to tell what it is. "" where it is no text. */
export function plainHead(content: FileContent): string {
  let found = heads.get(content);
  if (found === undefined) {
    const { head } = content;
    found = MAY_BE_REPORT.test(head)
      ? cleaned(head)
          .filter((line) => line.trim() !== "")
          .join("\n")
      : "";
    heads.set(content, found);
  }
  return found;
}

function cleaned(text: string): string[] {
  return withoutMargin(
    withRealLines(text)
      .split(/\r\n|\r|\n/)
      .map(cleanLine),
  );
}

/**
 * A text with its lines as they were printed: those of a string in JSON, of a page in HTML, of a
 * mail whose long lines were broken by `=`. Another text as it is.
 */
function withRealLines(text: string): string {
  let out = text;
  if (/=\r?\n/.test(out) && isQuotedPrintable(out)) out = fromQuotedPrintable(out);
  if (/^\s*[[{"]/m.test(out)) out = out.replace(JSON_LINE, (line) => stringIn(line) ?? line);
  out = withBreaks(out);
  if (out.includes("<")) out = out.replace(/<br\s*\/?>|<\/(?:div|tr|p|li|dd)>/gi, "\n");
  return out;
}

/** Line breaks written as `\n`, as in a string of JSON whose ends were cut off. */
function withBreaks(text: string): string {
  const written = text.match(/\\n/g)?.length ?? 0;
  const real = text.match(/\n/g)?.length ?? 0;
  if (written < 3 || written < real) return text;
  return text
    .replace(/(?:\\r)?\\n/g, "\n")
    .replaceAll("\\t", "\t")
    .replaceAll('\\"', '"');
}

/** A line that may be a string or an object of JSON by itself. */
const JSON_LINE = /^[ \t]*(?:"[^\n]*"|\{[^\n]*\})[ \t]*,?[ \t]*\r?$/gm;
const MAX_JSON_LINE = 1 << 20;

/** The string that a line of JSON is, or the longest of its object's: the message of a log. */
function stringIn(line: string): string | undefined {
  if (line.length > MAX_JSON_LINE) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line.trim().replace(/,$/, ""));
  } catch {
    return undefined;
  }
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const texts = Object.values(value).filter((v): v is string => typeof v === "string");
  return texts.reduce<string | undefined>(
    (longest, text) => (text.length > (longest?.length ?? -1) ? text : longest),
    undefined,
  );
}

/** Whether lines end in `=` at the width of mails only. */
function isQuotedPrintable(text: string): boolean {
  const broken = text.match(/^[^\n]*=\r?$/gm) ?? [];
  return broken.length > 0 && broken.every((line) => line.length > 60 && line.length < 79);
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (run) =>
      new TextDecoder().decode(
        Uint8Array.from(run.slice(1).split("="), (hex) => Number.parseInt(hex, 16)),
      ),
    );
}

const RULE = /-{5,}\s?\+-{5,}|ROUTINE =/;
const MAX_MARGIN = 120;

/**
 * Lines without what stands in front of each: numbers, a time, the name of a pod, marks of
 * quoting. What it is the lines tell that head the parts of a report.
 */
function withoutMargin(all: string[]): string[] {
  const rule = all.find((line) => RULE.test(line));
  const margin = rule?.slice(0, rule.search(RULE)) ?? "";
  if (margin.trim() === "" || margin.length > MAX_MARGIN) return all;
  const shape = margin
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\d+/g, "\\d+")
    .replace(/\s+/g, "\\s+");
  const start = new RegExp(`^\\s*${shape} ?`);
  const has = all.filter((line) => start.test(line)).length;
  return has * 2 < all.length ? all : all.map((line) => line.replace(start, ""));
}
