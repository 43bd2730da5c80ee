import { cacheNames } from "workbox-core";
import {
  cleanupOutdatedCaches,
  getCacheKeyForURL,
  matchPrecache,
  precacheAndRoute,
} from "workbox-precaching";
import { isLoopback, isOwnPage, isPageAddress } from "./served-page.js";
import {
  MAX_SHARED,
  NAME_HEADER,
  SHARE_PATH,
  SHARED_CACHE,
  SHARED_FRAGMENT,
} from "./share-target.js";

/** The parts of a service worker's scope that are used here. */
interface Scope {
  /** every file of the build with its revision, put here by the build */
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  readonly location: { readonly hostname: string };
  readonly registration: {
    readonly scope: string;
    readonly installing: unknown;
    readonly waiting: unknown;
    update(): Promise<unknown>;
    unregister(): Promise<boolean>;
  };
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<{ navigate(url: string): Promise<unknown> } | undefined>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  addEventListener(type: "activate", listener: (event: LateEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

interface LateEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LateEvent {
  readonly request: Request;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
  stopImmediatePropagation(): void;
}

declare const self: Scope;

const files = self.__WB_MANIFEST;
/** So long a server of this machine may take to answer before the kept page is shown. */
const PATIENCE = 1500;
/** another program was found where the page had been: this worker answers nothing any more */
let gone = false;

// The page asks for this when the person agreed to the newer version.
self.addEventListener("message", (event) => {
  if ((event.data as { type?: unknown } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

// The first visit works without network too, from when all is kept.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { scope } = self.registration;
  if (gone) {
    event.stopImmediatePropagation();
    return;
  }
  if (request.method === "POST" && request.url === new URL(SHARE_PATH, scope).href) {
    event.respondWith(storeShared(request));
    return;
  }
  if (request.mode !== "navigate" || !isPageAddress(request.url, scope)) return;
  if (isLoopback(self.location.hostname)) {
    event.stopImmediatePropagation();
    event.respondWith(checkedPage(event));
  } else event.waitUntil(checkLater(event));
  event.waitUntil(repair());
});

// Only files of the build (scripts/precache-plugin.ts lists them) are kept and answered; all other
// requests pass by.
precacheAndRoute(files, { ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

/** The kept page, unless another program is served in its place: then that, and nothing is kept. */
async function checkedPage(event: FetchEvent): Promise<Response> {
  const served = await withinPatience(fetch(event.request));
  if (served && !(await isOwnPage(served))) {
    await leave(event);
    return served;
  }
  return (await matchPrecache("index.html")) ?? served ?? (await fetch(event.request));
}

/** As `checkedPage`, where the network may be slow: the kept page is shown meanwhile. */
async function checkLater(event: FetchEvent): Promise<void> {
  const { url } = event.request;
  const served = await fetch(url, { cache: "no-store" }).catch(() => undefined);
  const isPage = served?.status === 200 && !served.redirected;
  if (!served || !isPage || (await isOwnPage(served))) return;
  await leave(event);
  await (await self.clients.get(event.resultingClientId))?.navigate(url);
}

async function withinPatience(answer: Promise<Response>): Promise<Response | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  return await Promise.race([answer.catch(() => undefined), late]);
}

/** Leaves the origin to the program that is served there now. */
async function leave(event: FetchEvent): Promise<void> {
  gone = true;
  await self.registration.unregister();
  await dropCaches();
  // Requests that were under way meanwhile open the cache again. A browser may end a worker that
  // waits for a timer alone.
  const late = new Promise((resolve) => setTimeout(resolve, 1500));
  event.waitUntil(late.then(dropCaches));
}

async function dropCaches(): Promise<void> {
  await caches.delete(cacheNames.precache);
  await caches.delete(SHARED_CACHE);
}

/** Fetches what the browser dropped of the kept files, unless a newer version is on its way. */
async function repair(): Promise<void> {
  const missing: string[] = [];
  for (const { url } of files) {
    // Looking into a cache makes it, also one that was just let go of.
    if (gone) return await dropCaches();
    if (!(await matchPrecache(url))) missing.push(url);
  }
  if (gone) return await dropCaches();
  if (missing.length === 0) return;
  await self.registration.update().catch(() => {});
  if (gone || self.registration.installing || self.registration.waiting) return;
  const cache = await caches.open(cacheNames.precache);
  for (const url of missing) {
    const key = getCacheKeyForURL(url);
    const answer = key ? await fetch(url, { cache: "reload" }).catch(() => undefined) : undefined;
    if (key && answer?.ok) await cache.put(key, answer);
  }
}

/** Leaves shared files in a cache, for the page that is opened next; they go nowhere else. */
async function storeShared(request: Request): Promise<Response> {
  const page = new URL(SHARED_FRAGMENT, self.registration.scope).href;
  try {
    const form = await request.formData();
    await caches.delete(SHARED_CACHE);
    const cache = await caches.open(SHARED_CACHE);
    const shared = form.getAll("profiles").filter((entry) => entry instanceof File);
    for (const [i, file] of shared.slice(0, MAX_SHARED).entries()) {
      const headers = { [NAME_HEADER]: encodeURIComponent(file.name.toWellFormed()) };
      const at = new URL(`shared/${i}`, self.registration.scope).href;
      await cache.put(at, new Response(file, { headers }));
    }
  } catch {
    // The page opens all the same and finds nothing shared.
  }
  return Response.redirect(page, 303);
}
