import { kindColour } from "../flamegraph/colours.js";

/** The fill of a band of the strip, of a chip's dot and of a bar: the kind's own colour. */
export function bandColour(key: string, keys: readonly string[]): string {
  if (key === "other") return "var(--band-other)";
  if (key === "unknown") return "var(--band-unknown)";
  if (key === "other kinds") return "var(--band-kinds)";
  return kindColour(key, keys.filter((k) => !/^(other|unknown|other kinds)$/.test(k))[0] ?? "");
}
