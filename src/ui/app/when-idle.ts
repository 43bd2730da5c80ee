/** Where a browser cannot tell that it idles, the page is taken to idle so soon (milliseconds). */
const SOON = 200;

/**
 * Does something once, when the page is loaded and has nothing else to do. Not for a person who
 * asked the browser to load little.
 */
export function whenIdle(work: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const idle = (): void => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => work());
    else setTimeout(work, SOON);
  };
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
