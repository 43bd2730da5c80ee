import { sha256Hex } from "../lib/sha256.js";
import { finish } from "../lib/steps.js";
import type { ImportedProfile } from "../profile/formats/importer.js";
import type { Profile } from "../profile/profile.js";
import { pprofFile } from "./pprof-file.js";

/** A profile with bytes that hold it and nothing else, and their hash. */
export interface PartFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly profile: Profile;
  /** as ImportedProfile.isMain */
  readonly isMain?: boolean;
}

/**
 * A file of its own for each profile of a file, so that one can be kept, named in a link and
 * opened again without the others: the file itself where it holds one, else the part that it was
 * cut from, else a .pb.gz of it.
 * @param hash of `bytes`, where somebody works it out already
 */
export async function partFiles(
  name: string,
  bytes: Uint8Array,
  found: readonly ImportedProfile[],
  hash?: Promise<string>,
): Promise<PartFile[]> {
  if (found.length === 1) {
    const own = await (hash ?? sha256Hex(bytes));
    return [{ name, bytes, hash: own, profile: found[0].profile }];
  }
  const parts: PartFile[] = [];
  for (const part of found) {
    const own = part.bytes?.slice() ?? finish(pprofFile([part.profile]));
    parts.push({
      name: `${name}#${part.name || parts.length + 1}`,
      bytes: own,
      hash: await sha256Hex(own),
      profile: part.profile,
      isMain: part.isMain ?? false,
    });
  }
  return parts;
}
