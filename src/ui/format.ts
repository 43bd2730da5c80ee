const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/**
 * A value as people read it: three significant digits and pprof's units, which scale bytes by
 * 1024; counts are grouped.
 */
export function formatValue(value: number, unit: string): string {
  return unit === "bytes" ? formatBytes(value) : formatCount(value);
}

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

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export function formatCount(count: number): string {
  return grouped.format(count).replace("-", "−");
}

/** The exact figure, for tooltips: "1,983,905,792 bytes". */
export function formatExact(value: number, unit: string): string {
  return `${formatCount(value)} ${unit}`;
}

/** With a sign: "+820 MB", "−12 MB", "±0". */
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
  return `${percent.toFixed(size < 1 ? 2 : size >= 99.95 ? 0 : 1).replace("-", "−")}%`;
}

/** How many times as much: "× 15.0"; "" where there was nothing before. */
export function formatFactor(after: number, before: number): string {
  if (!(before > 0) || after < 0) return "";
  const factor = after / before;
  return `× ${factor >= 100 ? Math.round(factor) : factor.toFixed(factor >= 10 ? 1 : 2)}`;
}

/** A file's name without the endings that all profiles have. */
export function shortFileName(name: string): string {
  return name.replace(/\.(heap\.)?(pb\.gz|pprof|pb|prof|gz)$/i, "").replace(/\.heap$/, "") || name;
}

const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** A moment: "23 Nov 2026, 14:03:11". */
export function formatTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${day.format(date)}, ${clock.format(date)}`;
}

/** A span of time: "42 s", "3 min", "5.2 h", "3 d". */
export function formatSpan(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${Math.round(seconds / 86400)} d`;
}
