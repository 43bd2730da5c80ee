import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
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
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

declare const self: Scope;

// Only files of the build are kept and answered; all other requests pass by.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The page asks for this when the person agreed to the newer version.
self.addEventListener("message", (event) => {
  if ((event.data as { type?: unknown } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const target = new URL(SHARE_PATH, self.registration.scope).href;
  if (request.method === "POST" && request.url === target) event.respondWith(takeIn(request));
});

/** Leaves shared files in a cache, for the page that is opened next; they go nowhere else. */
async function takeIn(request: Request): Promise<Response> {
  const page = new URL(SHARED_FRAGMENT, self.registration.scope).href;
  try {
    const form = await request.formData();
    await caches.delete(SHARED_CACHE);
    const cache = await caches.open(SHARED_CACHE);
    const files = form.getAll("profiles").filter((entry) => entry instanceof File);
    for (const [i, file] of files.slice(0, MAX_SHARED).entries()) {
      const headers = { [NAME_HEADER]: encodeURIComponent(file.name.toWellFormed()) };
      const at = new URL(`shared/${i}`, self.registration.scope).href;
      await cache.put(at, new Response(file, { headers }));
    }
  } catch {
    // The page opens all the same and finds nothing shared.
  }
  return Response.redirect(page, 303);
}
