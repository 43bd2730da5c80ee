// One table in which everything measured stands, printed when all is done.

const COLUMNS = ["", "first", "median", "least", "compared with", "its median", "ratio", "aim"];

export function milliseconds(ms) {
  if (ms === undefined || Number.isNaN(ms)) return "";
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms.toFixed(ms >= 100 ? 0 : ms >= 10 ? 1 : 2)} ms`;
}

export function mebibytes(bytes) {
  return bytes === undefined || Number.isNaN(bytes) ? "" : `${(bytes / 1048576).toFixed(0)} MiB`;
}

export function times(ratio) {
  if (ratio === undefined || Number.isNaN(ratio)) return "";
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio >= 0.1 ? ratio.toFixed(2) : ratio.toFixed(3)}×`;
}

/**
 * Rows of the table; `compared` is one or several { name, value, ratio }, one a line.
 * @param groups { title, rows: { name, first, median, least, compared, aim } } with values as text
 */
export function printTable(groups) {
  const lines = [COLUMNS];
  for (const { title, rows } of groups) {
    lines.push([]);
    lines.push([title]);
    for (const row of rows) {
      const compared = row.compared?.length > 0 ? row.compared : [{}];
      compared.forEach((c, i) => {
        const own =
          i === 0
            ? [`  ${row.name}`, row.first ?? "", row.median ?? "", row.least ?? ""]
            : ["", "", "", ""];
        lines.push([...own, c.name ?? "", c.value ?? "", c.ratio ?? "", i === 0 ? row.aim : ""]);
      });
    }
  }
  const wide = COLUMNS.map((_, c) =>
    Math.max(...lines.filter((l) => l.length > 1).map((l) => (l[c] ?? "").length)),
  );
  for (const line of lines) {
    if (line.length === 1) console.log(line[0]);
    else {
      const cells = line.map((cell, c) => {
        const text = cell ?? "";
        return c === 0 || c === 4 || c === 7 ? text.padEnd(wide[c]) : text.padStart(wide[c]);
      });
      console.log(cells.join("  ").trimEnd());
    }
  }
}
