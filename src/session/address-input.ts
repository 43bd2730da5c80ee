import { indexAddress, isIndexAddress, webAddressOfIndex } from "../fleet/index-scheme.js";
import { isStoreAddress, webAddressOf } from "../stores/store-scheme.js";
import { addressFragment } from "../view/url.js";
import { SESSION_WORDS } from "../words/session-words.js";
import { fetchAddress, fetchOwn } from "./fetch-profile.js";
import type { Input } from "./input.js";

/** The host that an address leads to. @throws TypeError where it is none */
export function hostOf(address: string): string {
  return new URL(webAddressOf(webAddressOfIndex(address))).host;
}

/** A file at an address; `onward` where the person lets its host send on to another one. */
export function addressInput(name: string, url: string, onward = false): Input {
  if (isStoreAddress(url)) return storeInput(name, url);
  return {
    name,
    url,
    host: hostOf(url),
    read: (control) => fetchAddress(url, control, onward),
  };
}

/** What a store keeps: the code that speaks to stores is loaded when one is asked. */
function storeInput(name: string, url: string): Input {
  return {
    name,
    url,
    host: hostOf(url),
    read: async (control) => (await import("./fetch-store.js")).fetchFromStore(url, control),
  };
}

/** A file that the page's own server lends. */
export function lentInput(address: string): Input {
  return {
    name: decodedName(address.split("/").at(-1) ?? address),
    host: SESSION_WORDS.ownServer,
    read: (control) => fetchOwn(address, control),
  };
}

function decodedName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of an address, or its host. */
export function nameOfAddress(address: string): string {
  const { pathname, host } = new URL(webAddressOf(webAddressOfIndex(address)));
  if (isStoreAddress(address)) return SESSION_WORDS.labelAtHost(labelOf(address), host);
  return pathname.split("/").at(-1) || host;
}

/** The first value of a store's selector: the service that is asked for. */
function labelOf(address: string): string {
  return /=~?["'`]([^"'`]+)/.exec(decodedName(address))?.[1] ?? SESSION_WORDS.heap;
}

/**
 * The fragment that a pasted text leads to: a link of this page, or an address of a store or an
 * index, so that its host is confirmed as of any link. Undefined where it is neither.
 */
export function pastedLink(text: string): (() => Promise<string>) | undefined {
  const pasted = text.trim();
  const link = /^\S*#(v=\d+&\S*)$/.exec(pasted)?.[1];
  if (link !== undefined) return async () => link;
  if (isIndexAddress(pasted)) return async () => addressFragment(indexAddress(pasted));
  return isStoreAddress(pasted) ? () => storeFragment(pasted) : undefined;
}

/** @throws ProfileError where it is no address of a store */
async function storeFragment(address: string): Promise<string> {
  const { pinnedAddress } = await import("../stores/store-address.js");
  return addressFragment(pinnedAddress(address, Date.now()));
}
