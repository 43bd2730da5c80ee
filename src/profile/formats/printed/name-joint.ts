/** How lines were broken: at a column, at the blanks before it, or it does not show. */
export type Breaking = "column" | "blank" | "unknown";

/** Two pieces of a name, of which the second stood on a line of its own. */
export interface Joint {
  /** the name so far, without blanks at its end */
  readonly before: string;
  /** the next piece, without blanks around it */
  readonly after: string;
  /** the line before was as wide as lines can be */
  readonly isFull: boolean;
  /** the line before may have been as wide, with blanks at its end that are gone */
  readonly isNearlyFull: boolean;
  /** the next line began with a blank of its own */
  readonly hasBlank: boolean;
}

const INLINE = /^\((?:partial-)?inline\)/;
/** The place that -lines prints behind a name. */
const PLACE = /^\/\S+\.(?:go|s|c|cc|cpp|h|rs|py):\d+(?: |$)/;

/** What stood between two pieces of a name: names of Go have blanks in their type arguments alone. */
export function gapOf(joint: Joint, breaking: Breaking): "" | " " {
  const { before, after, isFull, hasBlank } = joint;
  if (INLINE.test(after) || PLACE.test(after)) return " ";
  if (!brackets(before).includes("[")) return "";
  if (hasBlank || breaking === "blank") return " ";
  if (breaking === "column") return isFull ? "" : " ";
  return byGrammar(before, after) ?? (isFull ? "" : " ");
}

/** How the lines of a text were broken, by what its joints can only have been. */
export function breakingOf(joints: readonly Joint[]): Breaking {
  let columns = 0;
  let blanks = 0;
  for (const joint of joints) {
    const { before, after, isFull, isNearlyFull, hasBlank } = joint;
    if (INLINE.test(after) || PLACE.test(after)) continue;
    if (!isFull) {
      if (!isNearlyFull) blanks++;
    } else if (!brackets(before).includes("[")) columns++;
    else if (hasBlank) columns++;
    else {
      const gap = byGrammar(before, after);
      if (gap === " ") blanks++;
      else if (gap === "") columns++;
    }
  }
  if (columns > 0) return columns * 2 >= blanks ? "column" : "unknown";
  return blanks > 0 ? "blank" : "unknown";
}

/**
 * What Go's types have there: `interface {}`, `struct { X int; Y []string }`, `func(int, string)
 * error`, but `Map[string,int]`. Undefined where both can be: in a word, or between two.
 */
function byGrammar(before: string, after: string): "" | " " | undefined {
  const last = before.at(-1) ?? "";
  const first = after[0] ?? "";
  if (last === "{") return first === "}" ? "" : " ";
  if (last === ";" || first === "{" || first === "}") return " ";
  if (last === ",") return brackets(before).at(-1) === "[" ? "" : " ";
  if (/[[(*./]/.test(last) || /[\]),;./]/.test(first)) return "";
  if (last === ")") return " ";
  if (first === "*" || first === "<" || /[^\w.]chan$/.test(before)) return " ";
  return undefined;
}

/** The brackets that are open at the end of a text, the innermost last. */
export function brackets(text: string): string {
  let open = "";
  for (const letter of text) {
    if (letter === "[" || letter === "(" || letter === "{") open += letter;
    else if (letter === "]" || letter === ")" || letter === "}") open = open.slice(0, -1);
  }
  return open;
}
