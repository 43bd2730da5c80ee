import { parseBytes } from "../../lib/parse-bytes.js";
import { useAnswer, useView } from "../../session/store.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";
import { useSession } from "../app/session-context.js";
import { forecastText, hasForecast } from "./forecast-text.js";

const WORDS = SUSPECTS_WORDS.forecast;

/** When the live bytes of a series bring the process to the watermark of its memory limit. */
export function Forecast() {
  const set = useAnswer("set");
  const view = useView();
  const session = useSession();
  if (!hasForecast(set)) return null;
  return (
    <section className="card forecast" aria-label={WORDS.label}>
      <label>
        {WORDS.limit}
        <input
          className="field"
          placeholder={WORDS.limitExample}
          maxLength={20}
          value={view.limit}
          aria-invalid={view.limit !== "" && !parseBytes(view.limit)}
          onChange={(e) => session.change({ limit: e.target.value }, "replace")}
        />
      </label>
      <label>
        {WORDS.watermark}
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
        {forecastText(set, view.limit, view.watermark)}
      </p>
    </section>
  );
}
