import { FileSet } from "../../src/engine/file-set.js";
import { type Prepared, prepare } from "../../src/engine/prepared-tree.js";
import { ProfileLibrary } from "../../src/engine/profile-library.js";
import type { Question } from "../../src/engine/question.js";
import { Recent } from "../../src/lib/lru-cache.js";
import { finish } from "../../src/lib/steps.js";
import { unpack } from "../../src/profile/containers/unpack.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import type { Profile } from "../../src/profile/profile.js";
import { PLAIN_QUESTION } from "../question.js";

/** A question that asks for nothing special; `files` are only counted. */
export function question(change: Partial<Question> = {}): Question {
  return {
    ...PLAIN_QUESTION,
    joined: false,
    folded: false,
    ...change,
  };
}

/** A question about profiles, and what the engine prepares for it. */
export function ask(
  profiles: readonly Profile[],
  change: Partial<Question> = {},
): { prepared: Prepared; question: Question } {
  const library = new ProfileLibrary();
  const files = profiles.map((_, i) => String(i).padStart(64, "0"));
  const entries = profiles.map((profile, i) => library.add(files[i]!, `${i}.pb.gz`, profile));
  const asked = question({ ...change, files });
  return {
    prepared: finish(prepare(new FileSet(entries), asked, new Recent(2))),
    question: asked,
  };
}

/** Reads an exported file back, as any file that is dropped. */
export async function readBack(bytes: Uint8Array): Promise<Profile> {
  return decodePprof(await unpack(bytes));
}
