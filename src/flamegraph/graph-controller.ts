import { type Step, stepFrom } from "./input/box-navigation.js";
import { type GestureTarget, listenToGestures } from "./input/gestures.js";
import { handleKey, type KeyTarget } from "./input/graph-keys.js";
import { Hovering } from "./input/hover.js";
import { type StageElements, StagePainter } from "./paint/graph-painter.js";
import type { Facts } from "./paint/tooltip-content.js";
import type { FlameGraphProps } from "./props.js";
import { isFlame, sameSight } from "./props-equal.js";
import { Camera } from "./viewport/camera.js";
import { Frames } from "./viewport/frame-scheduler.js";
import { sameWidth } from "./viewport/part.js";
import { boxAtPath, pathOf } from "./viewport/path-anchor.js";
import { prefersLessMotion } from "./viewport/surface.js";

/** A movement by hand is over when nothing happened for so many milliseconds. */
const SETTLED_MS = 200;

/** What a stage tells its component. */
export interface StageEvents {
  /** what the tooltip says; undefined hides it */
  tip(facts: Facts | undefined): void;
  /** the box that keys work on; -1 for none */
  active(box: number): void;
}

/**
 * The graph on its canvases: what is seen, how it moves, and what gestures and keys do. Props in,
 * calls out; React is not asked for anything while the pointer moves.
 */
