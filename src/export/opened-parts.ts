import type { Steps } from "../lib/steps.js";
import { type Container, openContainer } from "../profile/containers/open-container.js";
import type { UnpackOptions } from "../profile/containers/unpack.js";
import { mayBeProfile, readProfiles } from "../profile/formats/read-profile.js";
import { ProfileError } from "../profile/profile-error.js";
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
    return { parts: await partFiles(name, file.stored, found, options.hash), notice: "" };
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
      hint: "open what /debug/pprof/heap answers, or an archive with it",
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
  const of = (n: number, what: string) =>
    `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}`;
  const sentences = [
    `the archive holds ${of(count, "file")}: ${profiles === 0 ? "none is a profile that can be read" : `${of(profiles, "profile")} opened`}`,
  ];
  if (others.length > 0) {
    const some = others.slice(0, NAMED).join(", ");
    const more =
      others.length > NAMED ? ` and ${(others.length - NAMED).toLocaleString("en-US")} more` : "";
    sentences.push(`${of(others.length, "other")} left alone (${some}${more})`);
  }
  if (failed.length > 0)
    sentences.push(`${of(failed.length, "profile")} could not be read (${failed[0]})`);
  if (left > 0) sentences.push(`${of(left, "profile")} beyond the limit of ${MAX_PROFILES}`);
  if (isCut) sentences.push("the archive ends before its end mark");
  return sentences.join(", ");
}
