import { BEYOND_WORDS } from "../../words/page/beyond-words.js";
import { useSession } from "../app/session-context.js";

const WORDS = BEYOND_WORDS.metrics;

/** Takes an answer of /metrics: megabytes of text, which no text field could show. */
export function MetricsEntry({
  text,
  isRead,
}: {
  readonly text: string;
  readonly isRead: boolean;
}) {
  const { store } = useSession();
  const take = (metrics: string) => store.setState({ metrics });
  if (isRead) {
    return (
      <p className="beyond-metrics">
        <span>
          {WORDS.isRead}{" "}
          <button type="button" className="link" onClick={() => take("")}>
            {WORDS.leaveOut}
          </button>
        </span>
      </p>
    );
  }
  return (
    <div className="beyond-metrics">
      <label className="dim" htmlFor="beyond-metrics">
        {WORDS.label}
      </label>
      <div className="beyond-metrics-ways">
        <textarea
          id="beyond-metrics"
          className="field"
          rows={2}
          value=""
          placeholder={WORDS.placeholder}
          spellCheck={false}
          onPaste={(e) => {
            e.preventDefault();
            e.stopPropagation();
            take(e.clipboardData.getData("text/plain"));
          }}
          onChange={(e) => take(e.target.value)}
        />
        <input
          type="file"
          aria-label={WORDS.file}
          onChange={(e) => void e.target.files?.[0]?.text().then(take)}
        />
      </div>
      {text.trim() !== "" ? <p role="alert">{WORDS.isNone}</p> : null}
    </div>
  );
}
