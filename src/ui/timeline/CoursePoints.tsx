import type { SetAnswer } from "../../engine/answers.js";
import { itemAt } from "../../lib/must.js";
import { useView } from "../../session/store.js";
import type { CoursePlot } from "./course-plot.js";
import { STRIP, useHoverText, useIsOn } from "./timeline-parts.js";

/** Snapshots nearer to each other than this are marks on the axis; what is shown is a point all the same. */
const DENSE = 14;

/** A point for each snapshot of a series. */
export function CoursePoints(props: {
  readonly set: SetAnswer;
  readonly plot: CoursePlot;
  readonly hover: number | undefined;
}) {
  const { set, plot, hover } = props;
  const view = useView();
  const hoverText = useHoverText(set);
  const isOn = useIsOn();
  const dense = (plot.right - plot.left) / set.order.length < DENSE;
  return set.order.map((i) => (
    <g
      key={itemAt(view.files, i).hash}
      className="strip-point"
      data-on={isOn(i) || undefined}
      data-dense={(dense && !isOn(i) && i !== hover) || undefined}
    >
      {dense ? (
        <line
          x1={plot.x(i)}
          x2={plot.x(i)}
          y1={STRIP.height - STRIP.bottom}
          y2={STRIP.height - STRIP.bottom + 4}
        />
      ) : null}
      <circle cx={plot.x(i)} cy={plot.y(itemAt(set.totals, i))} r={isOn(i) ? 5 : 3.5}>
        <title>{hoverText(i)}</title>
      </circle>
    </g>
  ));
}
