import { canonicalName, shortName } from "../../profile/function-name.js";

/** How wide text is, in CSS pixels: the advance of each character code below 128 and of others. */
export interface TextMeter {
  readonly advance: Float32Array;
  readonly other: number;
}

/** Advances of Helvetica and Arial, in thousandths of the font size, from code 32 on. */
const SANS =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 " +
  "556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 " +
  "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 " +
  "556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584";

/** A meter for a sans-serif font that cannot be measured; slightly wide to be on the safe side. */
export function estimatedMeter(fontSize: number): TextMeter {
  const advance = new Float32Array(128).fill(0.6 * fontSize);
  SANS.split(" ").forEach((thousandths, i) => {
    advance[32 + i] = (Number(thousandths) / 1000) * 1.06 * fontSize;
  });
  return { advance, other: fontSize };
}

/** A meter made by measuring each character once. */
export function measuredMeter(measure: (text: string) => number): TextMeter {
  const advance = new Float32Array(128);
  // Between two letters, so that a space is not taken for margin.
  const frame = measure("nn");
  for (let c = 32; c < 127; c++) advance[c] = measure(`n${String.fromCharCode(c)}n`) - frame;
  return { advance, other: Math.max(measure("…"), measure("好")) };
}

/** Width of a text in CSS pixels; kerning is left out. */
export function textWidth(text: string, meter: TextMeter): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    width += c < 128 ? meter.advance[c]! : meter.other;
  }
  return width;
}

const ELLIPSIS = "…";

/** A name cut for the space there is. */
export interface Label {
  readonly text: string;
  /** the part in front that is the package's path, to be drawn in a lighter tone */
  readonly path: string;
  readonly width: number;
}

const NOTHING: Label = { text: "", path: "", width: 0 };
/** Letters worth showing after an ellipsis. */
const MIN_LETTERS = 2;

/** The type and method alone: `(*ConfigMap).Unmarshal` of `v1.(*ConfigMap).Unmarshal`. */
export function bareName(name: string): string {
  const short = shortName(name);
  const bracket = short.indexOf("[");
  const dot = short.indexOf(".");
  if (dot <= 0 || dot === short.length - 1 || (bracket >= 0 && bracket < dot)) return short;
  return short.slice(dot + 1);
}

/** Text cut from its left end until it fits; "" where nothing readable would be left. */
export function cutLeft(text: string, space: number, meter: TextMeter): string {
  let width = meter.other;
  let from = text.length;
  while (from > 0) {
    const c = text.charCodeAt(from - 1);
    width += c < 128 ? meter.advance[c]! : meter.other;
    if (width > space) break;
    from--;
  }
  if (from === 0) return text;
  // Never cut a pair of surrogates in two.
  const code = text.charCodeAt(from);
  if (code >= 0xdc00 && code <= 0xdfff) from++;
  return text.length - from < MIN_LETTERS ? "" : ELLIPSIS + text.slice(from);
}

/**
 * Names by frame, cut from the left of the package's path so that type and method stay readable:
 * whole, then without path (`v1.(*ConfigMap).Unmarshal`), then without package, then the end of
 * that. Widths are measured once a frame.
 */
export class Labels {
  private readonly whole: (string | undefined)[] = [];
  private readonly short: string[] = [];
  private readonly bare: string[] = [];
  private readonly widths: number[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly meter: TextMeter,
  ) {}

  /** The label of a frame in `space` CSS pixels; the text is "" where none fits. */
  fit(frame: number, space: number): Label {
    let whole = this.whole[frame];
    if (whole === undefined) {
      whole = canonicalName(this.names[frame] ?? "");
      this.whole[frame] = whole;
      this.short[frame] = shortName(whole);
      this.bare[frame] = bareName(whole);
      this.widths[frame * 3] = textWidth(whole, this.meter);
      this.widths[frame * 3 + 1] = textWidth(this.short[frame]!, this.meter);
      this.widths[frame * 3 + 2] = textWidth(this.bare[frame]!, this.meter);
    }
    const short = this.short[frame]!;
    if (this.widths[frame * 3]! <= space) {
      const path = whole.slice(0, whole.length - short.length);
      return { text: short, path, width: this.widths[frame * 3]! };
    }
    if (this.widths[frame * 3 + 1]! <= space) {
      return { text: short, path: "", width: this.widths[frame * 3 + 1]! };
    }
    const bare = this.bare[frame]!;
    if (this.widths[frame * 3 + 2]! <= space) {
      return { text: bare, path: "", width: this.widths[frame * 3 + 2]! };
    }
    return this.cut(bare, space);
  }

  /** Any text, cut from its left end. */
  cut(text: string, space: number): Label {
    const cut = textWidth(text, this.meter) <= space ? text : cutLeft(text, space, this.meter);
    return cut === "" ? NOTHING : { text: cut, path: "", width: textWidth(cut, this.meter) };
  }

  /** Width of a text in CSS pixels. */
  width(text: string): number {
    return textWidth(text, this.meter);
  }
}
