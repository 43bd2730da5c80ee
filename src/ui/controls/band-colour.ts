import { ACCENT_KIND } from "../../flamegraph/colour/kind-hues.js";
import { kindColour } from "../../flamegraph/colour/legend.js";

/** The fill of a band of the strip, of a chip's dot and of a bar: the kind's own colour. */
export function bandColour(key: string, theme: "light" | "dark"): string {
  if (key === "other kinds") return "var(--band-kinds)";
  return kindColour(key, theme, ACCENT_KIND);
}
