import { catalogue } from "./catalogue.js";
import exported from "./en/export.json" with { type: "json" };

const { say, words } = catalogue("export", exported);

/** What `export` says of a file with several profiles. */
export const EXPORT_WORDS = words({
  noProfileHint: "noProfile.hint",

  archive: {
    holds: (files: number, profiles: number) => say("archive", { files, profiles }),
    /** @param first some of their names; there are more where others are more */
    others: (others: number, first: readonly string[]) => {
      const names = first.reduce((names, name) => say("name", { names, name }));
      const more = others - first.length;
      return say(more > 0 ? "othersAndMore" : "others", { others, names, more });
    },
    failed: (profiles: number, first: string) => say("failed", { profiles, first }),
    tooMany: (profiles: number, most: number) => say("tooMany", { profiles, most: String(most) }),
    cut: "cut",
    /** All that is said of an archive, in one sentence. */
    together: (said: readonly string[]) =>
      said.reduce((said, further) => say("further", { said, further })),
  },
});
