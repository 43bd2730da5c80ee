import { Workbox } from "workbox-window";

/** So long a newer version may take to take over before the page is loaded again anyway. */
const PATIENCE = 4000;

/**
 * Makes the page work without network. A newer version is told and never forced: it takes over
 * when `update` is called, or when all of the page's tabs are closed.
 *
 * @param waiting told when a newer version is ready; `update` reloads the page with it
 */
export function workOffline(waiting: (update: () => void) => void): void {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const workbox = new Workbox("./serviceworker.js", { scope: "./" });
  // A host may serve no worker, or a browser refuse it: the page works without.
  const registered = workbox.register().catch(() => undefined);
  workbox.addEventListener("waiting", () =>
    waiting(async () => {
      // Another tab may have brought the newer version in already.
      if (!(await registered)?.waiting) {
        location.reload();
        return;
      }
      workbox.addEventListener("controlling", () => location.reload());
      setTimeout(() => location.reload(), PATIENCE);
      workbox.messageSkipWaiting();
    }),
  );
}
