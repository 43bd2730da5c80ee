import { max, scaleLinear } from "d3";
import { useMemo, useState } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { NO_BASE } from "../../engine/question.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { formatDelta, formatSpan, formatValue, shortFileName } from "../controls/page-format.js";
import { isOneLife } from "./lives.js";
import { placeLabels } from "./timeline-labels.js";
import { coursesOf, layersOf } from "./timeline-layers.js";
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
  const { order, times, totals, unit } = set;
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
  const courses = coursesOf(set, layersOf(set, theme), (i) => position.get(i)!, y);
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
      : view.base >= 0 && !view.sum && isOneLife(set, view.base, view.shown)
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
  const between = (a: number, b: number) => {
    const delta = totals[b]! - totals[a]!;
    // Of two processes one has more than the other; nothing grew from one to the other.
    if (!isOneLife(set, a, b)) {
      return `${formatValue(Math.abs(delta), unit)} ${delta < 0 ? "less" : "more"}, another process`;
    }
    const timed = times[a] !== undefined && times[b] !== undefined;
    const span = timed ? ` in ${formatSpan(Math.abs(times[b]! - times[a]!))}` : "";
    return `${formatDelta(delta, unit)}${span}`;
  };
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
      viewBox={`0 0 ${width} ${STRIP.height}`}
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
      {courses.map((course) => (
        <g key={course.key}>
          {course.layers.map(({ key, fill, d }) => (
            <path key={key} d={d} fill={fill} />
          ))}
          <path d={course.line} className="strip-line" />
        </g>
      ))}
      {set.restarts.map((i) => (
        <line
          key={i}
          className="strip-restart"
          x1={position.get(i)! - 9}
          x2={position.get(i)! - 9}
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
