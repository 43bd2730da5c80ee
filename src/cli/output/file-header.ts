import { percentage, scale, scaledLabel } from "../../lib/measure.js";
import { itemAt } from "../../lib/must.js";
import type { Sides } from "../input/sides.js";

/**
 * The lines in front of a table: `ProfileLabels` of google/pprof, internal/report.
 * @param unit of the table's figures
 * @param filters what narrows the stacks: "focus=json"
 */
export function headerLines(
  sides: Sides,
  type: number,
  unit: string,
  filters: readonly string[],
): string[] {
  const { lead } = sides;
  const { timeNanos, durationNanos } = lead;
  const sampleType = itemAt(lead.sampleTypes, type);
  const lines: string[] = [];
  const binary = lead.mappings[0];
  if (binary?.file) lines.push(`File: ${binary.file.split("/").at(-1)}`);
  if (binary?.buildId) lines.push(`Build ID: ${binary.buildId}`);
  lines.push(...lead.comments.filter((comment) => !comment.startsWith("#")));
  if (sampleType.type) lines.push(`Type: ${sampleType.type}`);
  if (timeNanos !== 0n) lines.push(`Time: ${timeText(timeNanos)}`);
  if (durationNanos !== 0n) {
    const duration = Number(durationNanos);
    const total = itemAt(sides.totals, type);
    const inTime = scale(total, sampleType.unit, "nanoseconds");
    const share =
      inTime.unit === "ns" && inTime.value !== 0
        ? `(${percentage(Math.trunc(inTime.value), duration)})`
        : "";
    const text = scaledLabel(duration, "nanoseconds", "auto");
    const all = scaledLabel(total, sampleType.unit, unit);
    lines.push(`Duration: ${text}, Total samples = ${all} ${share}`);
  }
  if (filters.length > 0) {
    lines.push("Active filters:");
    for (const filter of filters) {
      const cut = Buffer.byteLength(filter) > 80;
      lines.push(`   ${cut ? `${Buffer.from(filter).subarray(0, 80)}…` : filter}`);
    }
  }
  return lines;
}

/** `Nov 23, 2026 at 4:15am (UTC)`, in the zone of the machine. */
function timeText(nanos: bigint): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
    timeZoneName: "short",
  }).formatToParts(new Date(Number(nanos / 1_000_000n)));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return `${part("month")} ${part("day")}, ${part("year")} at ${part("hour")}:${part("minute")}${part("dayPeriod").toLowerCase()} (${part("timeZoneName")})`;
}
