import { TONES } from "../flamegraph/colour/canvas-theme.js";
import { legendOf } from "../flamegraph/colour/legend.js";
import { cutLeft, estimatedMeter, textWidth } from "../flamegraph/paint/labels.js";
import { formatDelta, formatValue } from "../lib/format.js";
import { PUBLISH_WORDS } from "../words/publish-words.js";
import type { PictureFile } from "./image-file.js";

const WORDS = PUBLISH_WORDS.sheet;

/** A line of text; `y` is its baseline. All in CSS pixels. */
export interface SheetText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly size: number;
  readonly weight: number;
}

export interface SheetBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** Where title, graph and legend of a picture file are, in CSS pixels. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly graph: Omit<SheetBox, "fill">;
  readonly texts: readonly SheetText[];
  readonly boxes: readonly SheetBox[];
  readonly subtitle: string;
}

export interface SheetOptions {
  readonly margin: number;
  readonly graphWidth: number;
  readonly graphHeight: number;
  /** the graph ends at this many rows although it has more; 0 where it is whole */
  readonly cut: number;
}

const TITLE = 15;
const SMALL = 11.5;
const SWATCH = 10;
const LINE = 18;
/** A finding has a few sentences; more lines than this are cut. */
const MAX_LINES = 6;
/** Fonts are up to this much wider than the one that widths are estimated by. */
const ANY_FONT = 1.15;

/** Places the title above the graph and the legend below it. */
export function planSheet(file: PictureFile, options: SheetOptions): Sheet {
  const { margin, graphWidth, graphHeight } = options;
  const tones = TONES[file.theme];
  const texts: SheetText[] = [];
  const boxes: SheetBox[] = [];
  const subtitle = subtitleOf(file);
  // The estimate is of the regular weight; the title is bold.
  const title = fitted(file.title, graphWidth / 1.08, TITLE);
  const say = (text: string, x: number, y: number, fill: string, size = SMALL, weight = 400) =>
    texts.push({ text, x, y, fill, size, weight });
  say(title, margin, margin + 14, tones.text, TITLE, 600);
  say(fitted(subtitle, graphWidth, SMALL), margin, margin + 34, tones.dim);
  const finding = wrapped(file.finding ?? "", graphWidth, SMALL);
  finding.forEach((line, i) => {
    say(line, margin, margin + 36 + (i + 1) * LINE, tones.text);
  });
  const top = margin + 46 + finding.length * LINE;
  let y = top + graphHeight + 8;
  if (options.cut > 0) {
    y += LINE;
    say(WORDS.cut(options.cut), margin, y - 5, tones.dim);
  }
  const legend = legendOf(file.view.colouring, file.picture, file);
  y += LINE;
  say(legend.title, margin, y - 5, tones.text, SMALL, 600);
  const meter = estimatedMeter(SMALL);
  const wideOf = (text: string): number => textWidth(text, meter) * ANY_FONT;
  let x = margin + wideOf(legend.title) + 24;
  for (const item of legend.items) {
    const label = fitted(item.label, 260, SMALL);
    const wide = SWATCH + (label === "" ? 2 : 6 + wideOf(label) + 12);
    if (x + wide > margin + graphWidth && x > margin) {
      x = margin;
      y += LINE;
    }
    boxes.push({ x, y: y - 14, width: SWATCH, height: SWATCH, fill: item.colour });
    if (label !== "") say(label, x + SWATCH + 6, y - 5, tones.dim);
    x += wide;
  }
  if (legend.note !== "") {
    y += LINE;
    say(fitted(legend.note, graphWidth, SMALL), margin, y - 5, tones.dim);
  }
  return {
    width: graphWidth + 2 * margin,
    height: y + margin,
    graph: { x: margin, y: top, width: graphWidth, height: graphHeight },
    texts,
    boxes,
    subtitle,
  };
}

function subtitleOf(file: PictureFile): string {
  const { picture, side } = file;
  const { unit, sampleType } = picture;
  if (side === "before") return WORDS.total(formatValue(picture.baseTotal, unit), sampleType);
  const total = picture.isDelta
    ? WORDS.change(formatDelta(picture.total, unit))
    : formatValue(picture.total, unit);
  const parts = [WORDS.total(total, sampleType)];
  if (picture.of !== picture.kept) {
    parts.push(WORDS.filtered(formatValue(picture.of, unit)));
  }
  if (picture.hasBase && !picture.isDelta) {
    const delta = formatDelta(picture.total - picture.baseTotal, unit);
    parts.push(
      file.against
        ? WORDS.against(delta, file.against, formatValue(picture.baseTotal, unit))
        : WORDS.since(delta, formatValue(picture.baseTotal, unit)),
    );
  }
  parts.push(WORDS.samples(picture.samples));
  return parts.join(" · ");
}

function fitted(text: string, space: number, size: number): string {
  const meter = estimatedMeter(size);
  return textWidth(text, meter) <= space ? text : cutLeft(text, space, meter);
}

/** Words, each with the space before it; of Chinese its characters, with the marks around them. */
const PIECES =
  / ?[（“《]*(?:[\u2E80-\u9FFF\uF900-\uFAFF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF“”《》]+|[\uFF00-\uFFEF“”《》])[，。；：、！？）”》]*/g;

/** A text in lines of a width, by its words; the last line that there may be ends in dots. */
function wrapped(text: string, space: number, size: number): string[] {
  const meter = estimatedMeter(size);
  const fits = (line: string): boolean => textWidth(line, meter) * ANY_FONT <= space;
  const lines: string[] = [];
  let line = "";
  for (const piece of text.trim().replace(/\s+/g, " ").match(PIECES) ?? []) {
    const word = piece.trim();
    const longer = line === "" ? word : line + piece;
    if (line === "" || fits(longer)) {
      line = longer;
      continue;
    }
    if (lines.length === MAX_LINES - 1) {
      line += "…";
      break;
    }
    lines.push(line);
    line = word;
  }
  return line === "" ? lines : [...lines, fitted(line, space, size)];
}
