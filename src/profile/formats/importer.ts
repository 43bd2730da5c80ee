import type { Steps } from "../../lib/steps.js";
import type { Profile } from "../profile.js";
import type { FileContent } from "./file-content.js";

/** A profile that a file holds, perhaps one of several. */
export interface ImportedProfile {
  /** what tells it from the others of its file; "" where it is the only one */
  readonly name: string;
  readonly profile: Profile;
  /** the one to show where only one of a file's can be; the last unless said */
  readonly isMain?: boolean;
  /** the bytes of this profile alone, where it is cut from a larger file as it stands there */
  readonly bytes?: Uint8Array;
}

/**
 * Reads one format. Each stands in a file of its own and is named in `importers.ts`; the order
 * there is the order in which a file's content is looked at, so that an exact test precedes a
 * loose one.
 */
export interface Importer {
  /** as Profile.format has it: short, lower case, never changed once it was given out */
  readonly id: string;
  /** its profiles may stand beside others in a longer text: a ticket, a log */
  readonly embedded?: boolean;
  /** Whether the content is this format: cheap, and never by the file's name. */
  recognises(content: FileContent): boolean;
  /**
   * Reads it; at least one profile.
   * @throws ProfileError that names the byte or the line
   */
  read(content: FileContent): Steps<readonly ImportedProfile[]>;
}
