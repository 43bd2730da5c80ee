/** Caches in which open files wait for the page to be loaded again; the moment follows. */
const PREFIX = "leaklens-handover-";
const KEY = "leaklens-handover";
/** What a tab left that never came back is deleted after so many milliseconds. */
const STALE = 5 * 60_000;

/** A file that is open. */
export interface OpenBytes {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps files while this tab is loaded again, whether or not the person lets files be kept: they
 * are taken out, and deleted, by the very next load.
 * @throws where the browser refuses
 */
export async function handOver(files: readonly OpenBytes[]): Promise<void> {
  if (files.length === 0) return;
  const name = `${PREFIX}${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const cache = await caches.open(name);
  try {
    for (const { hash, bytes } of files) {
      await cache.put(addressOf(hash), new Response(bytes as Uint8Array<ArrayBuffer>));
    }
    sessionStorage.setItem(KEY, name);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** The files that this tab left for itself, by hash. Never fails. */
export async function takeHandedOver(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  try {
    const mine = sessionStorage.getItem(KEY);
    // Nothing waits for caches that may be slow where nothing was left in them.
    void deleteStale(mine).catch(() => {});
    if (!mine) return files;
    sessionStorage.removeItem(KEY);
    await takeAll(await caches.open(mine), files);
    await caches.delete(mine);
  } catch {
    // The browser refuses caches: then nothing was left either.
  }
  return files;
}

async function deleteStale(mine: string | null): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === mine) continue;
    const age = Date.now() - Number.parseInt(name.slice(PREFIX.length), 10);
    if (!(age < STALE)) await caches.delete(name);
  }
}

async function takeAll(cache: Cache, into: Map<string, Uint8Array>): Promise<void> {
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const hash = new URL(request.url).pathname.split("/").at(-1);
    if (response && hash) into.set(hash, new Uint8Array(await response.arrayBuffer()));
  }
}

function addressOf(hash: string): string {
  return new URL(`handover/${hash}`, document.baseURI).href;
}
