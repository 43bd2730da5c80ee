import type { FlameLayout } from "../../calltree/layout/layout.js";
import { type Hit, hitTest } from "../input/hit-test.js";
import { placeOnSurface } from "../paint/overlay.js";
import { Motion } from "./motion.js";
import { partOf, viewportOfPart } from "./part.js";
import {
  clampViewport,
  maxTop,
  panBy,
  revealBox,
  type Surface,
  type Viewport,
  viewportOfBox,
  zoomAround,
} from "./viewport.js";
import { ZoomFollow } from "./zoom-anchor.js";

/** What a camera is told from outside. */
export interface CameraSetting {
  /** the time, in milliseconds, as frames count it */
  now(): number;
  /** whether it shall jump instead of moving */
  still(): boolean;
  /** what is seen is, or is about to be, another part */
  changed(): void;
}

/**
 * What is seen of a layout and how that changes: with the zoom and the picture, or by hand. Points
 * and distances are CSS pixels from the upper left corner of the surface.
 */
export class Camera {
  private layout: FlameLayout | undefined;
  private flame = false;
  private readonly motion = new Motion();
  private readonly follow = new ZoomFollow();

  constructor(
    private surface: Surface,
    private readonly setting: CameraSetting,
  ) {}

  /** what is seen now */
  get viewport(): Viewport {
    return this.motion.viewport;
  }

  get moving(): boolean {
    return this.motion.moving;
  }

  /** Moves on; false where nothing moves. */
  advance(now: number): boolean {
    return this.motion.advance(now);
  }

  /**
   * Shows another layout, or another zoom, or both.
   * @param zoom path of the box that fills the width
   * @param zoomed whether the zoom is another one
   */
  show(layout: FlameLayout, flame: boolean, zoom: string, zoomed: boolean): void {
    const before = this.layout;
    const at = this.motion.target;
    const { surface } = this;
    this.layout = layout;
    this.flame = flame;
    if (!before || zoomed) {
      const to = this.follow.zoomed(layout, zoom, at.top, surface);
      if (before === layout) this.moveTo(to);
      else this.jump(to);
    } else if (before !== layout) {
      this.jump(this.follow.kept(before, layout, zoom, at, surface));
    }
  }

  /** Looks at a part of the zoomed box, as a link or going back asks for. */
  showPart(zoom: string, part: string, at: "once" | "moving"): void {
    if (!this.layout) return;
    const to = viewportOfPart(this.layout, zoom, part, this.surface);
    this.follow.free = part !== "";
    if (at === "once") this.jump(to);
    else this.moveTo(to);
  }

  /** Where one looks, or will once all has come to rest, as a part of the zoomed box. */
  part(zoom: string): string {
    return this.layout ? partOf(this.layout, zoom, this.motion.target, this.surface) : "";
  }

  /** The surface is another one: a movement that is under way ends where it leads to. */
  resize(surface: Surface): void {
    const higher = surface.width === this.surface.width && this.motion.moving;
    this.surface = surface;
    // A row of controls that came or went above is no reason to cut a movement short.
    if (this.layout && !higher)
      this.motion.jump(clampViewport(this.motion.target, this.layout, surface));
  }

  /** Looks at the box that is zoomed to, after having gone elsewhere by hand. */
  returnTo(box: number): void {
    if (!this.layout) return;
    this.follow.free = false;
    const top = box === 0 ? 0 : this.motion.target.top;
    this.moveTo(viewportOfBox(this.layout, box, top, this.surface));
  }

  /** Brings a box into sight. */
  reveal(box: number): void {
    if (!this.layout) return;
    const at = this.motion.target;
    const to = revealBox(at, this.layout, box, this.surface);
    const aside = to.x !== at.x || to.width !== at.width;
    if (aside) this.follow.free = true;
    if (aside || to.top !== at.top) this.moveTo(to);
  }

  /** Moves to a part of the width, in the unit of the sample type. */
  moveToPart(x: number, width: number): void {
    if (!this.layout) return;
    this.follow.free = true;
    const { top } = this.viewport;
    this.moveTo(clampViewport({ x, width, top }, this.layout, this.surface));
  }

  /** Moves to what lies between two columns. */
  moveToColumns(a: number, b: number): void {
    const all = this.surface.width;
    const from = Math.max(0, Math.min(a, b)) / all;
    const to = Math.min(all, Math.max(a, b)) / all;
    const { x, width } = this.viewport;
    this.moveToPart(x + from * width, (to - from) * width);
  }

  /** Looks somewhere at once. */
  look(viewport: Viewport): void {
    if (!this.layout) return;
    this.follow.free = true;
    this.jump(clampViewport(viewport, this.layout, this.surface));
  }

  pan(dx: number, dy: number): void {
    this.look(panBy(this.viewport, this.surface, dx, this.flame ? -dy : dy));
  }

  /** Scrolls as far as there is something to scroll to; false where there is nothing. */
  scroll(dx: number, dy: number): boolean {
    const { layout, surface, follow } = this;
    if (!layout) return false;
    const at = this.motion.target;
    const canX = dx !== 0 && at.width < layout.width[0] * 0.9999;
    const canY = dy !== 0 && maxTop(layout, surface) > 0;
    if (!canX && !canY) return false;
    const wasFree = follow.free;
    this.look(panBy(at, surface, canX ? dx : 0, canY ? (this.flame ? -dy : dy) : 0));
    // Scrolling alone does not leave the zoomed box.
    if (!canX) follow.free = wasFree;
    return true;
  }

  /** Zooms so that what is at `x` stays there; above 1 shows less. */
  zoomAt(x: number, factor: number): void {
    this.look(zoomAround(this.motion.target, this.surface, x, factor));
  }

  /** What is at a point. */
  hitAt(x: number, y: number): Hit | undefined {
    if (!this.layout) return undefined;
    return hitTest(this.layout, this.viewport, this.surface, this.flame, x, y);
  }

  /** Where a box is once all has come to rest; undefined where it is out of sight. */
  placeOf(box: number): { x: number; y: number; high: number } | undefined {
    if (!this.layout) return undefined;
    const { surface } = this;
    const place = placeOnSurface(this.layout, box, this.motion.target, surface, this.flame);
    if (!place) return undefined;
    const { ratio } = surface;
    return { x: place.x / ratio, y: place.y / ratio, high: place.high / ratio };
  }

  private jump(to: Viewport): void {
    this.motion.jump(to);
    this.setting.changed();
  }

  private moveTo(to: Viewport): void {
    if (this.setting.still()) {
      this.jump(to);
      return;
    }
    this.motion.start(to, this.setting.now());
    this.setting.changed();
  }
}
