import type { Input } from "../session/session.js";

/** The cache in which the service worker leaves what other programs shared with the page. */
export const SHARED_CACHE = "leaklens-shared";
/** Fragment that the page is opened with when something was shared. */
export const SHARED_FRAGMENT = "#shared";
/** Where the manifest lets programs send files to. */
export const SHARE_PATH = "share-target";
/** Header with a shared file's name, in percent encoding. */
export const NAME_HEADER = "x-leaklens-name";
/** More shared files than this are not taken. */
export const MAX_SHARED = 64;

/** The files that were shared with the page, taken out of the cache. */
export async function takeShared(): Promise<Input[]> {
  if (typeof caches === "undefined" || !(await caches.has(SHARED_CACHE))) return [];
  const cache = await caches.open(SHARED_CACHE);
  const inputs: Input[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response) continue;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const name = decodeURIComponent(response.headers.get(NAME_HEADER) ?? "shared");
    inputs.push({ name, read: async () => bytes.slice() });
  }
  await caches.delete(SHARED_CACHE);
  return inputs;
}

interface LaunchQueue {
  setConsumer(consumer: (params: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Tells of files that were opened with the installed page from the system's file manager. */
export function onLaunched(open: (inputs: Input[]) => void): void {
  const queue = (window as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files = [] }) => {
    const inputs = files.map(
      (handle): Input => ({
        name: handle.name,
        read: async () => new Uint8Array(await (await handle.getFile()).arrayBuffer()),
      }),
    );
    if (inputs.length > 0) open(inputs);
  });
}
