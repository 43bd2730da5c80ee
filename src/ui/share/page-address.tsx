import { SHARE_WORDS } from "../../words/page/share-words.js";

/** Where the page is, without what it shows. */
export function pageAddress(): string {
  return location.href.replace(/#.*$/, "");
}

/** The whole link to a fragment, as the person wants links. */
export type LinkTo = (fragment: string) => string;

export interface Linking {
  readonly linkTo: LinkTo;
}

/** A page on the own machine is not what a colleague can open. */
export function LoopbackNote() {
  const { hostname, protocol } = location;
  const here = protocol === "file:" || hostname === "localhost" || hostname.startsWith("127.");
  if (!here) return null;
  return <p className="dim">{SHARE_WORDS.onLoopback}</p>;
}
