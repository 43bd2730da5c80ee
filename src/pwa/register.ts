import { Workbox } from "workbox-window";

/**
 * Makes the page work without network from the next visit on. A newer version is told and never
 * forced: it takes over when `update` is called, or when all of the page's tabs are closed.
 *
 * @param waiting told when a newer version is ready; `update` reloads the page with it
 */
export function workOffline(waiting: (update: () => void) => void): void {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const workbox = new Workbox("./serviceworker.js", { scope: "./" });
  workbox.addEventListener("waiting", () =>
    waiting(() => {
      workbox.addEventListener("controlling", () => location.reload());
      workbox.messageSkipWaiting();
    }),
  );
  // A host may serve no worker, or a browser refuse it: the page works without.
  workbox.register().catch(() => {});
}
