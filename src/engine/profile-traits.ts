import type { Profile } from "../profile/profile.js";
import type { ProfileTraits } from "./answers.js";

/** The names that compilers of C++ and Rust write begin so. */
const MANGLED = /^_{1,2}[ZR]\w/;

export function traitsOf(profile: Profile): ProfileTraits {
  const { functions, strings, dropFrames } = profile;
  const { count, lineOffsets } = profile.locations;
  let inlined = false;
  for (let l = 0; l < count && !inlined; l++) {
    inlined = lineOffsets[l + 1] - lineOffsets[l] > 1;
  }
  let mangled = false;
  for (let f = 0; f < functions.count && !mangled; f++) {
    mangled = MANGLED.test(strings.get(functions.systemName[f] || functions.name[f]));
  }
  return { inlined, drops: dropFrames !== "", mangled };
}
