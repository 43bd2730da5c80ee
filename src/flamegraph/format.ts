const BYTES = ["B", "KB", "MB", "GB", "TB", "PB"];

/** A value of the picture with its unit, three digits that count: "1.85 GB", "78,412". */
export function formatValue(value: number, unit: string): string {
  if (unit !== "bytes") return formatCount(value, unit);
  const size = Math.abs(value);
  let power = 0;
  while (power < BYTES.length - 1 && size / 1024 ** power >= 999.5) power++;
  const scaled = size / 1024 ** power;
  return `${value < 0 ? "−" : ""}${threeDigits(scaled, power)} ${BYTES[power]}`;
}

function threeDigits(value: number, power: number): string {
  if (power === 0) return String(Math.round(value));
  if (value >= 99.95) return value.toFixed(0);
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

function formatCount(value: number, unit: string): string {
  const digits = Math.abs(Math.round(value)).toLocaleString("en-US");
  const suffix = unit === "" || unit === "count" ? "" : ` ${unit}`;
  return `${value < 0 ? "−" : ""}${digits}${suffix}`;
}

/** A value with its sign: "+820 MB", "−3.10 MB", "0 B". */
export function formatSigned(value: number, unit: string): string {
  return value > 0 ? `+${formatValue(value, unit)}` : formatValue(value, unit);
}

/** A share of a whole: "47.4%", "0.03%", "<0.01%"; "" where there is no whole. */
export function formatShare(value: number, whole: number): string {
  if (!(Math.abs(whole) > 0)) return "";
  const share = Math.abs(value / whole) * 100;
  if (share === 0) return "0%";
  if (share < 0.01) return "<0.01%";
  if (share >= 99.95) return `${share >= 100.05 ? share.toFixed(1) : "100"}%`;
  return `${share >= 0.995 ? share.toFixed(1) : share.toFixed(2)}%`;
}

/** "1 frame", "42 frames". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
