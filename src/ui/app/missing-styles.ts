/**
 * A style sheet of a part that is loaded later may not come: the part is shown without it. Unless
 * it is told not to, the loader refuses the whole part.
 */
export function doWithoutStyles(): void {
  addEventListener("vite:preloadError", (event) => {
    if (/preload CSS/.test(event.payload.message)) event.preventDefault();
  });
}
