const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * A moment as stores and Grafana write it: "now", "now-1h30m", seconds or milliseconds since 1970,
 * or a date of ISO 8601.
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970; undefined where the text is no moment
 */
export function momentOf(text: string, now: number): number | undefined {
  const relative = /^now(?:([+-])((?:\d{1,9}[smhdw])+))?$/.exec(text);
  if (relative) {
    const parts = relative[2]?.matchAll(/(\d+)([smhdw])/g) ?? [];
    let span = 0;
    for (const [, count, unit] of parts) span += Number(count) * UNITS[unit];
    return relative[1] === "+" ? now + span : now - span;
  }
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}
