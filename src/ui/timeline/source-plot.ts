import { max, scaleLinear } from "d3";
import type { SetAnswer } from "../../engine/answers.js";
import { itemAt, lastOf, must } from "../../lib/must.js";
import type { FileSource } from "../../view/file-sources.js";
import { momentsOf } from "../controls/moments.js";
import { namesApart } from "../controls/names-apart.js";
import { STRIP } from "./timeline-parts.js";

/** Where one process stands in the strip, in pixels. */
export interface SourceCell {
  readonly source: FileSource;
  /** its name, without what all begin with */
  readonly label: string;
  readonly left: number;
  readonly right: number;
  /** of one of its files */
  x(file: number): number;
}

/** Small plots side by side, of one scale and one course of time. */
export interface SourcePlot {
  readonly cells: readonly SourceCell[];
  /** of a file that has a place */
  x(file: number): number;
  y(value: number): number;
  /** the file that has a place nearest to one */
  nearest(x: number): number;
}

/** A plot that is narrower tells nothing. */
const NARROWEST = 64;
/** Between two plots, and within one beside its ends. */
const GAP = 10;
const PADDING = 7;

/** How many sources have room side by side. */
export function sourcesWithRoom(right: number): number {
  return Math.max(1, Math.floor((right - STRIP.left + GAP) / (NARROWEST + GAP)));
}

/**
 * Places as many sources as have room: those whose newest file holds most, and those of `always`,
 * in the order they are given in.
 * @param right edge of the plots
 * @param always files whose sources have a place in any case
 */
export function plotSources(
  set: Pick<SetAnswer, "times" | "totals">,
  sources: readonly FileSource[],
  right: number,
  always: readonly number[],
): SourcePlot {
  const chosen = chosenSources(set.totals, sources, sourcesWithRoom(right), always);
  const labels = namesApart(sources.map(({ name }) => name));
  const files = chosen.flatMap((source) => source.files);
  const { at } = momentsOf(files.map((file) => set.times[file]));
  const [from, to] = [Math.min(...at), Math.max(...at)];
  const moment = new Map(files.map((file, i) => [file, itemAt(at, i)]));
  const step = (right - STRIP.left + GAP) / chosen.length;
  const cells = chosen.map((source, i): SourceCell => {
    const left = STRIP.left + i * step;
    const scale = scaleLinear(
      [from, to === from ? from + 1 : to],
      [left + PADDING, left + step - GAP - PADDING],
    );
    return {
      source,
      label: itemAt(labels, sources.indexOf(source)),
      left,
      right: left + step - GAP,
      x: (file) => scale(must(moment.get(file), "moment of a file")),
    };
  });
  const cellOf = new Map(cells.flatMap((cell) => cell.source.files.map((file) => [file, cell])));
  const x = (file: number) => must(cellOf.get(file), "place of a file").x(file);
  return {
    cells,
    x,
    y: scaleLinear([0, max(set.totals) || 1], [STRIP.height - STRIP.bottom, STRIP.top]),
    nearest: (place) => {
      const at = Math.floor((place - STRIP.left) / step);
      const { files } = itemAt(cells, Math.min(cells.length - 1, Math.max(0, at))).source;
      const away = (file: number) => Math.abs(x(file) - place);
      return files.reduce((best, file) => (away(file) < away(best) ? file : best));
    },
  };
}

function chosenSources(
  totals: readonly number[],
  sources: readonly FileSource[],
  room: number,
  always: readonly number[],
): readonly FileSource[] {
  const now = ({ files }: FileSource) => itemAt(totals, lastOf(files));
  const isKept = ({ files }: FileSource) => files.some((file) => always.includes(file));
  const ranked = sources.toSorted(
    (a, b) => Number(isKept(b)) - Number(isKept(a)) || now(b) - now(a),
  );
  const chosen = new Set(ranked.slice(0, room));
  return sources.filter((source) => chosen.has(source));
}
