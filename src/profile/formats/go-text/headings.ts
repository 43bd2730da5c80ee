/** What a section of Go's text profiles is. */
export type SectionKind = "heap" | "count" | "contention" | "stacks";

/** The line with which a section begins. */
export interface Heading {
  readonly kind: SectionKind;
  /** what stands in front of it in each line of a log: a time, a pod's name; matches nothing else */
  readonly prefix: RegExp | undefined;
  /** the line without that */
  readonly text: string;
}

const HEADINGS: readonly { readonly kind: SectionKind; readonly test: RegExp }[] = [
  { kind: "heap", test: /heap profile: +\d+: +\d+ +\[ *\d+: +\d+ *\] +@ +heap\/\d+/ },
  { kind: "count", test: /\b[A-Za-z]\w{0,63} profile: total \d+\s*$/ },
  { kind: "contention", test: /--- (?:contention|mutex):/ },
  {
    kind: "stacks",
    test: /(?<![\w.])goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[[^\]]{1,200}\]:/,
  },
];

/** Texts that all headings hold, to look for them in many bytes. */
const NEEDLES = [
  "heap profile: ",
  " profile: total ",
  "--- contention:",
  "--- mutex:",
  "goroutine ",
];
const encoder = new TextEncoder();
const needles = NEEDLES.map((n) => encoder.encode(n));
const decoder = new TextDecoder();
/** So far behind a needle its line is looked at. */
const LOOKED_AT = 512;

/** The heading that a line is; undefined where it is none. */
export function headingOf(line: string): Heading | undefined {
  if (!line.includes("profile: ") && !line.includes("--- ") && !line.includes("goroutine ")) {
    return undefined;
  }
  for (const { kind, test } of HEADINGS) {
    const found = test.exec(line);
    if (!found) continue;
    const before = line.slice(0, found.index);
    // "[originating from goroutine 1 [running]:" is no heading of its own.
    if (before.length > 200 || /goroutine|created by|profile/.test(before)) continue;
    return { kind, prefix: before === "" ? undefined : shapeOf(before), text: found[0] };
  }
  return undefined;
}

/** Whether a heading is somewhere in a text. */
export function hasHeading(bytes: Uint8Array): boolean {
  return needles.some((needle) => {
    for (let at = find(bytes, needle, 0); at >= 0; at = find(bytes, needle, at + 1)) {
      const from = Math.max(0, bytes.lastIndexOf(10, at) + 1, at - LOOKED_AT);
      const end = bytes.indexOf(10, at);
      const to = Math.min(end < 0 ? bytes.length : end, at + LOOKED_AT);
      if (headingOf(decoder.decode(bytes.subarray(from, to)).trimEnd())) return true;
    }
    return false;
  });
}

function find(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const last = bytes.length - needle.length;
  for (let at = bytes.indexOf(needle[0], from); at >= 0 && at <= last; ) {
    let i = 1;
    while (i < needle.length && bytes[at + i] === needle[i]) i++;
    if (i === needle.length) return at;
    at = bytes.indexOf(needle[0], at + 1);
  }
  return -1;
}

/** The same prefix with other numbers: each line of a log has a time of its own. */
function shapeOf(prefix: string): RegExp {
  const escaped = prefix.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\d+/g, "\\d+");
  return new RegExp(`^${escaped}`);
}

/** A line of a section without what the log put in front of it. */
export function withoutPrefix(line: string, { prefix }: Heading): string {
  return prefix ? line.replace(prefix, "") : line;
}
