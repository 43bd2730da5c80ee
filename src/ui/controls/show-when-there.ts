/** So long what is asked for may take to come, in milliseconds. */
const PATIENCE = 5000;

/** Scrolls to an element and gives it the focus, as soon as it is in the page. */
export function showWhenThere(id: string): void {
  const until = performance.now() + PATIENCE;
  const look = () => {
    const element = document.getElementById(id);
    if (element) {
      element.scrollIntoView({ block: "start" });
      element.focus({ preventScroll: true });
    } else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
