/** A name longer than that is no function's. */
const LONGEST_NAME = 2000;

/**
 * Finds which of many regular expressions a function's name fits. Each is filed under a whole word
 * that it cannot do without, so that a name is tried against the few whose word it has.
 */
export class FrameIndex {
  private readonly tests: readonly RegExp[];
  private readonly byWord = new Map<string, number[]>();
  /** those that need no word */
  private readonly wide: number[] = [];

  /** Ids of patterns are their positions. */
  constructor(patterns: readonly string[]) {
    this.tests = patterns.map((source) => new RegExp(source));
    patterns.forEach((source, id) => {
      const words = alternatives(source).map(neededWord);
      if (words.some((word) => word === "")) {
        this.wide.push(id);
        return;
      }
      for (const word of new Set(words)) {
        const filed = this.byWord.get(word);
        if (filed) filed.push(id);
        else this.byWord.set(word, [id]);
      }
    });
  }

  /** Ids of the patterns that a name fits, in order. */
  match(name: string): number[] {
    if (name.length > LONGEST_NAME) return [];
    const out: number[] = [];
    for (const id of this.wide) if (this.tests[id].test(name)) out.push(id);
    for (const word of new Set(name.split(/\W+/))) {
      for (const id of this.byWord.get(word) ?? []) {
        if (this.tests[id].test(name) && !out.includes(id)) out.push(id);
      }
    }
    return out.sort((a, b) => a - b);
  }
}

/** The parts of a pattern of which one must fit. */
function alternatives(source: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === "\\") i++;
    else if (c === "[") i = endOfClass(source, i);
    else if (c === "(") depth++;
    else if (c === ")") depth--;
    else if (c === "|" && depth === 0) {
      out.push(source.slice(from, i));
      from = i + 1;
    }
  }
  out.push(source.slice(from));
  return out;
}

/** The longest word that every name which fits has between two characters of no word; "" for none. */
export function neededWord(pattern: string): string {
  let best = "";
  let run = "";
  // Whether the run began behind something that is surely no part of a word.
  let fenced = false;
  const end = (bySign: boolean): void => {
    if (fenced && bySign && run.length > best.length) best = run;
    run = "";
    fenced = bySign;
  };
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === "\\") {
      i++;
      end(!/\w/.test(pattern[i] ?? ""));
    } else if (c === "(") {
      end(false);
      i = endOfGroup(pattern, i);
    } else if (c === "[") {
      end(false);
      i = endOfClass(pattern, i);
    } else if (c === "^" || c === "$") end(true);
    else if (/[?*+{}]/.test(c)) end(false);
    else if (c === ".") end(false);
    else if (/\w/.test(c)) run += c;
    else end(true);
    // What a quantifier makes optional is no fence and no word.
    if (/[?*+{]/.test(pattern[i + 1] ?? "")) end(false);
  }
  return best;
}

function endOfClass(source: string, at: number): number {
  let i = at + 1;
  if (source[i] === "^") i++;
  if (source[i] === "]") i++;
  while (i < source.length && source[i] !== "]") i += source[i] === "\\" ? 2 : 1;
  return i;
}

function endOfGroup(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const c = source[i];
    if (c === "\\") i++;
    else if (c === "[") i = endOfClass(source, i);
    else if (c === "(") depth++;
    else if (c === ")" && --depth === 0) return i;
  }
  return source.length;
}
