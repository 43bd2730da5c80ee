import { joinedBytes } from "../lib/joined-bytes.js";
import { MAX_FETCHED_BYTES } from "../profile/size-limits.js";
import { SESSION_WORDS } from "../words/session-words.js";
import type { ReadControl } from "./input.js";

const WORDS = SESSION_WORDS.fetch;

/** Why a file could not be fetched, with what to try. */
export class FetchError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = "FetchError";
  }
}

/** The host that was asked sends on to another address, which a page cannot see before it goes. */
export class Redirected extends FetchError {
  constructor(host: string) {
    super(WORDS.redirected(host), WORDS.redirectedHint);
    this.name = "Redirected";
  }
}

/**
 * Gets a file by its address, without cookies and without saying where the question comes from.
 * Only called after the person confirmed the host.
 * @param onward whether the person confirmed that the host may send on to another one
 * @throws FetchError in words: mixed content, no CORS, no answer, an error status, too large;
 *   Redirected where the host sends on and `onward` is not set
 */
export async function fetchAddress(
  address: string,
  control: ReadControl,
  onward = false,
): Promise<Uint8Array> {
  const url = new URL(address);
  refuseMixed(url, WORDS.byHand);
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: onward ? "follow" : "manual",
      signal: control.signal,
    });
  } catch {
    throw new FetchError(WORDS.unreadable(url.host), WORDS.byHand);
  }
  if (response.type === "opaqueredirect") throw new Redirected(url.host);
  if (!response.ok) {
    throw new FetchError(
      WORDS.status(url.host, response.status, response.statusText),
      WORDS.byHand,
    );
  }
  return readBounded(response, control);
}

/**
 * A page that came by https may not ask by http, which browsers say as if nothing answered.
 * @throws FetchError
 */
export function refuseMixed(url: URL, otherwise: string): void {
  if (location.protocol === "https:" && url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new FetchError(WORDS.mixed, WORDS.mixedHint(otherwise));
  }
}

/**
 * Gets a file that lies beside the page or that its own server lends.
 * @throws FetchError in words, also where the server sends on to another address
 */
export async function fetchOwn(address: string, control: ReadControl): Promise<Uint8Array> {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) {
    throw new FetchError(WORDS.otherHost, WORDS.byHand);
  }
  let response: Response;
  try {
    response = await fetch(url, { redirect: "error", signal: control.signal });
  } catch {
    throw new FetchError(
      WORDS.silent(url.host),
      isLoopback(url.hostname) ? WORDS.startAgainHint : WORDS.onlineHint,
    );
  }
  if (!response.ok) {
    throw new FetchError(WORDS.ownStatus(response.status), WORDS.ownStatusHint);
  }
  return readBounded(response, control);
}

/** An answer's bytes, up to the limit. @throws FetchError where there are more */
export async function readBounded(response: Response, control: ReadControl): Promise<Uint8Array> {
  const said = Number(response.headers.get("content-length") ?? 0);
  const refuse = () => {
    throw new FetchError(WORDS.tooLarge(MAX_FETCHED_BYTES / 1048576), WORDS.tooLargeHint);
  };
  if (said > MAX_FETCHED_BYTES) refuse();
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_FETCHED_BYTES) {
      await reader.cancel();
      refuse();
    }
    chunks.push(value);
    control.onBytes(size, said);
  }
  return joinedBytes(chunks);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
