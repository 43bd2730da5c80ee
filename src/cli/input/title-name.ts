/**
 * Names for files by which a person tells them apart: the last part of each path or address, with
 * as many parts before it as it takes. Ends of one and the same path stay the same.
 */
export function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]+/).filter((part) => part !== ""));
  const longest = Math.max(1, ...parts.map((p) => p.length));
  const ends = (count: number) =>
    parts.map((p, i) => p.slice(-count).join("/") || paths[i] || "profile");
  for (let count = 1; count < longest; count++) {
    const names = ends(count);
    if (new Set(names).size === new Set(paths).size) return names;
  }
  return ends(longest);
}

/** A file's name without the endings of profiles, for titles. */
export function titleName(name: string): string {
  return name.replace(/(\.heap)?(\.pb)?(\.gz)?$/i, "") || name;
}
