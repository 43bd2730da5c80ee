import { catalogue } from "./catalogue.js";
import releases from "./en/issues/releases.json" with { type: "json" };

const { say, words } = catalogue("issues/releases", releases);

/** Releases of a program, as far as its profile proves them. */
export const RELEASES_WORDS = words({
  until: (release: string) => say("until", { release }),
  since: (release: string) => say("since", { release }),
  between: (since: string, until: string) => say("between", { since, until }),
});
