import { useMemo } from "react";
import { servedSentences } from "../../engine/answers/served-join.js";
import { isMetricsText } from "../../kubernetes/metrics/metrics-text.js";
import { readServed } from "../../kubernetes/metrics/served.js";
import { useAnswer, useStore } from "../../session/store.js";
import { BEYOND_WORDS } from "../../words/page/beyond-words.js";

/** What the answer of /metrics at hand says of the kinds that the heap holds. */
export function FromMetrics() {
  const text = useStore((s) => s.metrics);
  const kinds = useAnswer("kinds");
  const served = useMemo(() => (isMetricsText(text) ? readServed(text) : undefined), [text]);
  if (!served || !kinds) return null;
  const sentences = servedSentences(kinds, served);
  return (
    <section aria-label={BEYOND_WORDS.metrics.title}>
      <h3 className="overline">{BEYOND_WORDS.metrics.title}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {sentences.length === 0 ? <p className="dim">{BEYOND_WORDS.metrics.noKind}</p> : null}
    </section>
  );
}
