import type { LabelsAnswer } from "../../engine/path-answers.js";
import { percentage, scaledLabel } from "../../lib/measure.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";

const WORDS = OUTPUT_WORDS.labels;

/** The labels by key and value, with figures as `go tool pprof -tags` writes them. */
export function labelsText({ keys, moreKeys, of, unit }: LabelsAnswer): string[] {
  const amount = (value: number) => scaledLabel(value, unit, "minimum");
  const lines = keys.flatMap((key) => {
    const rows = key.values.map((v) => [amount(v.value), percentage(v.value, of), v.text] as const);
    const width = Math.max(...rows.map(([value]) => value.length));
    const share = percentage(key.value, of).trim();
    return [
      WORDS.key(key.key, amount(key.value), amount(of), share),
      ...rows.map(([value, percent, text]) => `  ${value.padStart(width)} ${percent}  ${text}`),
      ...(key.more > 0 ? [`  ${WORDS.moreValues(key.more, amount(key.moreValue))}`] : []),
      "",
    ];
  });
  if (moreKeys > 0) lines.push(WORDS.moreKeys(moreKeys));
  return lines.length > 0 ? lines : [WORDS.none];
}
