/** What Hive, Spark, Trino and DuckDB read as null in the name of a folder. */
export const NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

/** What the folders of a path say, as Hive names them: `day=2026-11-20/cluster=prod-1`. */
export function hiveLabels(path: string): ReadonlyMap<string, string | null> {
  const labels = new Map<string, string | null>();
  for (const part of path.split("/").slice(0, -1)) {
    const at = part.indexOf("=");
    if (at > 0) labels.set(part.slice(0, at), labelOf(part.slice(at + 1)));
  }
  return labels;
}

function labelOf(text: string): string | null {
  if (text === NULL_PARTITION || text === "") return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
