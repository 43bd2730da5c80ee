import { measureOf } from "./measure.js";
import { type Figures, figuresOf, type LineItem, type Row } from "./row.js";

type Event =
  | { readonly is: "figures"; readonly figures: Figures }
  | { readonly is: "name"; readonly name: string; readonly inline: number };

/**
 * Rows of a table whose columns were broken over lines: names above or below their figures, one
 * column a line, or column after column, as they come out of a picture, a PDF or a narrow mail.
 * @param hasUnits figures of the table have units: a bare number among the lines is no figure
 */
export function brokenRows(items: readonly LineItem[], hasUnits: boolean): Row[] {
  const events = byLine(items, hasUnits);
  const figures = events.filter((e) => e.is === "figures").length;
  const paired = pair(events);
  if (paired.length > 0 && paired.length >= figures / 2) return paired;
  const columns = byColumn(items, hasUnits);
  return columns.length > paired.length ? columns : paired;
}

/** Names, and the figures that follow each other until a row of them is full. */
function byLine(items: readonly LineItem[], hasUnits: boolean): Event[] {
  const events: Event[] = [];
  let tokens: string[] = [];
  const flush = () => {
    for (let i = 0; i < tokens.length; ) {
      const full = figuresAt(tokens, i);
      if (full) {
        events.push({ is: "figures", figures: full.figures });
        i += full.length;
      } else i++;
    }
    tokens = [];
  };
  for (const item of items) {
    if (item.is === "figures") tokens.push(...item.tokens.filter((t) => isFigure(t, hasUnits)));
    else if (item.is === "name") {
      flush();
      events.push(item);
    } else if (item.is === "row") flush();
  }
  flush();
  return events;
}

/** Page furniture has bare numbers (reactions, line numbers); a table with units has only 0 bare. */
function isFigure(token: string, hasUnits: boolean): boolean {
  if (!hasUnits || token.endsWith("%")) return true;
  const measure = measureOf(token);
  return measure !== undefined && (measure.family !== "none" || measure.value === 0);
}

/** The figures that begin at a token, and how many tokens they are. */
export function figuresAt(
  tokens: readonly string[],
  at: number,
): { figures: Figures; length: number } | undefined {
  const isShare = (i: number) => tokens[at + i]?.endsWith("%") ?? false;
  if (isShare(0) || !isShare(1)) return undefined;
  if (isShare(2) && tokens[at + 3] !== undefined && !isShare(3) && isShare(4)) {
    const figures = figuresOf(tokens.slice(at, at + 5));
    return figures && { figures, length: 5 };
  }
  if (tokens[at + 2] !== undefined && !isShare(2) && isShare(3)) {
    const [flat, flatShare, cum, cumShare] = tokens.slice(at, at + 4);
    const figures = figuresOf([flat, flatShare, undefined, cum, cumShare]);
    return figures && { figures, length: 4 };
  }
  return undefined;
}

/** Gives each row of figures the name beside it: all of them above, or all below. */
function pair(events: readonly Event[]): Row[] {
  const split = events.findIndex((e) => e.is !== events[0]?.is);
  if (split > 1 && split * 2 === events.length) {
    const rest = events.slice(split);
    if (rest.every((e) => e.is === rest[0].is)) {
      return rest.flatMap((e, i) => joined(events[i], e));
    }
  }
  const above: Row[] = [];
  const below: Row[] = [];
  for (let i = 0; i + 1 < events.length; i++) {
    const [a, b] = [events[i], events[i + 1]];
    if (a.is === b.is) continue;
    (a.is === "name" ? above : below).push(...joined(a, b));
  }
  // Where each row has both neighbours, the table's first line tells which is its own.
  if (above.length !== below.length) return above.length > below.length ? above : below;
  return events[0]?.is === "name" ? above : below;
}

function joined(a: Event, b: Event): Row[] {
  const figures = a.is === "figures" ? a.figures : b.is === "figures" ? b.figures : undefined;
  const name = a.is === "name" ? a : b.is === "name" ? b : undefined;
  return figures && name ? [{ ...figures, name: name.name, inline: name.inline }] : [];
}

/** Column after column: as many figures of each sort as there are names. */
function byColumn(items: readonly LineItem[], hasUnits: boolean): Row[] {
  const names = items.filter((i) => i.is === "name");
  const tokens = items
    .flatMap((i) => (i.is === "figures" ? i.tokens : []))
    .filter((t) => isFigure(t, hasUnits));
  const values = tokens.filter((t) => !t.endsWith("%"));
  const shares = tokens.filter((t) => t.endsWith("%"));
  const n = names.length;
  const hasSum = shares.length === 3 * n;
  if (n === 0 || values.length !== 2 * n || !(hasSum || shares.length === 2 * n)) return [];
  return names.flatMap(({ name, inline }, i) => {
    const sum = hasSum ? shares[n + i] : undefined;
    const cumShare = shares[(hasSum ? 2 * n : n) + i];
    const figures = figuresOf([values[i], shares[i], sum, values[n + i], cumShare]);
    return figures ? [{ ...figures, name, inline }] : [];
  });
}
