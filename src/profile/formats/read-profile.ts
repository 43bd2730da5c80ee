import type { Steps } from "../../lib/steps.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { Profile } from "../profile.js";
import { ProfileError } from "../profile-error.js";
import { noteOf } from "../profile-note.js";
import { FileContent, utf8 } from "./file-content.js";
import { refusalOf } from "./file-kind.js";
import type { ImportedProfile, Importer } from "./importer.js";
import { IMPORTERS } from "./importers.js";

/**
 * Reads the unpacked bytes of a file, whatever its format: one profile or several, each with the
 * format's id. What a text holds is read wherever it stands in the text.
 * @throws ProfileError that says what the file is where it holds no profile that can be read
 */
export function* readProfiles(bytes: Uint8Array): Steps<readonly ImportedProfile[]> {
  if (bytes.length === 0) {
    throw new ProfileError(PROFILE_WORDS.empty, { hint: PROFILE_WORDS.hints.record });
  }
  const content = new FileContent(utf8(bytes));
  const importers = IMPORTERS.filter((i) => i.recognises(content));
  const importer = importers[0];
  // A file that begins as another kind does may still be a profile by all that follows: it is
  // refused by its beginning only where no importer of texts knows its content.
  const refused = importer?.id === "pprof" || !importer ? refusalOf(bytes) : undefined;
  if (refused) throw refused;
  if (!importer) {
    throw new ProfileError(PROFILE_WORDS.noPprof, {
      byte: 0,
      hint: PROFILE_WORDS.hints.openPprof,
    });
  }
  const embedded = importers.filter((i) => i.embedded);
  const found = importer.embedded
    ? yield* readEmbedded(embedded, content)
    : yield* readBy(importer, content);
  return found.length < 2 ? found : numbered(found);
}

/** Whether unpacked bytes look like a profile of any format: cheap, for one file of many. */
export function mayBeProfile(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  const content = new FileContent(utf8(bytes));
  const importer = IMPORTERS.find((i) => i.recognises(content));
  return importer !== undefined && (importer.id !== "pprof" || !refusalOf(bytes));
}

/** As `readProfiles`, of a file that holds several the first, which says so. */
export function* readProfile(bytes: Uint8Array): Steps<Profile> {
  const found = yield* readProfiles(bytes);
  const { profile } = found[0];
  if (found.length === 1) return profile;
  const note = noteOf("first", { count: `${found.length}` });
  return { ...profile, notes: [...profile.notes, note] };
}

function* readBy(importer: Importer, content: FileContent): Steps<readonly ImportedProfile[]> {
  const found = yield* importer.read(content);
  return found.map((f) => ({ ...f, profile: { format: importer.id, ...f.profile } }));
}

/** A ticket may hold a table and a dump beside each other: all of them are read. */
function* readEmbedded(
  importers: readonly Importer[],
  content: FileContent,
): Steps<readonly ImportedProfile[]> {
  const found: ImportedProfile[] = [];
  let failure: ProfileError | undefined;
  for (const importer of importers) {
    try {
      found.push(...(yield* readBy(importer, content)));
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      failure ??= error;
    }
  }
  if (found.length === 0 && failure) throw failure;
  return found;
}

/** Names that tell the profiles of a file apart. */
function numbered(found: readonly ImportedProfile[]): ImportedProfile[] {
  const seen = new Set<string>();
  return found.map((one, i) => {
    const name = one.name === "" || seen.has(one.name) ? `${i + 1}` : one.name;
    seen.add(name);
    return { ...one, name };
  });
}
