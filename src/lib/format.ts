import { lastOf } from "./must.js";
import { unitOf } from "./units.js";

/** Units of bytes, each 1024 of the one before: what their names say, unlike pprof's kB and MB. */
const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
/** Units of time and how many nanoseconds each is. */
const TIME_UNITS = [
  ["h", 3600e9],
  ["min", 60e9],
  ["s", 1e9],
  ["ms", 1e6],
  ["µs", 1e3],
  ["ns", 1],
] as const;
const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/**
 * A value as people read it: bytes by `formatBytes` and times by `formatTime`, whatever unit of
 * them the file has; counts grouped; others with their unit, "1 event", "2 events".
 */
export function formatValue(value: number, unit: string): string {
  if (unit === "bytes") return formatBytes(value);
  if (unit === "" || unit === "count") return formatCount(value);
  const known = unitOf(unit);
  if (known?.of === "bytes") return formatBytes(value * known.factor);
  if (known?.of === "time") return formatDuration(value * known.factor);
  return `${formatCount(value)} ${Math.abs(value) === 1 ? unit.replace(/s$/, "") : unit}`;
}

/** A duration with three digits that count: "2.50 s", "900 ns", "1.25 h". */
function formatDuration(nanoseconds: number): string {
  const size = Math.abs(nanoseconds);
  // What would be rounded up to the next unit is told in that.
  const [name, factor] =
    TIME_UNITS.find(([, factor]) => size >= factor * 0.9995) ?? lastOf(TIME_UNITS);
  const scaled = size / factor;
  const digits = factor === 1 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return `${nanoseconds < 0 ? "−" : ""}${scaled.toFixed(digits)} ${name}`;
}

/** Bytes with three digits that count, in units of 1024: "1.85 GiB", "347 KiB", "12 B". */
export function formatBytes(bytes: number): string {
  let scaled = Math.abs(bytes);
  let unit = 0;
  while (scaled >= 1023.5 && unit < BYTE_UNITS.length - 1) {
    scaled /= 1024;
    unit++;
  }
  const digits = unit === 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return `${bytes < 0 ? "−" : ""}${scaled.toFixed(digits)} ${BYTE_UNITS[unit]}`;
}

/** A whole number with its thousands grouped: "78,412". */
export function formatCount(count: number): string {
  return grouped.format(count).replace("-", "−");
}

/** With a sign: "+820 MiB", "−12.0 MiB", "±0". */
export function formatDelta(value: number, unit: string): string {
  if (value === 0) return "±0";
  return value > 0 ? `+${formatValue(value, unit)}` : formatValue(value, unit);
}

/** A share as percent: one decimal, two below one percent, "<0.01%" for less. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size === 0) return "0%";
  if (size < 0.01) return "<0.01%";
  const digits = size < 0.995 ? 2 : size >= 99.95 && size < 100.05 ? 0 : 1;
  return `${percent.toFixed(digits).replace("-", "−")}%`;
}

/** What a value is of a whole, as `formatShare` writes it; "" where there is no whole. */
export function formatShareOf(value: number, whole: number): string {
  return Math.abs(whole) > 0 ? formatShare(Math.abs(value / whole)) : "";
}
