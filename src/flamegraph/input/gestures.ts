/** What gestures on the graph lead to; points are CSS pixels from its upper left corner. */
export interface GestureTarget {
  pan(dx: number, dy: number): void;
  /** false where there is nothing to scroll, so that the page may */
  wheel(dx: number, dy: number): boolean;
  zoomAt(x: number, factor: number): void;
  point(x: number, y: number): void;
  leave(): void;
  click(x: number, y: number): void;
  menu(x: number, y: number, clientX: number, clientY: number): boolean;
  /** a range is being dragged; undefined ends it without zooming */
  range(range: readonly [number, number] | undefined): void;
  zoomRange(from: number, to: number): void;
  /** the pointer is dragging the graph */
  grab(on: boolean): void;
}

/** A press that moves less than this many CSS pixels is a click. */
const STILL = 4;
const LINE = 19;
/** Zoom of one wheel event at most, so that a notch of any mouse is a step and no leap. */
const MOST = 1.6;
/** A finger that rests for so many milliseconds asks for the menu. */
export const LONG_PRESS_MS = 500;
/** A press so soon after another one at the same place belongs to it. */
const DOUBLE_MS = 400;

/** Listens on an element; the function returned stops it. */
export function listenToGestures(element: HTMLElement, target: GestureTarget): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let pressed: Press | undefined;
  let spread = 0;
  let clicked = { x: 0, y: 0, time: Number.NEGATIVE_INFINITY };
  let resting: ReturnType<typeof setTimeout> | undefined;

  const at = (event: MouseEvent): { x: number; y: number } => {
    const rect = element.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  };
  const inMap = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest("[data-minimap]") !== null;

  const rest = (press: Press, { clientX, clientY }: PointerEvent): void => {
    resting = setTimeout(() => {
      if (pressed === press && !press.moved && !press.held) {
        press.held = target.menu(press.x, press.y, clientX, clientY);
      }
    }, LONG_PRESS_MS);
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || inMap(event)) return;
    const point = at(event);
    pointers.set(event.pointerId, point);
    element.setPointerCapture(event.pointerId);
    if (pointers.size === 1) {
      pressed = { ...point, shift: event.shiftKey, moved: false, held: false };
      if (event.pointerType === "touch") rest(pressed, event);
    } else if (pressed) {
      pressed.moved = true;
      spread = distance(pointers);
      target.range(undefined);
    }
  };
  const move = (event: PointerEvent): void => {
    const point = at(event);
    const before = pointers.get(event.pointerId);
    if (!before || !pressed) {
      if (pointers.size === 0) {
        if (inMap(event)) target.leave();
        else target.point(point.x, point.y);
      }
      return;
    }
    pointers.set(event.pointerId, point);
    if (pointers.size > 1) {
      const now = distance(pointers);
      const [a, b] = [...pointers.values()];
      if (spread > 0 && now > 0) target.zoomAt((a!.x + b!.x) / 2, now / spread);
      target.pan((before.x - point.x) / pointers.size, (before.y - point.y) / pointers.size);
      spread = now;
      return;
    }
    if (!pressed.moved) {
      if (Math.hypot(point.x - pressed.x, point.y - pressed.y) < STILL) return;
      pressed.moved = true;
      target.leave();
      if (!pressed.shift) target.grab(true);
    }
    if (pressed.shift) target.range([pressed.x, point.x]);
    else target.pan(before.x - point.x, before.y - point.y);
  };
  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId) || !pressed) return;
    const point = at(event);
    if (pointers.size > 0) {
      spread = distance(pointers);
      return;
    }
    const press = pressed;
    pressed = undefined;
    clearTimeout(resting);
    target.grab(false);
    if (event.type === "pointercancel") {
      target.range(undefined);
    } else if (press.held) {
      // The menu is open: lifting the finger is not a press.
    } else if (!press.moved) {
      // The second press of a double one would go on to what has moved under the pointer.
      const again =
        event.timeStamp - clicked.time < DOUBLE_MS && distanceOf(point, clicked) < 2 * STILL;
      clicked = { ...point, time: event.timeStamp };
      if (!again) target.click(point.x, point.y);
    } else if (press.shift) {
      target.range(undefined);
      if (Math.abs(point.x - press.x) >= STILL) target.zoomRange(press.x, point.x);
    }
  };
  const wheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? 400 : 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // A pinch on a touchpad comes as small steps, a wheel's notch as a large one.
      const factor = Math.exp(-dy * (Math.abs(dy) < 30 ? 0.012 : 0.0035));
      target.zoomAt(at(event).x, Math.min(MOST, Math.max(1 / MOST, factor)));
      return;
    }
    const moved = event.shiftKey && dx === 0 ? target.wheel(dy, 0) : target.wheel(dx, dy);
    if (moved) event.preventDefault();
  };
  const leave = (event: PointerEvent): void => {
    if (pointers.size === 0 && event.pointerType !== "touch") target.leave();
  };
  const menu = (event: MouseEvent): void => {
    const point = at(event);
    // A browser that itself asks for the menu of a resting finger was not first.
    if (pressed?.held) {
      event.preventDefault();
      return;
    }
    if (!target.menu(point.x, point.y, event.clientX, event.clientY)) return;
    if (pressed) pressed.held = true;
    event.preventDefault();
  };

  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("wheel", wheel, { passive: false });
  element.addEventListener("contextmenu", menu);
  return () => {
    clearTimeout(resting);
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointermove", move);
    element.removeEventListener("pointerup", up);
    element.removeEventListener("pointercancel", up);
    element.removeEventListener("pointerleave", leave);
    element.removeEventListener("wheel", wheel);
    element.removeEventListener("contextmenu", menu);
  };
}

/** A pointer that is down: where it began, and what became of it. */
interface Press {
  readonly x: number;
  readonly y: number;
  readonly shift: boolean;
  /** it is a drag or a pinch */
  moved: boolean;
  /** it opened the menu */
  held: boolean;
}

function distanceOf(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function distance(pointers: ReadonlyMap<number, { x: number; y: number }>): number {
  const [a, b] = [...pointers.values()];
  return a && b ? distanceOf(a, b) : 0;
}
