import { scaleLinear } from "d3";
import type { KeyboardEvent } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { itemAt } from "../../lib/must.js";
import type { Session } from "../../session/session.js";
import { useView } from "../../session/store.js";
import type { View } from "../../view/view.js";
import { neighbour, stepped } from "../../view/view-changes.js";
import { kindLabel, stageLabel } from "../../words/page/kubernetes-words.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { COMPACT } from "../app/media.js";
import { namesApart } from "../controls/names-apart.js";
import { formatShare, formatTime, formatValue, shortFileName } from "../controls/page-format.js";
import { filesInOrder } from "./files-in-order.js";
import { clampedMiddle, placeLabels } from "./timeline-labels.js";

/** Size of the strip and of the margins of its plot, in pixels. The top row is for what is said. */
export const STRIP = { height: 104, top: 24, bottom: 24, left: 62 } as const;
/** Where the first row of text has its baseline. */
const SAID_AT = 15;

/** Space to the right of the plot: unless the page is one column, what the files are to each other stands there. */
export function rightMargin(): number {
  return window.matchMedia(COMPACT).matches ? 14 : 176;
}

/** Horizontal lines with the values they stand for. */
export function Ticks(props: {
  scale: (v: number) => number;
  ticks: number[];
  width: number;
  unit: string;
}) {
  return (
    <g className="strip-ticks">
      {props.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={STRIP.left}
            x2={props.width - rightMargin()}
            y1={props.scale(tick)}
            y2={props.scale(tick)}
          />
          <text x={STRIP.left - 8} y={props.scale(tick)} dy="0.32em" textAnchor="end">
            {tick === 0 ? "0" : formatValue(tick, props.unit).replace(/\.0+ /, " ")}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Round values of bytes up to `top`: powers of two, two or three of them. */
export function ticksOf(top: number, unit: string): number[] {
  if (unit !== "bytes") return scaleLinear([0, top], [0, 1]).ticks(2);
  let step = 2 ** Math.floor(Math.log2(Math.max(1, top)));
  if (top / step < 1.5) step /= 2;
  const out = [0];
  for (let v = step; v <= top && out.length < 5; v += step) out.push(v);
  return out;
}

/** Whether a file is one of those shown. */
export function useIsOn(): (file: number) => boolean {
  const view = useView();
  return (file) => view.sum || file === view.shown || file === view.base;
}

/** The names of files below the plot, as many as have room; those of `first` before others. */
export function FileLabels(props: {
  files: readonly number[];
  first: readonly number[];
  x: (file: number) => number;
  width: number;
}) {
  const view = useView();
  const isOn = useIsOn();
  const apart = namesApart(view.files.map((file) => shortFileName(file.name)));
  const labels = placeLabels(
    props.files.map((i) => ({
      id: i,
      text: itemAt(apart, i),
      x: props.x(i),
    })),
    props.first,
    STRIP.left - 24,
    props.width - rightMargin() + 8,
  );
  return labels.map(({ id, text, x }) => (
    <text
      key={id}
      className="strip-label"
      data-on={isOn(id) || undefined}
      x={x}
      y={STRIP.height - 8}
      textAnchor="middle"
    >
      {text}
    </text>
  ));
}

/** A line of text in the first row, kept beside the scale and within the plot. */
export function Said(props: { text: string; x: number; width: number }) {
  const { text, x, width } = props;
  const at = clampedMiddle(x, text, STRIP.left, width - rightMargin());
  return (
    <text className="strip-note" x={at} y={SAID_AT} textAnchor="middle">
      {text}
    </text>
  );
}

/** The bands of a file, with what each holds. */
function bandsOf(set: SetAnswer, file: number): { key: string; value: number }[] {
  return set.bands.map(({ key, values }) => ({ key, value: itemAt(values, file) }));
}

/** What is said of a file in one line where the pointer is: name, total, the largest kind. */
export function useReadout(set: SetAnswer) {
  const view = useView();
  return (i: number): string => {
    const total = itemAt(set.totals, i);
    const [largest] = bandsOf(set, i).sort((a, b) => b.value - a.value);
    const kind =
      largest && largest.value > 0.005 * Math.abs(total)
        ? ` · ${kindLabel(largest.key)} ${formatShare(largest.value / total)}`
        : "";
    return `${shortFileName(itemAt(view.files, i).name)} · ${formatValue(total, set.unit)}${kind}`;
  };
}

/** What is said of a file where the pointer rests: name, time, total and kinds. */
export function useHoverText(set: SetAnswer) {
  const view = useView();
  const stagesOf = (key: string, i: number) => {
    const parts = set.tints.filter((tint) => tint.key === key && tint.stage !== "");
    return parts
      .map(({ stage, values }) => ({ stage, value: itemAt(values, i) }))
      .filter(({ value }) => value > 0)
      .map(({ stage, value }) => `${stageLabel(stage)} ${formatValue(value, set.unit)}`);
  };
  return (i: number): string => {
    const file = itemAt(view.files, i);
    const time = set.times[i];
    const of = itemAt(set.totals, i);
    const parts = [
      file.name,
      time === undefined ? TIMELINE_WORDS.noTime : formatTime(time),
      formatValue(of, set.unit),
      ...bandsOf(set, i)
        .filter(({ value }) => value > of * 0.005)
        .map(({ key, value }) =>
          TIMELINE_WORDS.atStages(
            `${kindLabel(key)} ${formatValue(value, set.unit)}`,
            stagesOf(key, i),
          ),
        ),
    ];
    return parts.join("\n");
  };
}

/**
 * The strip as a slider for keyboard and screen reader: arrows go to the next snapshot, with
 * Shift they move the base.
 */
export function sliderProps(view: View, session: Session, set: SetAnswer) {
  const file = itemAt(view.files, view.shown);
  const order = filesInOrder(view, set);
  return {
    role: "slider",
    tabIndex: 0,
    "aria-valuemin": 1,
    "aria-valuemax": view.files.length,
    "aria-valuenow": order.indexOf(view.shown) + 1,
    "aria-valuetext": TIMELINE_WORDS.position(
      shortFileName(file.name),
      formatValue(set.totals[view.shown] ?? 0, set.unit),
    ),
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.shiftKey) session.change(stepped(view, by, order));
      else {
        const from = view.base >= 0 ? view.base : itemAt(order, 0);
        session.change({ base: neighbour(order, from, by), sum: false });
      }
    },
  } as const;
}
