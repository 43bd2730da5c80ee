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
  const gestures = new Gestures(element, target);
  const stopped = new AbortController();
  const { signal } = stopped;
  element.addEventListener("pointerdown", gestures.down, { signal });
  element.addEventListener("pointermove", gestures.move, { signal });
  element.addEventListener("pointerup", gestures.up, { signal });
  element.addEventListener("pointercancel", gestures.up, { signal });
  element.addEventListener("pointerleave", gestures.leave, { signal });
  element.addEventListener("wheel", gestures.wheel, { passive: false, signal });
  element.addEventListener("contextmenu", gestures.menu, { signal });
  return () => {
    gestures.stop();
    stopped.abort();
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Makes gestures of the events of an element. */
class Gestures {
  private readonly pointers = new Map<number, Point>();
  private pressed: Press | undefined;
  /** between two fingers, in pixels */
  private spread = 0;
  private clicked = { x: 0, y: 0, time: Number.NEGATIVE_INFINITY };
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly target: GestureTarget,
  ) {}

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || inMap(event)) return;
    const point = this.at(event);
    this.pointers.set(event.pointerId, point);
    this.element.setPointerCapture(event.pointerId);
    if (this.pointers.size === 1) {
      this.pressed = { ...point, shift: event.shiftKey, moved: false, held: false };
      if (event.pointerType === "touch") this.rest(this.pressed, event);
    } else if (this.pressed) {
      this.pressed.moved = true;
      this.spread = distance(this.pointers);
      this.target.range(undefined);
    }
  };

  readonly move = (event: PointerEvent): void => {
    const point = this.at(event);
    const before = this.pointers.get(event.pointerId);
    if (!before || !this.pressed) {
      if (this.pointers.size > 0) return;
      if (inMap(event)) this.target.leave();
      else this.target.point(point.x, point.y);
      return;
    }
    this.pointers.set(event.pointerId, point);
    if (this.pointers.size > 1) this.pinch(before, point);
    else this.drag(this.pressed, before, point);
  };

  readonly up = (event: PointerEvent): void => {
    if (!this.pointers.delete(event.pointerId) || !this.pressed) return;
    if (this.pointers.size > 0) {
      this.spread = distance(this.pointers);
      return;
    }
    const press = this.pressed;
    this.pressed = undefined;
    clearTimeout(this.resting);
    this.target.grab(false);
    if (event.type === "pointercancel") this.target.range(undefined);
    // The menu is open: lifting the finger is not a press.
    else if (!press.held) this.release(press, this.at(event), event.timeStamp);
  };

  readonly wheel = (event: WheelEvent): void => {
    const { target } = this;
    const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? 400 : 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // A pinch on a touchpad comes as small steps, a wheel's notch as a large one.
      const factor = Math.exp(-dy * (Math.abs(dy) < 30 ? 0.012 : 0.0035));
      target.zoomAt(this.at(event).x, Math.min(MOST, Math.max(1 / MOST, factor)));
      return;
    }
    const moved = event.shiftKey && dx === 0 ? target.wheel(dy, 0) : target.wheel(dx, dy);
    if (moved) event.preventDefault();
  };

  readonly leave = (event: PointerEvent): void => {
    if (this.pointers.size === 0 && event.pointerType !== "touch") this.target.leave();
  };

  readonly menu = (event: MouseEvent): void => {
    const point = this.at(event);
    // A browser that itself asks for the menu of a resting finger was not first.
    if (this.pressed?.held) {
      event.preventDefault();
      return;
    }
    if (!this.target.menu(point.x, point.y, event.clientX, event.clientY)) return;
    if (this.pressed) this.pressed.held = true;
    event.preventDefault();
  };

  stop(): void {
    clearTimeout(this.resting);
  }

  private at(event: MouseEvent): Point {
    const rect = this.element.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  }

  /** Asks for the menu where a finger stays. */
  private rest(press: Press, { clientX, clientY }: PointerEvent): void {
    this.resting = setTimeout(() => {
      if (this.pressed === press && !press.moved && !press.held) {
        press.held = this.target.menu(press.x, press.y, clientX, clientY);
      }
    }, LONG_PRESS_MS);
  }

  /** One of several fingers has moved. */
  private pinch(before: Point, point: Point): void {
    const { pointers, target } = this;
    const now = distance(pointers);
    const [a, b] = [...pointers.values()];
    if (this.spread > 0 && now > 0) target.zoomAt((a.x + b.x) / 2, now / this.spread);
    target.pan((before.x - point.x) / pointers.size, (before.y - point.y) / pointers.size);
    this.spread = now;
  }

  private drag(press: Press, before: Point, point: Point): void {
    const { target } = this;
    if (!press.moved) {
      if (distanceOf(point, press) < STILL) return;
      press.moved = true;
      target.leave();
      if (!press.shift) target.grab(true);
    }
    if (press.shift) target.range([press.x, point.x]);
    else target.pan(before.x - point.x, before.y - point.y);
  }

  /** The last pointer was lifted: a click, or the end of a range. */
  private release(press: Press, point: Point, time: number): void {
    if (!press.moved) {
      // The second press of a double one would go on to what has moved under the pointer.
      const again =
        time - this.clicked.time < DOUBLE_MS && distanceOf(point, this.clicked) < 2 * STILL;
      this.clicked = { ...point, time };
      if (!again) this.target.click(point.x, point.y);
    } else if (press.shift) {
      this.target.range(undefined);
      if (Math.abs(point.x - press.x) >= STILL) this.target.zoomRange(press.x, point.x);
    }
  }
}

/** Whether an event is the small map's, which has gestures of its own. */
function inMap(event: Event): boolean {
  return event.target instanceof Element && event.target.closest("[data-minimap]") !== null;
}

/** A pointer that is down: where it began, and what became of it. */
interface Press extends Point {
  readonly shift: boolean;
  /** it is a drag or a pinch */
  moved: boolean;
  /** it opened the menu */
  held: boolean;
}

function distanceOf(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function distance(pointers: ReadonlyMap<number, Point>): number {
  const [a, b] = [...pointers.values()];
  return a && b ? distanceOf(a, b) : 0;
}
