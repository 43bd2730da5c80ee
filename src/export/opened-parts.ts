import { release } from "../lib/release.js";
import type { Steps } from "../lib/steps.js";
import { type Container, openContainer } from "../profile/containers/open-container.js";
import type { UnpackOptions } from "../profile/containers/unpack.js";
import { mayBeProfile, readProfiles } from "../profile/formats/read-profile.js";
import { ProfileError } from "../profile/profile-error.js";
import { EXPORT_WORDS } from "../words/export-words.js";
import { type PartFile, partFiles } from "./part-files.js";

/** The profiles of a file or an archive. */
export interface OpenedParts {
  readonly parts: readonly PartFile[];
  /** what else an archive holds, in a sentence; "" where there is nothing to say */
  readonly notice: string;
}

/** More profiles than this are not opened together. */
const MAX_PROFILES = 1000;
const NAMED = 3;
const WORDS = EXPORT_WORDS.archive;

/**
 * Opens a file, whatever stands around its profiles.
 * @param run does the work of reading, with whatever shows its progress
 * @throws ProfileError where it holds no profile that can be read; what `run` throws
 */
export async function openParts(
  name: string,
  bytes: Uint8Array,
  options: UnpackOptions & {
    /** SHA-256 of the bytes, which is worked out beside the reading */
    readonly hash?: Promise<string>;
  },
  run: <T>(steps: Steps<T>) => Promise<T>,
): Promise<OpenedParts> {
  const container = await openContainer(name, bytes, { ...options, wanted: mayBeProfile });
  const { files, isArchive } = container;
  if (!isArchive) {
    const file = files[0];
    const found = await run(readProfiles(file.plain));
    const parts = await partFiles(name, file.stored, found, options.hash);
    // What was unpacked is not needed beside what was read of it.
    if (file.plain.buffer !== bytes.buffer) release(file.plain);
    return { parts, notice: "" };
  }
  const parts: PartFile[] = [];
  const failed: string[] = [];
  let left = 0;
  for (const file of files) {
    if (parts.length >= MAX_PROFILES) {
      left++;
      continue;
    }
    try {
      const found = await run(readProfiles(file.plain));
      parts.push(...(await partFiles(file.name, file.stored, found)));
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      failed.push(`${file.name}: ${error.message}`);
    }
  }
  const notice = noticeOf(container, parts.length, failed, left);
  if (parts.length === 0) {
    throw new ProfileError(notice, {
      hint: EXPORT_WORDS.noProfileHint,
    });
  }
  return { parts, notice };
}

function noticeOf(
  { count, others, isCut }: Container,
  profiles: number,
  failed: readonly string[],
  left: number,
): string {
  const said = [WORDS.holds(count, profiles)];
  if (others.length > 0) said.push(WORDS.others(others.length, others.slice(0, NAMED)));
  if (failed[0] !== undefined) said.push(WORDS.failed(failed.length, failed[0]));
  if (left > 0) said.push(WORDS.tooMany(left, MAX_PROFILES));
  if (isCut) said.push(WORDS.cut);
  return WORDS.together(said);
}
