import { decodeLink } from "../link/link.js";
import { type OpenedLink, profileOfLink } from "../link/link-profile.js";

export { linkOf } from "../link/create-link.js";

/**
 * The profiles that a link carries, to be answered like any others.
 * @throws LinkError in one sentence, whatever the text is
 */
export function openedLink(data: string): OpenedLink {
  return profileOfLink(decodeLink(data));
}
