import { max } from "d3";
import { useMemo } from "react";
import type { SetAnswer } from "../../engine/answers.js";
import { itemAt } from "../../lib/must.js";
import { useView } from "../../session/store.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { shortFileName } from "../controls/page-format.js";
import { CoursePoints } from "./CoursePoints.js";
import { changeBetween } from "./change-between.js";
import { type CoursePlot, plotCourse } from "./course-plot.js";
import { isOneLife } from "./lives.js";
import { coursesOf, layersOf } from "./timeline-layers.js";
import {
  FileLabels,
  rightMargin,
  Said,
  STRIP,
  sliderProps,
  Ticks,
  ticksOf,
  useReadout,
} from "./timeline-parts.js";
import { type Drag, useCoursePointer } from "./use-course-pointer.js";

/** The total over real time, stacked by kind; a press shows one, a drag compares two. */
export function StripCourse({ set, width }: { set: SetAnswer; width: number }) {
  const view = useView();
  const session = useSession();
  const theme = useTheme();
  const { order, totals, unit } = set;
  const plot = useMemo(() => plotCourse(set, width - rightMargin()), [set, width]);
  const { hover, drag, handlers } = useCoursePointer(order, plot.nearest);
  const brush = useBrush(set, drag);
  const said = useSaid(set, plot, { hover, drag, brush });
  return (
    <svg
      width={width}
      height={STRIP.height}
      viewBox={`0 0 ${width} ${STRIP.height}`}
      {...sliderProps(view, session, set)}
      aria-label={TIMELINE_WORDS.snapshotShown(order.length)}
      {...handlers}
    >
      {brush ? (
        <rect
          className="strip-brush"
          x={Math.min(plot.x(brush.from), plot.x(brush.to))}
          width={Math.abs(plot.x(brush.from) - plot.x(brush.to))}
          y={4}
          height={STRIP.height - STRIP.bottom - 4}
        />
      ) : null}
      <Ticks scale={plot.y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {coursesOf(set, layersOf(set, theme), plot.x, plot.y).map((course) => (
        <g key={course.key}>
          {course.layers.map(({ key, fill, d }) => (
            <path key={key} d={d} fill={fill} />
          ))}
          <path d={course.line} className="strip-line" />
        </g>
      ))}
      <Restarts set={set} plot={plot} />
      <CoursePoints set={set} plot={plot} hover={hover} />
      <FileLabels files={order} first={[view.shown, view.base]} x={plot.x} width={width} />
      {said ? <Said {...said} width={width} /> : null}
    </svg>
  );
}

/** The span that is marked: what is dragged over, or what is compared. */
function useBrush(set: SetAnswer, drag: Drag | undefined): Drag | undefined {
  const { base, shown, sum } = useView();
  if (drag && drag.from !== drag.to) return drag;
  return base >= 0 && !sum && isOneLife(set, base, shown) ? { from: base, to: shown } : undefined;
}

/** What the line above the plot says, and where: of the drag, else the pointer, else the span. */
function useSaid(
  set: SetAnswer,
  plot: CoursePlot,
  at: { hover: number | undefined; drag: Drag | undefined; brush: Drag | undefined },
): { text: string; x: number } | undefined {
  const view = useView();
  const readout = useReadout(set);
  const { hover, drag, brush } = at;
  const nameOf = (i: number) => shortFileName(itemAt(view.files, i).name);
  const middle = ({ from, to }: Drag) => (plot.x(from) + plot.x(to)) / 2;
  if (drag && drag.from !== drag.to) {
    const change = changeBetween(set, drag.from, drag.to);
    return { text: `${nameOf(drag.from)} → ${nameOf(drag.to)} · ${change}`, x: middle(drag) };
  }
  const file = drag?.from ?? hover;
  if (file !== undefined) return { text: readout(file), x: plot.x(file) };
  return brush ? { text: changeBetween(set, brush.from, brush.to), x: middle(brush) } : undefined;
}

/** A line before each snapshot of another process. */
function Restarts({ set, plot }: { readonly set: SetAnswer; readonly plot: CoursePlot }) {
  return set.restarts.map((i) => (
    <line
      key={i}
      className="strip-restart"
      x1={plot.x(i) - 9}
      x2={plot.x(i) - 9}
      y1={STRIP.top}
      y2={STRIP.height - STRIP.bottom}
    >
      <title>{TIMELINE_WORDS.restarted}</title>
    </line>
  ));
}
