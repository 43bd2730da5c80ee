import { FileSet } from "../../src/engine/file-set.js";
import { type Prepared, prepare } from "../../src/engine/prepared-tree.js";
import { ProfileLibrary } from "../../src/engine/profile-library.js";
import type { Question } from "../../src/engine/question.js";
import { Recent } from "../../src/lib/lru-cache.js";
import { finish } from "../../src/lib/steps.js";
import type { Profile } from "../../src/profile/profile.js";
import { PLAIN_QUESTION } from "../question.js";

/** A question about some files, as they are recorded; the first is shown. */
export function questionOf(count: number, more: Partial<Question> = {}): Question {
  return {
    ...PLAIN_QUESTION,
    files: Array.from({ length: count }, (_, i) => `${i}`.padStart(64, "0")),
    sampleType: "inuse_space",
    joined: false,
    folded: false,
    ...more,
  };
}

/** The files of a question as a set. */
export function setOf(profiles: readonly Profile[]): FileSet {
  const library = new ProfileLibrary();
  const { files } = questionOf(profiles.length);
  return new FileSet(profiles.map((p, i) => library.add(files[i]!, `${i}.pb.gz`, p)));
}

export function preparedOf(set: FileSet, question: Question): Prepared {
  return finish(prepare(set, question, new Recent<Prepared>(1)));
}
