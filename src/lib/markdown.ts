/** Text as Markdown that shows it as it is, on one line. */
export function prose(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~#]/g, "\\$&")
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, "$1\\$2");
}

/** Text as a code span, whatever backticks it holds; "" is no span. */
export function code(text: string): string {
  const line = oneLine(text).trim();
  if (line === "") return "";
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines as a code block; no line of it can end it. */
export function codeBlock(lines: readonly string[]): string {
  const fence = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [fence, ...lines.map(oneLine), fence].join("\n");
}

/** A table; cells are Markdown already, a bar in one is kept from ending it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = `| ${head.map((_, i) => (i === 0 ? "---" : "---:")).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** An address as a link; as code where it is none that a browser should follow. */
export function linkTo(address: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : code(address);
}

function cell(text: string): string {
  // In tables a bar ends the cell even within a code span, unless it is escaped once more.
  return text.replace(/\\?\|/g, "\\|");
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names come out of files
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ");
}

function longestRun(text: string): number {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of so many characters for a share of 1, in eighths of a character. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const full = "█".repeat(eighths >> 3) + EIGHTHS[eighths & 7];
  return full.padEnd(width);
}
