import { area, curveLinear, line, max, scaleLinear, stack } from "d3";
import { useMemo, useState } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { NO_BASE } from "../../engine/question.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { formatDelta, formatSpan, shortFileName } from "../controls/page-format.js";
import { placeLabels } from "./timeline-labels.js";
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

/** The total over real time, stacked by kind; a press shows one, a drag compares two. */
export function StripCourse({ set, width }: { set: SetAnswer; width: number }) {
  const view = useView();
  const session = useSession();
  const hoverText = useHoverText(set);
  const theme = useTheme();
  const readout = useReadout(set);
  const nameOf = (i: number) => shortFileName(view.files[i]!.name);
  const [hover, setHover] = useState<number | undefined>();
  const [drag, setDrag] = useState<{ from: number; to: number } | undefined>();
  const { order, times, totals, bands, unit } = set;
  const position = useMemo(() => {
    const timed = order.every((i) => times[i] !== undefined);
    const at = order.map((i, n) => (timed ? times[i]! : n));
    const scale = scaleLinear(
      [at[0]!, at.at(-1)! === at[0]! ? at[0]! + 1 : at.at(-1)!],
      [STRIP.left + 12, width - rightMargin() - 12],
    );
    return new Map(order.map((i, n) => [i, scale(at[n]!)]));
  }, [order, times, width]);
  const y = scaleLinear([0, max(totals) || 1], [STRIP.height - STRIP.bottom, STRIP.top]);
  const rows = order.map((i) =>
    Object.fromEntries(bands.map((b) => [b.key, Math.max(0, b.values[i]!)])),
  );
  // Unknown and other at the bottom, the largest kind on top, as the line of the total shows it.
  const keys = bands.map((b) => b.key).reverse();
  const series = stack<Record<string, number>>().keys(keys)(rows);
  const shape = area<[number, number]>()
    .x((_, n) => position.get(order[n]!)!)
    .y0((d) => y(d[0]))
    .y1((d) => y(d[1]))
    .curve(curveLinear);
  const outline = line<number>()
    .x((i) => position.get(i)!)
    .y((i) => y(totals[i]!))
    .curve(curveLinear);
  const nearest = (clientX: number, target: SVGSVGElement): number => {
    const x = clientX - target.getBoundingClientRect().left;
    let best = order[0]!;
    for (const i of order) {
      if (Math.abs(position.get(i)! - x) < Math.abs(position.get(best)! - x)) best = i;
    }
    return best;
  };
  const brush =
    drag && drag.from !== drag.to
      ? [drag.from, drag.to]
      : view.base >= 0 && !view.sum
        ? [view.base, view.shown]
        : undefined;
  const labels = placeLabels(
    order.map((i) => ({ id: i, text: shortFileName(view.files[i]!.name), x: position.get(i)! })),
    [view.shown, view.base],
    STRIP.left - 24,
    width - rightMargin() + 8,
  );
  const isOn = (i: number) => view.sum || i === view.shown || i === view.base;
  // Many snapshots are marks on the axis; what is shown is a point all the same.
  const dense = (width - STRIP.left - rightMargin()) / order.length < 14;
  const between = (a: number, b: number) =>
    `${formatDelta(totals[b]! - totals[a]!, unit)}${
      times[a] !== undefined && times[b] !== undefined
        ? ` in ${formatSpan(Math.abs(times[b]! - times[a]!))}`
        : ""
    }`;
  const said = drag
    ? drag.from === drag.to
      ? { text: readout(drag.from), x: position.get(drag.from)! }
      : {
          text: `${nameOf(drag.from)} → ${nameOf(drag.to)} · ${between(drag.from, drag.to)}`,
          x: (position.get(drag.from)! + position.get(drag.to)!) / 2,
        }
    : hover !== undefined
      ? { text: readout(hover), x: position.get(hover)! }
      : brush
        ? {
            text: between(brush[0]!, brush[1]!),
            x: (position.get(brush[0]!)! + position.get(brush[1]!)!) / 2,
          }
        : undefined;
  return (
    <svg
      width={width}
      height={STRIP.height}
      {...sliderProps(view, session, set)}
      aria-label={`Snapshot shown, of ${order.length} in time order`}
      onPointerDown={(e) => {
        const at = nearest(e.clientX, e.currentTarget);
        e.currentTarget.setPointerCapture(e.pointerId);
        setDrag({ from: at, to: at });
      }}
      onPointerMove={(e) => {
        const at = nearest(e.clientX, e.currentTarget);
        if (drag) setDrag({ from: drag.from, to: at });
        else if (e.pointerType === "mouse") setHover(at);
      }}
      onPointerLeave={() => setHover(undefined)}
      onPointerCancel={() => setDrag(undefined)}
      onPointerUp={() => {
        if (!drag) return;
        setDrag(undefined);
        if (drag.from === drag.to) {
          session.change({
            shown: drag.from,
            sum: false,
            ...(view.base === drag.from ? { base: NO_BASE } : {}),
          });
          return;
        }
        const [base, shown] =
          order.indexOf(drag.from) < order.indexOf(drag.to)
            ? [drag.from, drag.to]
            : [drag.to, drag.from];
        session.change({ base: base!, shown: shown!, sum: false });
      }}
    >
      {brush ? (
        <rect
          className="strip-brush"
          x={Math.min(position.get(brush[0]!)!, position.get(brush[1]!)!)}
          width={Math.abs(position.get(brush[0]!)! - position.get(brush[1]!)!)}
          y={4}
          height={STRIP.height - STRIP.bottom - 4}
        />
      ) : null}
      <Ticks scale={y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {series.map((layer) => (
        <path
          key={layer.key}
          d={shape(layer as unknown as [number, number][]) ?? ""}
          fill={bandColour(layer.key, theme)}
        />
      ))}
      <path d={outline([...order]) ?? ""} className="strip-line" />
      {set.restarts.map((i) => (
        <line
          key={i}
          className="strip-restart"
          x1={position.get(i)! - 4}
          x2={position.get(i)! - 4}
          y1={STRIP.top}
          y2={STRIP.height - STRIP.bottom}
        >
          <title>the process restarted before this snapshot</title>
        </line>
      ))}
      {order.map((i) => (
        <g
          key={view.files[i]!.hash}
          className="strip-point"
          data-on={isOn(i) || undefined}
          data-dense={(dense && !isOn(i) && i !== hover) || undefined}
        >
          {dense ? (
            <line
              x1={position.get(i)!}
              x2={position.get(i)!}
              y1={STRIP.height - STRIP.bottom}
              y2={STRIP.height - STRIP.bottom + 4}
            />
          ) : null}
          <circle cx={position.get(i)!} cy={y(totals[i]!)} r={isOn(i) ? 5 : 3.5}>
            <title>{hoverText(i)}</title>
          </circle>
        </g>
      ))}
      {labels.map(({ id, text, x }) => (
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
      ))}
      {said ? <Said {...said} width={width} /> : null}
    </svg>
  );
}
