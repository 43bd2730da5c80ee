import type { RandomAccess } from "../fleet/random-access.js";
import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";

const WORDS = FLEET_WORDS.address;

/** A file that is no larger is asked for whole, in bytes: that every server answers. */
const WHOLE = 1 << 19;
/** Of a server that answers no ranges a file is taken whole up to this size. */
const MAX_WHOLE = 1 << 25;
/** A request that brings nothing for so long (milliseconds) is given up. */
const STALL_MS = 30_000;

/**
 * A file at an address, of which stretches are asked for (HTTP range requests), without cookies.
 * Only made after the person confirmed the host.
 * @param known size in bytes where a list told it
 */
export function rangedFile(url: URL, path: string, known?: number): RandomAccess {
  let whole: Promise<Uint8Array<ArrayBuffer>> | undefined;
  let size: Promise<number> | undefined = known === undefined ? undefined : Promise.resolve(known);
  const sizeOf = () => {
    size ??= sizeByHead(url);
    return size;
  };
  return {
    name: url.host + decoded(url.pathname),
    path,
    size: sizeOf,
    read: async (start, end) => {
      const all = await sizeOf();
      if (all <= WHOLE) {
        whole ??= wholeFile(url, all);
        return (await whole).subarray(start, end);
      }
      if (whole) return (await whole).subarray(start, end);
      const response = await ask(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
      if (response.status === 206)
        return exactly(url, await bytesOf(url, response, end - start), end - start);
      // The server sends all of it, which is taken where it is small enough.
      if (all > MAX_WHOLE) {
        await response.body?.cancel();
        throw new ProfileError(WORDS.noRanges(url.host, all), { hint: WORDS.noRangesHint });
      }
      whole = bytesOf(url, response, all).then((bytes) => exactly(url, bytes, all));
      return (await whole).subarray(start, end);
    },
  };
}

async function wholeFile(url: URL, size: number): Promise<Uint8Array<ArrayBuffer>> {
  return exactly(url, await bytesOf(url, await ask(url, {}), size), size);
}

/** @throws ProfileError where the server says no size */
async function sizeByHead(url: URL): Promise<number> {
  const response = await ask(url, { method: "HEAD" });
  const said = response.headers.get("content-length");
  const size = said === null ? Number.NaN : Number(said);
  if (Number.isSafeInteger(size) && !response.headers.get("content-encoding")) return size;
  throw new ProfileError(WORDS.noSize(url.host), { hint: WORDS.noSizeHint });
}

/**
 * The text at an address.
 * @throws ProfileError in words: no answer, no CORS, an error status, too large
 */
export async function textAt(url: URL, most: number): Promise<string> {
  return new TextDecoder().decode(await bytesOf(url, await ask(url, {}), most));
}

async function ask(url: URL, init: RequestInit): Promise<Response> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), STALL_MS);
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "manual",
      signal: stalled.signal,
    });
  } catch {
    if (stalled.signal.aborted) {
      throw new ProfileError(WORDS.stalled(url.host, STALL_MS / 1000), { hint: WORDS.again });
    }
    throw new ProfileError(WORDS.unreadable(url.host), { hint: WORDS.unreadableHint });
  } finally {
    clearTimeout(timer);
  }
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    throw new ProfileError(WORDS.redirected(url.host), { hint: WORDS.redirectedHint });
  }
  if (response.ok && /^text\/html\b/i.test(response.headers.get("content-type") ?? "")) {
    throw new ProfileError(WORDS.page(url.host, decoded(url.pathname)), { hint: WORDS.pageHint });
  }
  if (response.ok) return response;
  const hint = response.status === 404 ? WORDS.missingHint : WORDS.again;
  const { status, statusText } = response;
  throw new ProfileError(WORDS.status(url.host, status, statusText, decoded(url.pathname)), {
    hint,
  });
}

/** An answer's bytes, up to `most`; each piece comes within the time that is waited for one. */
async function bytesOf(
  url: URL,
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await within(reader.read(), url.host);
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new ProfileError(WORDS.tooMuch(url.host, decoded(url.pathname), most), {
        hint: WORDS.again,
      });
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

async function within<T>(work: Promise<T>, host: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ProfileError(WORDS.stalled(host, STALL_MS / 1000), { hint: WORDS.again })),
      STALL_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    throw new ProfileError(WORDS.broken(host), { hint: WORDS.again });
  } finally {
    clearTimeout(timer);
  }
}

function exactly(url: URL, bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (bytes.length === size) return bytes;
  throw new ProfileError(WORDS.cut(url.host, decoded(url.pathname), bytes.length, size), {
    hint: WORDS.cutHint,
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
