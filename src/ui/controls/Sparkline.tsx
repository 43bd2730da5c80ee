import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
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
  const timed = times.every((t) => t !== undefined);
  const at = times.map((t, i) => (timed ? t! : i));
  const span = at.at(-1)! - at[0]! || 1;
  const top = Math.max(...series, 1);
  const x = (i: number) => 4 + ((at[i]! - at[0]!) / span) * (WIDTH - 8);
  const y = (v: number) => HEIGHT - 4 - (Math.max(0, v) / top) * (HEIGHT - 8);
  return (
    <div>
      <svg
        className="sparkline"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${series.map((v) => formatValue(v, unit)).join(", ")}`}
      >
        <polyline points={series.map((v, i) => `${x(i)},${y(v)}`).join(" ")} />
        {series.map((v, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points are told apart by their place
          <circle key={i} cx={x(i)} cy={y(v)} r={i === props.marked ? 3.5 : 2}>
            <title>{formatValue(v, unit)}</title>
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
