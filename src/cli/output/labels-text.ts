import type { LabelsAnswer } from "../../engine/path-answers.js";
import { percentage, scaledLabel } from "../../lib/measure.js";

/** The labels by key and value, with figures as `go tool pprof -tags` writes them. */
export function labelsText({ keys, moreKeys, of, unit }: LabelsAnswer): string[] {
  const amount = (value: number) => scaledLabel(value, unit, "minimum");
  const lines = keys.flatMap((key) => {
    const rows = key.values.map((v) => [amount(v.value), percentage(v.value, of), v.text] as const);
    const width = Math.max(...rows.map(([value]) => value.length));
    const share = percentage(key.value, of).trim();
    return [
      `${key.key}: total ${amount(key.value)} of ${amount(of)} (${share})`,
      ...rows.map(([value, percent, text]) => `  ${value.padStart(width)} ${percent}  ${text}`),
      ...(key.more > 0 ? [`  ${key.more} more values: ${amount(key.moreValue)}`] : []),
      "",
    ];
  });
  if (moreKeys > 0) lines.push(`${moreKeys} more keys`);
  return lines.length > 0 ? lines : ["no sample has a label"];
}
