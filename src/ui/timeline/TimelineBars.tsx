import { max, scaleLinear, scalePoint } from "d3";
import { useState } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { BASE_MEDIAN } from "../../engine/question.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { formatValue, shortFileName } from "../controls/page-format.js";
import { placeLabels } from "./timeline-labels.js";
import { layersOf } from "./timeline-layers.js";
import {
  rightMargin,
  Said,
  STRIP,
  sliderProps,
  Ticks,
  ticksOf,
  useHoverText,
  useReadout,
} from "./timeline-parts.js";

/** The files side by side against their median. */
export function StripBars({ set, width }: { set: SetAnswer; width: number }) {
  const view = useView();
  const session = useSession();
  const hoverText = useHoverText(set);
  const theme = useTheme();
  const layers = layersOf(set, theme);
  const { totals, unit, median, outlier, outlierFactor } = set;
  const y = scaleLinear([0, max(totals) || 1], [STRIP.height - STRIP.bottom, STRIP.top]);
  const x = scalePoint<number>()
    .domain(view.files.map((_, i) => i))
    .range([STRIP.left, width - rightMargin()])
    .padding(0.5);
  const bar = Math.max(1, Math.min(72, x.step() * 0.5));
  const readout = useReadout(set);
  const [hover, setHover] = useState<number | undefined>();
  const labels = placeLabels(
    view.files.map((file, i) => ({ id: i, text: shortFileName(file.name), x: x(i)! })),
    [view.shown, view.base, outlier],
    STRIP.left - 24,
    width - rightMargin() + 8,
  );
  const said =
    hover !== undefined
      ? { text: readout(hover), x: x(hover)! }
      : outlier >= 0
        ? {
            text: `${shortFileName(view.files[outlier]!.name)}: ${outlierFactor.toFixed(1)} times the median`,
            x: x(outlier)!,
          }
        : undefined;
  return (
    <svg
      width={width}
      height={STRIP.height}
      viewBox={`0 0 ${width} ${STRIP.height}`}
      {...sliderProps(view, session, set)}
      aria-label={`File shown, of ${totals.length}`}
    >
      <Ticks scale={y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {view.files.map((file, i) => {
        let below = 0;
        const on = view.sum || i === view.shown || i === view.base;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same choice is in the header's lists
          <g
            key={file.hash}
            className="strip-bar"
            data-on={on || undefined}
            onPointerEnter={() => setHover(i)}
            onPointerLeave={() => setHover(undefined)}
            onClick={(e) =>
              session.change(e.shiftKey ? { base: i, sum: false } : { shown: i, sum: false })
            }
          >
            <title>{hoverText(i)}</title>
            <rect
              className="strip-hit"
              x={x(i)! - x.step() / 2}
              width={x.step()}
              y={0}
              height={STRIP.height}
            />
            {layers.map((layer) => {
              const value = Math.max(0, layer.values[i]!);
              const top = y(below + value);
              const height = y(below) - top;
              below += value;
              return (
                <rect
                  key={layer.key}
                  x={x(i)! - bar / 2}
                  width={bar}
                  y={top}
                  height={Math.max(0, height)}
                  fill={layer.fill}
                />
              );
            })}
          </g>
        );
      })}
      {labels.map(({ id, text, x: at }) => (
        <text
          key={id}
          className="strip-label"
          data-on={view.sum || id === view.shown || id === view.base || undefined}
          x={at}
          y={STRIP.height - 8}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {said ? <Said {...said} width={width} /> : null}
      {totals.length > 2 ? (
        <g className="strip-median">
          <line x1={STRIP.left} x2={width - rightMargin()} y1={y(median)} y2={y(median)} />
          <text x={width - rightMargin()} y={y(median) - 4} textAnchor="end">
            median {formatValue(median, unit)}
            {view.base === BASE_MEDIAN && !view.sum ? " (base)" : ""}
          </text>
        </g>
      ) : null}
    </svg>
  );
}
