/** pprof's units of bytes, each 1024 of the one before. */
const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];
const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A value as people read it: bytes by `formatBytes`, counts grouped, others with their unit. */
export function formatValue(value: number, unit: string): string {
  if (unit === "bytes") return formatBytes(value);
  return unit === "" || unit === "count" ? formatCount(value) : `${formatCount(value)} ${unit}`;
}

/** Bytes with three digits that count: "1.85 GB", "347 kB", "12 B". */
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

/** With a sign: "+820 MB", "−12.0 MB", "±0". */
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
