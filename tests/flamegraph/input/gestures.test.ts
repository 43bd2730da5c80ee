import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type GestureTarget,
  LONG_PRESS_MS,
  listenToGestures,
} from "../../../src/flamegraph/input/gestures.js";

/** As much of an element as gestures need; its corner is at 10, 20. */
class FakeElement extends EventTarget {
  readonly captured: number[] = [];
  inMap = false;
  getBoundingClientRect(): { left: number; top: number } {
    return { left: 10, top: 20 };
  }
  setPointerCapture(id: number): void {
    this.captured.push(id);
  }
  closest(): FakeElement | null {
    return this.inMap ? this : null;
  }
}

let element: FakeElement;
let calls: unknown[][];
let scrolls = true;
let stop: () => void;

beforeEach(() => {
  vi.stubGlobal("Element", FakeElement);
  element = new FakeElement();
  calls = [];
  scrolls = true;
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      calls.push([name, ...args]);
    };
  const target: GestureTarget = {
    pan: note("pan"),
    wheel: (dx, dy) => {
      calls.push(["wheel", dx, dy]);
      return scrolls;
    },
    zoomAt: note("zoomAt"),
    point: note("point"),
    leave: note("leave"),
    click: note("click"),
    menu: (...args) => {
      calls.push(["menu", ...args]);
      return true;
    },
    range: note("range"),
    zoomRange: note("zoomRange"),
    grab: note("grab"),
  };
  stop = listenToGestures(element as unknown as HTMLElement, target);
});
afterEach(() => vi.unstubAllGlobals());

/** Sends an event at a point of the element; returns whether its default was prevented. */
function send(type: string, x: number, y: number, more: object = {}): boolean {
  const event = Object.assign(new Event(type, { cancelable: true }), {
    pointerId: 1,
    pointerType: "mouse",
    button: 0,
    clientX: x + 10,
    clientY: y + 20,
    deltaX: 0,
    deltaY: 0,
    deltaMode: 0,
    ...more,
  });
  element.dispatchEvent(event);
  return event.defaultPrevented;
}

const named = (...names: string[]): unknown[][] =>
  calls.filter(([name]) => names.includes(name as string));

