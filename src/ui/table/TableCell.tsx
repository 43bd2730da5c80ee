import { canonicalName, nameParts } from "../../profile/function-name.js";
import { zText } from "../../profile/sampling/error-text.js";
import type { Column } from "../../rows/table-columns.js";
import { INLINE_MARKS } from "../../words/page/table-words.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatShare,
  formatValue,
} from "../controls/page-format.js";

/** One cell of the table: the function's name, or a figure with its bar and its error. */
export function TableCell(props: {
  column: Column;
  row: number;
  unit: string;
  most: number;
  name: string;
  inline: number;
  found: boolean;
}) {
  const { column, row, unit } = props;
  if (column.kind === "name") {
    return (
      // biome-ignore lint/a11y/useSemanticElements: cells of a virtual table
      <span
        role="cell"
        className="cell name mono"
        title={props.name}
        data-found={props.found || undefined}
      >
        <NameCell name={props.name} inline={props.inline} />
      </span>
    );
  }
  const value = column.of?.(row) ?? Number.NaN;
  const error = column.error?.(row) ?? 0;
  const quiet = column.quietError?.(row) ?? 0;
  const isAmount = column.kind === "value" || column.kind === "delta";
  const more = quiet > 0 ? ` ± ${formatValue(quiet, unit)}` : "";
  const exact = isAmount ? `${formatExact(value, unit)}${more}` : undefined;
  const noise = column.noise?.(row) ?? false;
  const tone = column.kind !== "delta" || value === 0 || noise ? "" : value > 0 ? " more" : " less";
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a virtual table
    <span role="cell" className={`cell${tone}${noise ? " dim" : ""}`} title={exact}>
      {column.bar && props.most > 0 ? (
        <i
          className="cell-bar"
          style={{ width: `${(Math.abs(value) / props.most) * 100}%` }}
          aria-hidden="true"
        />
      ) : null}
      {cellText(column, value, unit)}
      {error >= 0.5 && Math.abs(value) > 0 ? (
        <span className="error"> ±{formatValue(error, unit).replace(" ", "")}</span>
      ) : null}
    </span>
  );
}

function cellText(column: Column, value: number, unit: string): string {
  if (Number.isNaN(value)) return "–";
  switch (column.kind) {
    case "share":
      return formatShare(value);
    case "count":
      return formatCount(value);
    case "size":
      return formatValue(value, "bytes");
    case "errors":
      return zText(value);
    case "delta":
      return formatDelta(value, unit);
    default:
      return formatValue(value, unit);
  }
}

/** Type and method first, the path of the package dim behind them. */
function NameCell({ name, inline }: { name: string; inline: number }) {
  const { short, path } = nameParts(canonicalName(name));
  const inlined = INLINE_MARKS[inline];
  return (
    <>
      {short}
      <span className="path">
        {inlined ? ` ${inlined}` : ""} {path}
      </span>
    </>
  );
}
