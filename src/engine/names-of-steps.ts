import type { NameStyle } from "../profile/demangle/name-style.js";
import type { Transform } from "./question.js";

/** How names of C++ and Rust are written: as the last step asks that says so. */
export function namesOf(transforms: readonly Transform[]): NameStyle {
  let found: NameStyle = "name";
  for (const t of transforms) {
    if (t.do === "demangle") found = t.pattern;
    else if (t.do === "raw-names") found = "none";
  }
  return found;
}

/** The steps with names written in another way. */
export function withNames(transforms: readonly Transform[], names: NameStyle): Transform[] {
  const others = transforms.filter((t) => t.do !== "demangle" && t.do !== "raw-names");
  if (names === "none") return [...others, { do: "raw-names" }];
  return names === "name" ? others : [...others, { do: "demangle", pattern: names }];
}
