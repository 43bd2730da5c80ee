import { itemAt, lastOf } from "../../lib/must.js";

/** A text on the timeline: where its middle would best be, in pixels. */
export interface WantedLabel {
  readonly id: number;
  readonly text: string;
  readonly x: number;
}

/** Where a label stands: the middle of its text, which may be cut. */
export interface PlacedLabel {
  readonly id: number;
  readonly text: string;
  readonly x: number;
}

/** Mean width of a character at the timeline's font, on the wide side. */
export const CHARACTER = 6.8;
/** The same in bold. */
export const BOLD_CHARACTER = 7.7;
/** Characters as wide as they are high, as Chinese ones are. */
const WIDE = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/g;
/** How many of the others one of them takes. */
const WIDE_TAKES = 1.8;
/** Space between two labels. */
const SPACE = 10;
/** A name is cut to this many characters at most. */
const LONGEST = 22;

/** About how wide a text is, in pixels. */
export function labelWidth(text: string, character = CHARACTER): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return (text.length + wide * (WIDE_TAKES - 1)) * character;
}

/** A middle for a text so that it stays between two edges. */
export function clampedMiddle(
  x: number,
  text: string,
  from: number,
  to: number,
  half = labelWidth(text) / 2,
): number {
  return to - from < 2 * half ? (from + to) / 2 : Math.min(to - half, Math.max(from + half, x));
}

/**
 * The labels that have room side by side between two edges. Those named first are placed first;
 * then the two ends, then the others spread evenly, so that what is left out is left out evenly.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  first: readonly number[],
  from: number,
  to: number,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  // Those named first stand out in bold.
  const ownHalf = (id: number, text: string) =>
    labelWidth(text, first.includes(id) ? BOLD_CHARACTER : CHARACTER) / 2;
  const halfOf = (id: number, text: string) => ownHalf(id, text) + SPACE / 2;
  const place = ({ id, text, x }: WantedLabel): void => {
    if (placed.some((p) => p.id === id)) return;
    const short = shortened(text);
    const at = clampedMiddle(x, short, from, to, ownHalf(id, short));
    const half = halfOf(id, short);
    const free = placed.every((p) => Math.abs(p.x - at) >= half + halfOf(p.id, p.text));
    if (free) placed.push({ id, text: short, x: at });
  };
  for (const id of first) for (const label of wanted) if (label.id === id) place(label);
  if (wanted.length > 0) {
    place(itemAt(wanted, 0));
    place(lastOf(wanted));
  }
  for (let step = highestBit(wanted.length); step >= 1; step >>= 1) {
    for (let i = 0; i < wanted.length; i += step) place(itemAt(wanted, i));
  }
  return placed;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `…${text.slice(1 - LONGEST)}`;
}

function highestBit(n: number): number {
  return n < 1 ? 1 : 1 << Math.min(30, Math.floor(Math.log2(n)));
}
