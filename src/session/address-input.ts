import { fetchAddress, fetchOwn } from "./fetch-profile.js";
import type { Input } from "./input.js";

/** A file at an address; `onward` where the person lets its host send on to another one. */
export function addressInput(name: string, url: string, onward = false): Input {
  return {
    name,
    url,
    host: new URL(url).host,
    read: (control) => fetchAddress(url, control, onward),
  };
}

/** A file that the page's own server lends. */
export function lentInput(address: string): Input {
  return {
    name: decodedName(address.split("/").at(-1) ?? address),
    host: "this page's server",
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
  const { pathname, host } = new URL(address);
  return pathname.split("/").at(-1) || host;
}
