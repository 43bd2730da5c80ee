import type { Subject } from "./features.js";
import type { Profile } from "./profile.js";

/** What only Go names a function: its runtime's, or a package by its path with a domain. */
const GO =
  /^(?:runtime\.(?:main|goexit|mcall|mallocgc|mstart|systemstack|gcBgMarkWorker|growslice|newobject|makeslice)(?:$|\.)|main\.main$|[\w-]+(?:\.[\w-]+)+\/[\w./@~-]+\.(?:\(\*?\w|\w))/;

/** Whether some functions of the profile are a Go program's. */
function hasGoNames({ functions, strings }: Profile): boolean {
  for (let f = 0; f < functions.count; f++) {
    if (GO.test(strings.get(functions.name[f]))) return true;
  }
  return false;
}

/** The profile with what it is about; kinds are looked for only where functions are Go's. */
export function about(profile: Profile, subject: Subject): Profile {
  return {
    ...profile,
    features: { subject, stacks: "recorded", go: hasGoNames(profile) },
  };
}
