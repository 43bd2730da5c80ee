import { type RefObject, useEffect, useState } from "react";

/** Pixels of something wide that are out of sight at each side. */
export interface HiddenSides {
  readonly left: number;
  readonly right: number;
}

const NONE: HiddenSides = { left: 0, right: 0 };

/** What of a scrolling element is out of sight at its sides, so that it can be said. */
export function useHiddenSides(ref: RefObject<HTMLElement | null>, ready: boolean): HiddenSides {
  const [hidden, setHidden] = useState(NONE);
  useEffect(() => {
    const element = ref.current;
    if (!element || !ready) return;
    const measure = () => {
      const left = Math.round(element.scrollLeft);
      const right = Math.max(0, element.scrollWidth - element.clientWidth - left);
      setHidden((h) => (h.left === left && h.right === right ? h : { left, right }));
    };
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [ref, ready]);
  return hidden;
}

/** For CSS: which edges have a shadow. */
export function shadowEdges({ left, right }: HiddenSides): {
  "data-left": true | undefined;
  "data-right": true | undefined;
} {
  return { "data-left": left > 1 || undefined, "data-right": right > 1 || undefined };
}
