import { decodeLink } from "../link/link.js";
import { type OpenedLink, profileOfLink } from "../link/linkprofile.js";

export { linkOf } from "../link/linkof.js";

/**
 * The profiles that a link carries, to be answered like any others.
 * @throws LinkError in one sentence, whatever the text is
 */
export function openedLink(data: string): OpenedLink {
  return profileOfLink(decodeLink(data));
}
