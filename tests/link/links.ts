import { FileSet } from "../../src/engine/file-set.js";
import { type Prepared, prepare } from "../../src/engine/prepared-tree.js";
import { type CarriedAnswers, ProfileLibrary } from "../../src/engine/profile-library.js";
import type { Question } from "../../src/engine/question.js";
import { Recent } from "../../src/lib/lru-cache.js";
import { finish } from "../../src/lib/steps.js";
import type { LinkInput } from "../../src/link/link-content.js";
import { linkInput } from "../../src/link/link-input.js";
import type { Profile } from "../../src/profile/profile.js";
import { viewToFragment } from "../../src/view/url.js";
import { DEFAULT_VIEW, questionOf, type View } from "../../src/view/view.js";
import { recording } from "../recordings.js";

export const STORM = [
  "00-baseline",
  "01-created",
  "02-storm",
  "03-storm",
  "04-storm",
  "05-storm-gc",
  "06-quiet-gc",
].map((n) => `configmap-list-storm/${n}.pb.gz`);
export const OPERATOR = [0, 1, 2, 3, 4, 5].map((n) => `leaking-operator/0${n}.pb.gz`);
export const MASTERS = [1, 2, 3, 4, 5].map((n) => `five-masters/master-${n}.heap.pb.gz`);

/** Profiles that are open, a view of them, and its tree. */
export interface Opened {
  readonly view: View;
  readonly question: Question;
  readonly names: readonly string[];
  readonly prepared: Prepared;
}

/** Opens profiles by name and prepares a view of them. */
export function opened(
  profiles: readonly { readonly name: string; readonly profile: Profile }[],
  change: Partial<View> = {},
): Opened {
  const library = new ProfileLibrary();
  const files = profiles.map(({ name, profile }, i) => {
    const hash = i.toString(16).padStart(64, "0");
    library.add(hash, name, profile);
    return { hash, name, size: 1, url: "" };
  });
  const view = { ...DEFAULT_VIEW, files, ...change };
  const question = questionOf(view);
  const set = new FileSet(question.files.map((hash) => library.get(hash)));
  const prepared = finish(prepare(set, question, new Recent(2)));
  return { view, question, names: files.map((f) => f.name), prepared };
}

/** Opens recordings of tests/fixtures. */
export async function openedRecordings(
  paths: readonly string[],
  change: Partial<View> = {},
): Promise<Opened> {
  const profiles = paths.map(async (path) => ({
    name: path.split("/").at(-1)!,
    profile: await recording(path),
  }));
  return opened(await Promise.all(profiles), change);
}

/** What a link of this view is made of. */
export function inputOf(of: Opened, carried: CarriedAnswers = {}): LinkInput {
  return linkInput(of.prepared, of.question, of.names, carried, viewToFragment(of.view));
}
