import { lastOf } from "../../lib/must.js";
import { canonicalName, nameParts, shortName } from "../../profile/function-name.js";

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
    width += c < 128 ? meter.advance[c] : meter.other;
  }
  return width;
}

const ELLIPSIS = "…";

/** A name cut for the space there is. */
export interface Label {
  readonly text: string;
  /** the path of the package, to be drawn behind the name in a lighter tone; "" without room */
  readonly aside: string;
  /** of both, and of the space between them */
  readonly width: number;
}

/** Space between a name and the path behind it, in CSS pixels. */
export const ASIDE_GAP = 8;
const NOTHING: Label = { text: "", aside: "", width: 0 };
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
    width += c < 128 ? meter.advance[c] : meter.other;
    if (width > space) break;
    from--;
  }
  if (from === 0) return text;
  // Never cut a pair of surrogates in two.
  const code = text.charCodeAt(from);
  if (code >= 0xdc00 && code <= 0xdfff) from++;
  return text.length - from < MIN_LETTERS ? "" : ELLIPSIS + text.slice(from);
}

/** Type arguments without the paths of their packages: `Map[v1.Pod]` of `Map[k8s.io/api/core/v1.Pod]`. */
export function shortArguments(name: string): string {
  const bracket = name.indexOf("[");
  if (bracket < 0) return name;
  return name.slice(0, bracket) + name.slice(bracket).replace(/[^[\],;*( ]*\//g, "");
}

/** Without type arguments: `Map[…].Get` of `Map[k8s.io/api/core/v1.Pod].Get`. */
export function withoutArguments(name: string): string {
  const from = name.indexOf("[");
  const to = name.lastIndexOf("]");
  return from < 0 || to <= from + 1 ? name : `${name.slice(0, from)}[…]${name.slice(to + 1)}`;
}

/** What is worked out of a frame's name once. */
interface Forms {
  /** from the longest to the shortest: whole, arguments shortened, without arguments */
  readonly names: readonly string[];
  readonly widths: readonly number[];
  /** path of the package, without the slash at its end */
  readonly path: string;
  readonly pathWidth: number;
  /** type and method alone, behind an ellipsis */
  readonly bare: string;
  readonly bareWidth: number;
}

/**
 * Names by frame, all of one sort: package, type and method, `v1.(*ConfigMap).Unmarshal`, with the
 * path of the package behind it where there is room. Where there is not even room for the name,
 * type arguments go first, then it is cut from its left end. Widths are measured once a frame.
 */
export class Labels {
  private readonly forms: (Forms | undefined)[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly meter: TextMeter,
  ) {}

  /** The label of a frame in `space` CSS pixels; the text is "" where none fits. */
  fit(frame: number, space: number): Label {
    this.forms[frame] ??= this.formsOf(this.names[frame] ?? "");
    const { names, widths, path, pathWidth, bare, bareWidth } = this.forms[frame];
    const first = widths[0];
    if (path !== "" && first + ASIDE_GAP + pathWidth <= space) {
      return { text: names[0], aside: path, width: first + ASIDE_GAP + pathWidth };
    }
    for (let i = 0; i < names.length; i++) {
      if (widths[i] <= space) return { text: names[i], aside: "", width: widths[i] };
    }
    if (bareWidth <= space) return { text: bare, aside: "", width: bareWidth };
    // A whole word tells more than the end of one behind an ellipsis.
    const word = bare.replace(/^…/, "");
    const wordWidth = this.width(word);
    if (wordWidth <= space) return { text: word, aside: "", width: wordWidth };
    return this.cut(lastOf(names), space);
  }

  private formsOf(name: string): Forms {
    const whole = canonicalName(name);
    const { short, path: folder } = nameParts(whole);
    const names = [...new Set([short, shortArguments(short), withoutArguments(short)])];
    const last = lastOf(names);
    const bare = bareName(last);
    const path = folder.slice(0, Math.max(0, folder.length - 1));
    const marked = bare === last ? bare : ELLIPSIS + bare;
    return {
      names,
      widths: names.map((n) => this.width(n)),
      path,
      pathWidth: this.width(path),
      bare: marked,
      bareWidth: this.width(marked),
    };
  }

  /** Any text, cut from its left end. */
  cut(text: string, space: number): Label {
    const cut = textWidth(text, this.meter) <= space ? text : cutLeft(text, space, this.meter);
    return cut === "" ? NOTHING : { text: cut, aside: "", width: textWidth(cut, this.meter) };
  }

  /** Width of a text in CSS pixels. */
  width(text: string): number {
    return textWidth(text, this.meter);
  }
}
