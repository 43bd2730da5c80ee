import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_FETCHED_BYTES } from "../../src/profile/size-limits.js";
import { fetchAddress, fetchOwn } from "../../src/session/fetch-profile.js";

beforeEach(() => {
  const { origin, protocol, href } = new URL("http://127.0.0.1:1/");
  vi.stubGlobal("location", { origin, protocol, href });
});
afterEach(() => void vi.unstubAllGlobals());

const control = (onBytes = (_size: number) => {}) => ({
  signal: new AbortController().signal,
  onBytes,
});

/** Answers with the same bytes again and again, and says how often, and whether it was left. */
function endless(chunk: Uint8Array, headers: Record<string, string> = {}) {
  const seen = { chunks: 0, isLeft: false };
  const body = new ReadableStream({
    pull: (to) => {
      seen.chunks++;
      to.enqueue(chunk);
    },
    cancel: () => {
      seen.isLeft = true;
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body, { headers }));
  return seen;
}

describe.each([
  ["an address", () => fetchAddress("http://127.0.0.1:2/heap", control())],
  ["the page's own server", () => fetchOwn("/heap", control())],
])("a file of %s that is too large", (_, get) => {
  it("is refused at the limit where it never ends, and left", async () => {
    const chunk = new Uint8Array(1 << 26);
    const seen = endless(chunk);
    await expect(get()).rejects.toThrow("the file is larger than 512 MiB");
    expect(seen.chunks * chunk.length).toBeLessThanOrEqual(MAX_FETCHED_BYTES + 2 * chunk.length);
    expect(seen.isLeft).toBe(true);
  });

  it("is refused before it is read where the server says how large it is", async () => {
    const seen = endless(new Uint8Array(1024), { "content-length": `${10 * 2 ** 30}` });
    await expect(get()).rejects.toThrow("the file is larger than 512 MiB");
    expect(seen.chunks).toBeLessThanOrEqual(1);
  });
});
