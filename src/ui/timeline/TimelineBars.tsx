import { max, scaleLinear, scalePoint } from "d3";
import { useState } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { BASE_MEDIAN } from "../../engine/question.js";
import { itemAt, must } from "../../lib/must.js";
import { useView } from "../../session/store.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { formatValue, shortFileName } from "../controls/page-format.js";
import { type Layer, layersOf } from "./timeline-layers.js";
import {
  FileLabels,
  rightMargin,
  Said,
  STRIP,
  sliderProps,
  Ticks,
  ticksOf,
  useHoverText,
  useIsOn,
  useReadout,
} from "./timeline-parts.js";

/** The files side by side against their median. */
export function StripBars({ set, width }: { set: SetAnswer; width: number }) {
  const view = useView();
  const session = useSession();
  const layers = layersOf(set, useTheme());
  const [hover, setHover] = useState<number | undefined>();
  const { totals, unit, median, outlier, outlierFactor } = set;
  const y = scaleLinear([0, max(totals) || 1], [STRIP.height - STRIP.bottom, STRIP.top]);
  const places = scalePoint<number>()
    .domain(view.files.map((_, i) => i))
    .range([STRIP.left, width - rightMargin()])
    .padding(0.5);
  const x = (file: number) => must(places(file), "place of a file");
  const readout = useReadout(set);
  const nameOf = (file: number) => shortFileName(itemAt(view.files, file).name);
  const said =
    hover !== undefined
      ? { file: hover, text: readout(hover) }
      : outlier >= 0
        ? {
            file: outlier,
            text: TIMELINE_WORDS.aboveMedian(nameOf(outlier), outlierFactor.toFixed(1)),
          }
        : undefined;
  return (
    <svg
      width={width}
      height={STRIP.height}
      viewBox={`0 0 ${width} ${STRIP.height}`}
      {...sliderProps(view, session, set)}
      aria-label={TIMELINE_WORDS.fileShown(totals.length)}
    >
      <Ticks scale={y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {view.files.map((file, i) => (
        <Bar
          key={file.hash}
          {...{ set, layers, y }}
          file={i}
          x={x(i)}
          step={places.step()}
          onHover={setHover}
        />
      ))}
      <FileLabels
        files={view.files.map((_, i) => i)}
        first={[view.shown, view.base, outlier]}
        x={x}
        width={width}
      />
      {said ? <Said text={said.text} x={x(said.file)} width={width} /> : null}
      {totals.length > 2 ? (
        <Median y={y(median)} right={width - rightMargin()} text={formatValue(median, unit)} />
      ) : null}
    </svg>
  );
}

/** One file: its kinds on each other; a press shows it, with Shift it becomes the base. */
function Bar(props: {
  readonly set: SetAnswer;
  readonly layers: readonly Layer[];
  readonly y: (value: number) => number;
  readonly file: number;
  readonly x: number;
  readonly step: number;
  readonly onHover: (file: number | undefined) => void;
}) {
  const { set, layers, y, file, x, step, onHover } = props;
  const session = useSession();
  const hoverText = useHoverText(set);
  const isOn = useIsOn();
  const width = Math.max(1, Math.min(72, step * 0.5));
  let below = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same choice is in the header's lists
    <g
      className="strip-bar"
      data-on={isOn(file) || undefined}
      onPointerEnter={() => onHover(file)}
      onPointerLeave={() => onHover(undefined)}
      onClick={(e) =>
        session.change(e.shiftKey ? { base: file, sum: false } : { shown: file, sum: false })
      }
    >
      <title>{hoverText(file)}</title>
      <rect className="strip-hit" x={x - step / 2} width={step} y={0} height={STRIP.height} />
      {layers.map((layer) => {
        const value = Math.max(0, itemAt(layer.values, file));
        const top = y(below + value);
        const height = y(below) - top;
        below += value;
        return (
          <rect
            key={layer.key}
            x={x - width / 2}
            width={width}
            y={top}
            height={Math.max(0, height)}
            fill={layer.fill}
          />
        );
      })}
    </g>
  );
}

function Median(props: { readonly y: number; readonly right: number; readonly text: string }) {
  const { y, right, text } = props;
  const view = useView();
  return (
    <g className="strip-median">
      <line x1={STRIP.left} x2={right} y1={y} y2={y} />
      <text x={right} y={y - 4} textAnchor="end">
        {TIMELINE_WORDS.median(text, view.base === BASE_MEDIAN && !view.sum)}
      </text>
    </g>
  );
}