describe("gestures", () => {
  it("point where the pointer is while nothing is pressed", () => {
    send("pointermove", 30, 40);
    send("pointerleave", 30, 40);
    expect(calls).toEqual([["point", 30, 40], ["leave"]]);
  });

  it("click where a press hardly moved", () => {
    send("pointerdown", 30, 40);
    send("pointermove", 32, 41);
    send("pointerup", 32, 41);
    expect(named("click", "pan", "range", "zoomRange")).toEqual([["click", 32, 41]]);
    expect(element.captured).toEqual([1]);
  });

  it("pan by what a drag moves, and do not click at its end", () => {
    send("pointerdown", 30, 40);
    send("pointermove", 25, 45);
    send("pointermove", 5, 50);
    send("pointerup", 5, 50);
    expect(named("pan")).toEqual([
      ["pan", 5, -5],
      ["pan", 20, -5],
    ]);
    expect(named("grab")).toEqual([
      ["grab", true],
      ["grab", false],
    ]);
    expect(named("click")).toEqual([]);
  });

  it("select a range by a drag with Shift, and zoom to it at its end", () => {
    send("pointerdown", 30, 40, { shiftKey: true });
    send("pointermove", 90, 60);
    send("pointerup", 100, 60);
    expect(named("range", "zoomRange", "pan", "click")).toEqual([
      ["range", [30, 90]],
      ["range", undefined],
      ["zoomRange", 30, 100],
    ]);
  });

  it("zoom to no range that was dragged back to where it began, or taken away", () => {
    send("pointerdown", 30, 40, { shiftKey: true });
    send("pointermove", 90, 60);
    send("pointerup", 31, 60);
    send("pointerdown", 30, 40, { shiftKey: true });
    send("pointermove", 90, 60);
    send("pointercancel", 90, 60);
    expect(named("zoomRange", "click")).toEqual([]);
    expect(named("range").at(-1)).toEqual(["range", undefined]);
  });

  it("zoom where two fingers spread, by how far, and move with them", () => {
    const touch = (id: number) => ({ pointerId: id, pointerType: "touch" });
    send("pointerdown", 100, 50, touch(1));
    send("pointerdown", 200, 50, touch(2));
    send("pointermove", 300, 50, touch(2));
    expect(named("zoomAt")).toEqual([["zoomAt", 200, 2]]);
    expect(named("pan")).toEqual([["pan", -50, 0]]);
    send("pointerup", 300, 50, touch(2));
    send("pointermove", 110, 50, touch(1));
    expect(named("pan").at(-1)).toEqual(["pan", -10, 0]);
    send("pointerup", 110, 50, touch(1));
    expect(named("click")).toEqual([]);
  });

  it("scroll by the wheel, sideways with Shift, and let the page scroll where they cannot", () => {
    expect(send("wheel", 0, 0, { deltaY: 30 })).toBe(true);
    expect(send("wheel", 0, 0, { deltaY: 2, deltaMode: 1 })).toBe(true);
    expect(send("wheel", 0, 0, { deltaY: 30, shiftKey: true })).toBe(true);
    scrolls = false;
    expect(send("wheel", 0, 0, { deltaX: 5 })).toBe(false);
    expect(calls).toEqual([
      ["wheel", 0, 30],
      ["wheel", 0, 38],
      ["wheel", 30, 0],
      ["wheel", 5, 0],
    ]);
  });

  it("zoom at the pointer by the wheel with Ctrl, closer upwards, a bounded step at a time", () => {
    const factors = [-3, -120, -100_000, 3, 120, 100_000].map((deltaY) => {
      calls = [];
      expect(send("wheel", 70, 5, { deltaY, ctrlKey: true })).toBe(true);
      const [[name, x, factor]] = calls as [[string, number, number]];
      expect([name, x]).toEqual(["zoomAt", 70]);
      return factor;
    });
    const [pinch, notch, leap, out, outNotch, outLeap] = factors as [number, ...number[]];
    expect(pinch).toBeGreaterThan(1);
    expect(notch).toBeGreaterThan(pinch);
    expect(leap).toBe(1.6);
    expect(pinch * out!).toBeCloseTo(1);
    expect(notch! * outNotch!).toBeCloseTo(1);
    expect(leap! * outLeap!).toBeCloseTo(1);
  });

  it("take a double click for one: the second press would hit what has moved there", () => {
    for (const x of [30, 31, 60]) {
      send("pointerdown", x, 40);
      send("pointerup", x, 40);
    }
    expect(named("click")).toEqual([
      ["click", 30, 40],
      ["click", 60, 40],
    ]);
  });

  it("open the menu where there is one", () => {
    expect(send("contextmenu", 1, 2)).toBe(true);
    expect(calls).toEqual([["menu", 1, 2, 11, 22]]);
  });

  it("open the menu under a finger that rests, and do not click when it is lifted", () => {
    vi.useFakeTimers();
    send("pointerdown", 30, 40, { pointerType: "touch" });
    vi.advanceTimersByTime(LONG_PRESS_MS - 1);
    expect(named("menu")).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(named("menu")).toEqual([["menu", 30, 40, 40, 60]]);
    // Browsers of some phones ask for the menu by themselves as well.
    expect(send("contextmenu", 30, 40)).toBe(true);
    send("pointerup", 30, 40, { pointerType: "touch" });
    expect(named("menu", "click")).toHaveLength(1);
    vi.useRealTimers();
  });

  it("open no menu under a finger that moves, or under a mouse that rests", () => {
    vi.useFakeTimers();
    send("pointerdown", 30, 40, { pointerType: "touch" });
    send("pointermove", 60, 40, { pointerType: "touch" });
    vi.advanceTimersByTime(2 * LONG_PRESS_MS);
    send("pointerup", 60, 40, { pointerType: "touch" });
    send("pointerdown", 30, 40);
    vi.advanceTimersByTime(2 * LONG_PRESS_MS);
    expect(named("menu")).toEqual([]);
    vi.useRealTimers();
  });

  it("leave the minimap and the other buttons alone", () => {
    send("pointerdown", 30, 40, { button: 2 });
    send("pointerup", 30, 40, { button: 2 });
    element.inMap = true;
    send("pointerdown", 30, 40);
    send("pointerup", 30, 40);
    send("pointermove", 30, 40);
    expect(calls).toEqual([["leave"]]);
  });

  it("are over when stopped", () => {
    stop();
    send("pointermove", 30, 40);
    send("wheel", 0, 0, { deltaY: 30 });
    expect(calls).toEqual([]);
  });
});
