import { itemAt } from "../../lib/must.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { momentsOf } from "./moments.js";
import { formatValue } from "./page-format.js";
import { type Trend, trendText } from "./trend-text.js";

const WORDS = CONTROLS_WORDS.trend;
const WIDTH = 300;
const HEIGHT = 44;

/** A path's bytes over the set, with its slope and the 95% interval of it. */
export function Sparkline(props: {
  series: readonly number[];
  times: readonly (number | undefined)[];
  unit: string;
  trend: Trend | null;
  marked: number;
}) {
  const { series, times, unit, trend } = props;
  const { timed, at } = momentsOf(times);
  const [first = 0] = at;
  const span = (at.at(-1) ?? first) - first || 1;
  const top = Math.max(...series, 1);
  const points = series.map((value, i) => ({
    value,
    x: 4 + ((itemAt(at, i) - first) / span) * (WIDTH - 8),
    y: HEIGHT - 4 - (Math.max(0, value) / top) * (HEIGHT - 8),
  }));
  return (
    <div>
      <svg
        className="sparkline"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${series.map((v) => formatValue(v, unit)).join(", ")}`}
      >
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {points.map(({ value, x, y }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points are told apart by their place
          <circle key={i} cx={x} cy={y} r={i === props.marked ? 3.5 : 2}>
            <title>{formatValue(value, unit)}</title>
          </circle>
        ))}
      </svg>
      {trend ? (
        <p className="dim" title={WORDS.title}>
          {trendText(trend, unit, timed)}
        </p>
      ) : null}
    </div>
  );
}
