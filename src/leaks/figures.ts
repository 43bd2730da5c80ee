const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];
const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A figure for sentences: bytes by 1024 in pprof's units with three digits, counts grouped. */
export function figure(value: number, unit: string): string {
  const sign = value < 0 ? "−" : "";
  let scaled = Math.abs(value);
  if (unit !== "bytes") return `${sign}${grouped.format(scaled)}`;
  let at = 0;
  while (scaled >= 1023.5 && at < UNITS.length - 1) {
    scaled /= 1024;
    at++;
  }
  const digits = at === 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return `${sign}${scaled.toFixed(digits)} ${UNITS[at]}`;
}

/** With its sign: "+820 MB", "−12.0 MB", "±0". */
export function signed(value: number, unit: string): string {
  if (value === 0) return "±0";
  return value > 0 ? `+${figure(value, unit)}` : figure(value, unit);
}

/** A share as percent: "79.4%", "0.31%", "<0.01%". */
export function percent(share: number): string {
  const value = Math.abs(share) * 100;
  const sign = share < 0 ? "−" : "";
  if (value === 0) return "0%";
  if (value < 0.01) return "<0.01%";
  return `${sign}${value.toFixed(value < 1 ? 2 : value >= 99.95 ? 0 : 1)}%`;
}
