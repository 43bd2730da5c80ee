import { crossingOf, DEFAULT_WATERMARK, processBytes } from "../../leaks/forecast.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { trendOf } from "../../lib/trend.js";
import { useAnswer, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { formatBytes, formatSpan } from "../controls/page-format.js";

const MINUTE = 60_000;

/** When the live bytes of a series bring the process to the watermark of its memory limit. */
export function Forecast() {
  const set = useAnswer("set");
  const view = useView();
  const session = useSession();
  if (set?.kind !== "series" || set.totals.length < 3 || set.unit !== "bytes") return null;
  if (!set.order.every((i) => set.times[i] !== undefined)) return null;
  // A restart begins a new line; what came before it says nothing of what comes.
  const last = set.restarts.reduce((at, i) => Math.max(at, set.order.indexOf(i)), 0);
  const order = set.order.slice(last);
  const trend = trendOf(
    order.map((i) => set.times[i]!),
    order.map((i) => set.totals[i]!),
  );
  const now = set.totals[order.at(-1)!]!;
  const limit = parseBytes(view.limit);
  const percent = Number(view.watermark);
  const watermark = percent > 0 && percent <= 100 ? percent / 100 : DEFAULT_WATERMARK;
  const crossing = limit ? crossingOf(trend, now, { limit, watermark }) : undefined;
  const rising = trend !== undefined && trend.low > 0;
  const said = (): string => {
    if (order.length < 3)
      return "Fewer than three snapshots since the restart: nothing can be said.";
    if (!rising) {
      return "No forecast: the total does not rise steadily (the 95% interval of its slope holds zero).";
    }
    const rate = `Over these snapshots the live heap grew by ${formatBytes(trend.slope * MINUTE)} a minute (95% between ${formatBytes(trend.low * MINUTE)} and ${formatBytes(trend.high * MINUTE)}).`;
    if (view.limit && !limit) return `${rate} "${view.limit}" is not a size: write 4GiB or 512Mi.`;
    if (!crossing)
      return `${rate} Give the memory limit to see when it is reached if that goes on.`;
    if (crossing.expected === 0) {
      return `${rate} At the peak of a GC cycle the process needs about ${formatBytes(processBytes(now))}: it is above ${Math.round(watermark * 100)}% of the limit already.`;
    }
    const latest =
      crossing.latest > 365 * 86_400_000 ? "more than a year" : formatSpan(crossing.latest);
    return `${rate} If it goes on like that, ${Math.round(watermark * 100)}% of the limit is reached ${formatSpan(crossing.earliest)} to ${latest} after the last snapshot (live heap of ${formatBytes(crossing.live)}, GOGC=100).`;
  };
  return (
    <section className="card forecast" aria-label="Forecast">
      <label>
        memory limit
        <input
          className="field"
          placeholder="4GiB"
          maxLength={20}
          value={view.limit}
          aria-invalid={view.limit !== "" && !limit}
          onChange={(e) => session.change({ limit: e.target.value }, "replace")}
        />
      </label>
      <label>
        Alert at (% of limit)
        <input
          className="field"
          type="number"
          min={1}
          max={100}
          value={view.watermark}
          onChange={(e) => session.change({ watermark: e.target.value }, "replace")}
        />
      </label>
      <p className="dim" aria-live="polite">
        {said()}
      </p>
    </section>
  );
}
