import { max } from "d3";
import { type PointerEvent, useMemo, useState } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { itemAt, lastOf } from "../../lib/must.js";
import { useView } from "../../session/store.js";
import { type FileSource, hotSource } from "../../view/file-sources.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { cutInside } from "../controls/names-apart.js";
import { formatValue } from "../controls/page-format.js";
import { plotSources, type SourceCell } from "./source-plot.js";
import { BOLD_CHARACTER, CHARACTER, labelWidth } from "./timeline-labels.js";
import { coursesOf, type Layer, layersOf } from "./timeline-layers.js";
import {
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

/**
 * Several processes over time, a small plot for each, all of one scale and one course of time. A
 * press shows the snapshot nearest to it, with Shift it becomes the base.
 */
export function StripSources(props: {
  readonly set: SetAnswer;
  readonly sources: readonly FileSource[];
  readonly width: number;
}) {
  const { set, sources, width } = props;
  const view = useView();
  const session = useSession();
  const layers = layersOf(set, useTheme());
  const readout = useReadout(set);
  const [hover, setHover] = useState<number | undefined>();
  const { totals, unit } = set;
  const plot = useMemo(
    () => plotSources(set, sources, width - rightMargin(), [view.shown, view.base]),
    [set, sources, width, view.shown, view.base],
  );
  const hot = hotSource(sources, totals);
  const fileAt = (e: PointerEvent<SVGSVGElement>) =>
    plot.nearest(e.clientX - e.currentTarget.getBoundingClientRect().left);
  return (
    <svg
      width={width}
      height={STRIP.height}
      viewBox={`0 0 ${width} ${STRIP.height}`}
      {...sliderProps(view, session, set)}
      aria-label={TIMELINE_WORDS.sourcesShown(totals.length, sources.length)}
      onPointerMove={(e) => e.pointerType === "mouse" && setHover(fileAt(e))}
      onPointerLeave={() => setHover(undefined)}
      onPointerUp={(e) => {
        const file = fileAt(e);
        session.change(e.shiftKey ? { base: file, sum: false } : { shown: file, sum: false });
      }}
    >
      <Ticks scale={plot.y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {plot.cells.map((cell) => (
        <Cell
          key={cell.source.name}
          {...{ set, layers, cell, y: plot.y }}
          factor={hot && sources[hot.source] === cell.source ? hot.factor : undefined}
        />
      ))}
      {hover === undefined ? null : <Said text={readout(hover)} x={plot.x(hover)} width={width} />}
    </svg>
  );
}

/** One process: its kinds on each other over time, its name, and what it holds now. */
function Cell(props: {
  readonly set: SetAnswer;
  readonly layers: readonly Layer[];
  readonly cell: SourceCell;
  readonly y: (value: number) => number;
  /** of the median, where it stands out */
  readonly factor: number | undefined;
}) {
  const { set, layers, cell, y, factor } = props;
  const isOn = useIsOn();
  const hoverText = useHoverText(set);
  const { source, left, right, x } = cell;
  const { files } = source;
  const middle = (left + right) / 2;
  const room = right - left;
  const fits = (text: string) => labelWidth(text, BOLD_CHARACTER) <= room;
  const now = formatValue(itemAt(set.totals, lastOf(files)), set.unit);
  const times = factor?.toFixed(1) ?? "";
  const on = files.filter(isOn);
  const drawn = { kind: "series", order: files, restarts: [], totals: set.totals } as const;
  return (
    <g className="strip-source" data-on={on.length > 0 || undefined} data-hot={factor && true}>
      <rect className="strip-hit" x={left} width={right - left} y={0} height={STRIP.height}>
        <title>{hoverText(lastOf(files))}</title>
      </rect>
      {coursesOf(drawn, layers, x, y).map((course) => (
        <g key={course.key}>
          {course.layers.map(({ key, fill, d }) => (
            <path key={key} d={d} fill={fill} />
          ))}
          <path d={course.line} className="strip-line" />
        </g>
      ))}
      {on.map((file) => (
        <g key={file} className="strip-point" data-on>
          <circle cx={x(file)} cy={y(itemAt(set.totals, file))} r={4} />
        </g>
      ))}
      <text className="strip-now" x={middle} y={15} textAnchor="middle">
        {factor === undefined ? now : (TIMELINE_WORDS.hot(now, times).find(fits) ?? now)}
      </text>
      <text className="strip-label" x={middle} y={STRIP.height - 8} textAnchor="middle">
        {fits(source.name) ? source.name : cutInside(cell.label, Math.floor(room / CHARACTER))}
      </text>
    </g>
  );
}
