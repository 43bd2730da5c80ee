import { type Step, stepOfKey } from "./box-navigation.js";

/** What keys on the graph lead to; those that return false have nothing to do there. */
export interface KeyTarget {
  /** goes to the box one step away */
  step(step: Step): void;
  zoomToActive(): boolean;
  reset(): void;
  unfoldActive(): boolean;
  /** zooms about the middle; above 1 shows less */
  zoomBy(factor: number): void;
  /** scrolls by nearly what is seen: 1 down the screen, -1 up */
  page(direction: 1 | -1): boolean;
  menuOfActive(): boolean;
  leave(): void;
}

/** The part of a KeyboardEvent that counts. */
export type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const ZOOM_STEP = 1.5;

/** What a key does; false where it does nothing here and belongs to the page. */
export function handleKey(key: Key, flame: boolean, target: KeyTarget): boolean {
  if (key.ctrlKey || key.metaKey || key.altKey) return false;
  const step = stepOfKey(key.key, flame);
  if (step) {
    target.step(step);
    return true;
  }
  switch (key.key) {
    case "Enter":
      return target.zoomToActive();
    case "Home":
      target.reset();
      return true;
    case " ":
      return target.unfoldActive();
    case "+":
      target.zoomBy(ZOOM_STEP);
      return true;
    case "-":
      target.zoomBy(1 / ZOOM_STEP);
      return true;
    case "PageDown":
      return target.page(1);
    case "PageUp":
      return target.page(-1);
    case "ContextMenu":
      return target.menuOfActive();
    case "F10":
      return key.shiftKey && target.menuOfActive();
    case "Escape":
      target.leave();
      return false;
    default:
      return false;
  }
}