export class Stage implements GestureTarget, KeyTarget {
  private props: FlameGraphProps | undefined;
  private activeBox = -1;
  private rangeShown: readonly [number, number] | undefined;
  private toldPainted = true;
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** what happens by hand is a step that going back undoes */
  private stepping = false;
  /** where the pointer rests; undefined where it is elsewhere */
  private pointer: { readonly x: number; readonly y: number } | undefined;
  /** another picture came below the pointer: what is under it is found again when that is drawn */
  private pointAgain = false;
  private readonly painter: StagePainter;
  private readonly camera: Camera;
  private readonly hovering: Hovering;
  private readonly frames = new Frames((now) => this.frame(now));
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly elements: StageElements,
    private readonly events: StageEvents,
  ) {
    const { host, tip } = elements;
    this.painter = new StagePainter(elements, (viewport) => {
      this.camera.look(viewport);
      this.wentElsewhere();
    });
    this.camera = new Camera(this.painter.surface, {
      now: () => performance.now(),
      still: () => prefersLessMotion() || document.hidden,
      changed: () => {
        this.painter.outdate();
        this.requestFrame();
      },
    });
    this.hovering = new Hovering(host, tip, (facts) => events.tip(facts));
    this.stops.push(listenToGestures(host, this));
    const observer = new ResizeObserver(() => this.resized());
    observer.observe(host);
    this.stops.push(() => observer.disconnect());
    const resized = (): void => this.resized();
    window.addEventListener("resize", resized);
    this.stops.push(() => window.removeEventListener("resize", resized));
    document.fonts?.ready.then(() => {
      this.painter.measureText();
      this.requestFrame();
    });
  }

  /** Ends all that the stage started. */
  destroy(): void {
    this.frames.stop();
    clearTimeout(this.settling);
    for (const stop of this.stops) stop();
    this.stops.length = 0;
    this.painter.destroy();
    this.props = undefined;
  }

  /** Shows other props: keeps what one looks at by path. */
  update(props: FlameGraphProps): void {
    const before = this.props;
    this.props = props;
    if (before && sameSight(before, props)) {
      if (before.hover !== props.hover) this.linkHover(props);
      return;
    }
    this.toldPainted = false;
    const other = before?.picture !== props.picture;
    this.painter.show(props, before);
    if (other) {
      this.hovering.none(props);
      this.pointAgain = true;
    }
    const { picture, zoom } = props;
    this.camera.show(picture.layout, isFlame(props), zoom, before?.zoom !== zoom);
    this.followPart(props, before);
    if (!before || other || before.selection !== props.selection) {
      this.followSelection(props, before);
    }
    this.linkHover(props);
    this.requestFrame();
  }

  /** Looks where the view says, unless that is where this graph said it looks. */
  private followPart(
    { picture, part, zoom }: FlameGraphProps,
    before: FlameGraphProps | undefined,
  ): void {
    // A part is one of the whole graph: in the first look at it, it was only about there.
    const drafted = before?.picture.isDraft && before.picture !== picture && !this.settling;
    if (!before || drafted) {
      if (part !== "") this.camera.showPart(zoom, part, "once");
    } else if (before.part !== part && this.camera.part(zoom) !== part) {
      clearTimeout(this.settling);
      this.settling = undefined;
      if (part !== "" || before.zoom === zoom) {
        this.camera.showPart(zoom, part, before.picture === picture ? "moving" : "once");
      }
    } else if (before.picture !== picture && part !== "") {
      this.wentElsewhere(false);
    }
  }

  /** One looks elsewhere by hand: once that is over, the view is told. */
  private wentElsewhere(step = true): void {
    clearTimeout(this.settling);
    this.stepping ||= step;
    this.settling = setTimeout(() => {
      this.settling = undefined;
      const { stepping } = this;
      this.stepping = false;
      if (!this.props) return;
      const { part, zoom, onPart } = this.props;
      const now = this.camera.part(zoom);
      if (now !== part) onPart?.(now, stepping && !sameWidth(now, part));
    }, SETTLED_MS);
  }

  private followSelection(
    { picture, selection, zoom }: FlameGraphProps,
    before: FlameGraphProps | undefined,
  ): void {
    const root = selection === "" && this.activeBox === 0;
    const box = selection === "" ? (root ? 0 : -1) : boxAtPath(picture.layout, selection);
    const own = box === this.activeBox && before?.picture === picture;
    this.setActive(box);
    // Chosen elsewhere (a table's row, the next match): bring it into sight.
    const chosen = before !== undefined && before.selection !== selection && before.zoom === zoom;
    if (chosen && !own && box > 0) {
      this.camera.reveal(box);
      this.wentElsewhere(false);
    }
  }

  private linkHover(props: FlameGraphProps): void {
    if (this.hovering.link(props)) this.requestFrame();
  }

  private zoomTo({ picture, zoom, onZoom }: FlameGraphProps, box: number): void {
    const path = pathOf(picture.layout, box);
    if (path === zoom) this.camera.returnTo(box);
    else onZoom(path);
    this.wentElsewhere(path === zoom);
  }

  // Gestures

  pan(dx: number, dy: number): void {
    this.camera.pan(dx, dy);
    this.wentElsewhere();
  }

  wheel(dx: number, dy: number): boolean {
    const scrolls = this.camera.scroll(dx, dy);
    if (scrolls) this.wentElsewhere();
    return scrolls;
  }

  zoomAt(x: number, factor: number): void {
    this.camera.zoomAt(x, factor);
    this.wentElsewhere();
  }

  point(x: number, y: number): void {
    this.pointer = { x, y };
    if (!this.props || this.camera.moving) return;
    const found = this.camera.hitAt(x, y);
    // How many boxes there are in a block is told when all of them are there.
    const untold = this.props.picture.isGlance && found !== undefined && found.blocked > 0;
    const hit = untold ? undefined : found;
    if (this.hovering.over(hit, this.props, this.painter.standing)) this.requestFrame();
    this.hovering.follow(x, y);
  }

  leave(): void {
    this.pointer = undefined;
    this.hovering.none(this.props);
    this.requestFrame();
  }

  click(x: number, y: number): void {
    if (!this.props) return;
    const { picture, onSelect, onUnfold } = this.props;
    const { layout } = picture;
    this.hovering.clicked(x, y);
    const hit = this.camera.hitAt(x, y);
    if (!hit) {
      this.setActive(-1);
      onSelect("");
      return;
    }
    if (hit.blocked > 0) {
      const last = hit.box + hit.blocked - 1;
      const from = layout.x[hit.box];
      this.camera.moveToPart(from, layout.x[last] + layout.width[last] - from);
      this.wentElsewhere();
      this.leave();
      return;
    }
    const path = pathOf(layout, hit.box);
    this.setActive(hit.box);
    onSelect(path);
    if (layout.fold[hit.box] >= 0) onUnfold(path);
    else this.zoomTo(this.props, hit.box);
  }

  reset(): void {
    if (this.props) this.zoomTo(this.props, 0);
  }

  menu(x: number, y: number, clientX: number, clientY: number): boolean {
    if (!this.props?.onMenu) return false;
    const { picture, onMenu, onSelect } = this.props;
    const hit = this.camera.hitAt(x, y);
    if (!hit || hit.blocked > 0) return false;
    const path = pathOf(picture.layout, hit.box);
    this.setActive(hit.box);
    onSelect(path);
    onMenu(path, clientX, clientY);
    return true;
  }

  range(range: readonly [number, number] | undefined): void {
    this.rangeShown = range;
    this.requestFrame();
  }

  zoomRange(from: number, to: number): void {
    this.camera.moveToColumns(from, to);
    this.wentElsewhere();
  }

  grab(on: boolean): void {
    this.elements.host.style.cursor = on ? "grabbing" : "";
  }

  // Keys

  /** What a key does; false where it does nothing here and belongs to the page. */
  key(event: KeyboardEvent): boolean {
    return this.props !== undefined && handleKey(event, isFlame(this.props), this);
  }

  step(step: Step): void {
    if (!this.props) return;
    const { picture, onSelect, zoom } = this.props;
    const { layout } = picture;
    const from = this.activeBox;
    const next = from < 0 ? boxAtPath(layout, zoom) : stepFrom(layout, from, step);
    this.setActive(Math.max(0, next));
    onSelect(pathOf(layout, this.activeBox));
    this.camera.reveal(this.activeBox);
    this.wentElsewhere(false);
    this.tipForActive();
  }

  zoomToActive(): boolean {
    if (!this.props || this.activeBox < 0) return false;
    this.zoomTo(this.props, this.activeBox);
    return true;
  }

  unfoldActive(): boolean {
    if (!this.props) return false;
    const { picture, onUnfold } = this.props;
    const box = this.activeBox;
    if (box < 0 || picture.layout.fold[box] < 0) return false;
    onUnfold(pathOf(picture.layout, box));
    return true;
  }

  zoomBy(factor: number): void {
    this.zoomAt(this.painter.surface.width / 2, factor);
  }

  page(direction: 1 | -1): boolean {
    return this.wheel(0, direction * this.painter.surface.height * 0.9);
  }

  menuOfActive(): boolean {
    if (!this.props) return false;
    const { picture, onMenu } = this.props;
    const box = this.activeBox;
    const place = box < 0 ? undefined : this.camera.placeOf(box);
    if (!place || !onMenu) return false;
    const rect = this.elements.host.getBoundingClientRect();
    const path = pathOf(picture.layout, box);
    onMenu(path, rect.left + place.x + 12, rect.top + place.y + place.high);
    return true;
  }

  /** Shows the tooltip of the active box, as hovering does. */
  tipForActive(): void {
    if (this.activeBox < 0 || !this.props) return;
    // Where it will be when it has come to rest.
    const place = this.camera.placeOf(this.activeBox);
    this.hovering.describe(this.activeBox, place, this.props, this.painter.standing);
  }

  /** Measures the tooltip again: what it says has changed. */
  placeTip(): void {
    this.hovering.placeTip();
  }

  private setActive(box: number): void {
    if (box === this.activeBox) return;
    this.activeBox = box;
    this.events.active(box);
    this.requestFrame();
  }

  // Painting

  private resized(): void {
    if (!this.painter.resize()) return;
    this.camera.resize(this.painter.surface);
    // At once, so that the stretched old picture is never seen.
    this.paint();
  }

  private requestFrame(): void {
    if (this.props) this.frames.ask();
  }

  private frame(now: number): void {
    if (!this.props) return;
    if (this.camera.advance(now)) this.painter.outdate();
    if (this.pointAgain && !this.camera.moving) {
      this.pointAgain = false;
      if (this.pointer) this.point(this.pointer.x, this.pointer.y);
    }
    this.paint();
    if (this.camera.moving) {
      this.requestFrame();
    } else if (!this.toldPainted) {
      this.toldPainted = true;
      // A task after this frame: by then it has been handed to the screen.
      setTimeout(() => this.props?.onPainted?.(), 0);
    }
  }

  private paint(): void {
    if (!this.props) return;
    this.painter.paint(this.props, this.camera.viewport, {
      hover: this.hovering.box,
      linked: this.hovering.linked,
      selection: this.activeBox,
      range: this.rangeShown,
    });
  }
}
