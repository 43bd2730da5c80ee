import { easeCubicOut } from "d3";
import { between, type Viewport } from "./viewport.js";

/** How long a movement takes, in milliseconds. */
export const ZOOM_MS = 150;

/** What is seen, and how it moves. It has no clock of its own: each frame tells it the time. */
export class Motion {
  /** what is seen now */
  viewport: Viewport = { x: 0, width: 1, top: 0 };
  private way: { from: Viewport; to: Viewport; start: number } | undefined;

  get moving(): boolean {
    return this.way !== undefined;
  }

  /** what will be seen when it has come to rest */
  get target(): Viewport {
    return this.way?.to ?? this.viewport;
  }

  /** Sees something else at once; a movement ends there. */
  jump(to: Viewport): void {
    this.way = undefined;
    this.viewport = to;
  }

  /** Begins to move from what is seen now; `now` in milliseconds. */
  start(to: Viewport, now: number): void {
    this.way = { from: this.viewport, to, start: now };
  }

  /** Moves on to where it is at `now`; false where nothing moves. */
  advance(now: number): boolean {
    const { way } = this;
    if (!way) return false;
    // A frame may carry a time from before the movement was asked for.
    const t = Math.min(1, Math.max(0, (now - way.start) / ZOOM_MS));
    this.viewport = between(way.from, way.to, easeCubicOut(t));
    if (t >= 1) this.way = undefined;
    return true;
  }
}
