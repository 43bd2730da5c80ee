import { easeCubicOut } from "d3";
import { CanvasDrawing } from "./canvasdrawing.js";
import { type BoxColours, boxColours } from "./colours.js";
import { type Facts, factsOf } from "./facts.js";
import { figuresOf } from "./figures.js";
import { type GestureTarget, listenToGestures } from "./gestures.js";
import { type Hit, hitTest } from "./hit.js";
import { Labels, measuredMeter, type TextMeter } from "./label.js";
import { paintMarks, placeOnSurface } from "./marks.js";
import { MinimapView } from "./minimapview.js";
import { FONT_SIZE, type Painting, paintScene } from "./paint.js";
import { ancestry, boxAtPath, nearestBox, pathOf, placeOf, viewportOfPlace } from "./place.js";
import type { FlameGraphProps } from "./props.js";
import { createScene, fillScene } from "./scene.js";
import { type Standing, standing } from "./standing.js";
import { stepFrom, stepOfKey } from "./steps.js";
import { FONT_FAMILY, fitCanvas, prefersLessMotion, surfaceOf } from "./surface.js";
import { TipPlace } from "./tipplace.js";
import {
  between,
  clampViewport,
  maxTop,
  panBy,
  revealBox,
  type Surface,
  type Viewport,
  viewportOfBox,
  zoomAround,
} from "./viewport.js";

/** The elements that a stage draws on; the component makes them. */
export interface StageElements {
  readonly host: HTMLElement;
  readonly graph: HTMLCanvasElement;
  readonly fade: HTMLCanvasElement;
  readonly marks: HTMLCanvasElement;
  readonly map: HTMLElement;
  readonly tip: HTMLElement;
}

/** What a stage tells its component. */
export interface StageEvents {
  /** what the tooltip says; undefined hides it */
  tip(facts: Facts | undefined): void;
  /** the box that keys work on; -1 for none */
  active(box: number): void;
}

const ZOOM_MS = 150;
const FADE_MS = 120;

/**
 * The graph on its canvases: what is seen, how it moves, and what gestures and keys do. Props in,
 * calls out; React is not asked for anything while the pointer moves.
 */
export class Stage implements GestureTarget {
  private props: FlameGraphProps | undefined;
  private surface: Surface;
  private viewport: Viewport = { x: 0, width: 1, top: 0 };
  private motion: { from: Viewport; to: Viewport; start: number } | undefined;
  /** whether one looks elsewhere than at a zoomed box */
  private free = false;
  /** paths of the zoomed box and of those above it, for pictures that lack it */
  private zoomPaths: readonly string[] = [];
  private readonly scene = createScene();
  private colours!: BoxColours;
  private standing!: Standing;
  private labels: Labels | undefined;
  private meter: TextMeter | undefined;
  private font = "";
  private hovered: Hit | undefined;
  private linked = -1;
  private activeBox = -1;
  private rangeShown: readonly [number, number] | undefined;
  private frameRequest = 0;
  private dirtyGraph = false;
  private toldPainted = true;
  private readonly graph: CanvasDrawing;
  private readonly over: CanvasDrawing;
  private readonly minimap: MinimapView;
  private readonly tipPlace: TipPlace;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly elements: StageElements,
    private readonly events: StageEvents,
  ) {
    const { host, graph, marks, map, tip } = elements;
    this.surface = surfaceOf(host);
    this.graph = new CanvasDrawing(graph.getContext("2d", { alpha: false })!, this.surface.ratio);
    this.over = new CanvasDrawing(marks.getContext("2d")!, this.surface.ratio);
    this.tipPlace = new TipPlace(host, tip);
    this.minimap = new MinimapView(map, (viewport) => this.look(viewport));
    this.stops.push(listenToGestures(host, this));
    const observer = new ResizeObserver(() => this.resized());
    observer.observe(host);
    this.stops.push(() => observer.disconnect());
    const resized = (): void => this.resized();
    window.addEventListener("resize", resized);
    this.stops.push(() => window.removeEventListener("resize", resized));
    document.fonts?.ready.then(() => {
      this.meter = undefined;
      this.labels = undefined;
      this.repaint();
    });
  }

  /** Ends all that the stage started. */
  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
    for (const stop of this.stops) stop();
    this.stops.length = 0;
    this.minimap.destroy();
    this.props = undefined;
  }

  /** Shows other props: keeps what one looks at by path. */
  update(props: FlameGraphProps): void {
    const before = this.props;
    this.props = props;
    if (before && sameSight(before, props)) {
      if (before.hover !== props.hover) this.linkHover();
      return;
    }
    this.toldPainted = false;
    const { picture } = props;
    const other = before?.picture !== picture;
    if (before && (other || before.colouring !== props.colouring || flips(before, props))) {
      this.fadeOut();
    }
    if (before?.names !== props.names) this.labels = undefined;
    this.colours = boxColours(picture, props.names, props);
    if (other || before?.matches !== props.matches || before?.lit !== props.lit) {
      this.standing = standing(picture, props.matches, props.lit);
    }
    if (other) this.hover(undefined);
    if (!before || before.zoom !== props.zoom) this.followZoom(before, other);
    else if (other) this.keepPlace(before);
    if (!before || other || before.selection !== props.selection) this.followSelection(before);
    this.linkHover();
    this.minimap.changed();
    this.repaint();
  }

  private followZoom(before: FlameGraphProps | undefined, jump: boolean): void {
    const { picture, zoom } = this.props!;
    const found = boxAtPath(picture.layout, zoom);
    if (found >= 0) this.zoomPaths = ancestry(picture.layout, found);
    const box = found >= 0 ? found : nearestBox(picture.layout, this.zoomPaths);
    this.free = false;
    const top = (this.motion?.to ?? this.viewport).top;
    const to = viewportOfBox(picture.layout, box, top, this.surface);
    if (!before || jump) this.jump(to);
    else this.moveTo(to);
  }

  private keepPlace(before: FlameGraphProps): void {
    const { picture, zoom } = this.props!;
    const at = this.motion?.to ?? this.viewport;
    if (this.free) {
      const place = placeOf(before.picture.layout, at);
      this.jump(viewportOfPlace(picture.layout, place, this.surface));
      return;
    }
    const paths = zoom === "" ? [] : [zoom, ...this.zoomPaths];
    const { layout } = picture;
    const box = nearestBox(layout, paths);
    const { x, width } = { x: layout.x[box]!, width: layout.width[box]! };
    this.jump(clampViewport({ x, width, top: at.top }, layout, this.surface));
  }

  private followSelection(before: FlameGraphProps | undefined): void {
    const { picture, selection, zoom } = this.props!;
    const root = selection === "" && this.activeBox === 0;
    const box = selection === "" ? (root ? 0 : -1) : boxAtPath(picture.layout, selection);
    const own = box === this.activeBox && before?.picture === picture;
    this.setActive(box);
    // Chosen elsewhere (a table's row, the next match): bring it into sight.
    const chosen = before !== undefined && before.selection !== selection && before.zoom === zoom;
    if (chosen && !own && box > 0) this.reveal(box);
  }

  private linkHover(): void {
    const { hover, picture } = this.props!;
    const box = hover ? boxAtPath(picture.layout, hover) : -1;
    if (box === this.linked) return;
    this.linked = box;
    this.requestFrame();
  }

  // Moving

  private get flame(): boolean {
    return this.props?.orientation === "flame";
  }

  private jump(to: Viewport): void {
    this.motion = undefined;
    this.viewport = to;
    this.repaint();
  }

  private moveTo(to: Viewport): void {
    if (prefersLessMotion() || document.hidden) {
      this.jump(to);
      return;
    }
    this.motion = { from: this.viewport, to, start: performance.now() };
    this.repaint();
  }

  /** Looks somewhere by hand. */
  private look(viewport: Viewport): void {
    if (!this.props) return;
    this.free = true;
    this.jump(clampViewport(viewport, this.props.picture.layout, this.surface));
  }

  private reveal(box: number): void {
    const at = this.motion?.to ?? this.viewport;
    const to = revealBox(at, this.props!.picture.layout, box, this.surface);
    if (to.x !== at.x || to.width !== at.width) this.free = true;
    if (to.x !== at.x || to.width !== at.width || to.top !== at.top) this.moveTo(to);
  }

  private zoomTo(box: number): void {
    const { picture, zoom, onZoom } = this.props!;
    const path = pathOf(picture.layout, box);
    if (path !== zoom) {
      onZoom(path);
      return;
    }
    this.free = false;
    const { top } = this.motion?.to ?? this.viewport;
    this.moveTo(viewportOfBox(picture.layout, box, box === 0 ? 0 : top, this.surface));
  }

  // Gestures

  pan(dx: number, dy: number): void {
    this.look(panBy(this.viewport, this.surface, dx, this.flame ? -dy : dy));
  }

  wheel(dx: number, dy: number): boolean {
    if (!this.props) return false;
    const { layout } = this.props.picture;
    const seen = this.motion?.to ?? this.viewport;
    const canX = dx !== 0 && seen.width < layout.width[0]! * 0.9999;
    const canY = dy !== 0 && maxTop(layout, this.surface) > 0;
    if (!canX && !canY) return false;
    const wasFree = this.free;
    this.look(panBy(seen, this.surface, canX ? dx : 0, canY ? (this.flame ? -dy : dy) : 0));
    // Scrolling alone does not leave the zoomed box.
    if (!canX) this.free = wasFree;
    return true;
  }

  zoomAt(x: number, factor: number): void {
    this.look(zoomAround(this.motion?.to ?? this.viewport, this.surface, x, factor));
  }

  point(x: number, y: number): void {
    if (!this.props || this.motion) return;
    const { layout } = this.props.picture;
    this.hover(hitTest(layout, this.viewport, this.surface, this.flame, x, y));
    this.tipPlace.follow(x, y);
  }

  leave(): void {
    this.hover(undefined);
  }

  click(x: number, y: number): void {
    if (!this.props) return;
    const { picture, onSelect, onUnfold } = this.props;
    const { layout } = picture;
    const hit = hitTest(layout, this.viewport, this.surface, this.flame, x, y);
    if (!hit) {
      this.setActive(-1);
      onSelect("");
      return;
    }
    if (hit.blocked > 0) {
      const last = hit.box + hit.blocked - 1;
      const from = layout.x[hit.box]!;
      this.free = true;
      const { top } = this.viewport;
      const width = layout.x[last]! + layout.width[last]! - from;
      this.moveTo(clampViewport({ x: from, width, top }, layout, this.surface));
      this.hover(undefined);
      return;
    }
    const path = pathOf(layout, hit.box);
    this.setActive(hit.box);
    onSelect(path);
    if (layout.fold[hit.box]! >= 0) onUnfold(path);
    else this.zoomTo(hit.box);
  }

  reset(): void {
    if (this.props) this.zoomTo(0);
  }

  menu(x: number, y: number, clientX: number, clientY: number): boolean {
    if (!this.props?.onMenu) return false;
    const { picture, onMenu, onSelect } = this.props;
    const hit = hitTest(picture.layout, this.viewport, this.surface, this.flame, x, y);
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

  zoomRange(a: number, b: number): void {
    if (!this.props) return;
    const { viewport, surface } = this;
    const from = Math.max(0, Math.min(a, b)) / surface.width;
    const to = Math.min(surface.width, Math.max(a, b)) / surface.width;
    const x = viewport.x + from * viewport.width;
    const next = { ...viewport, x, width: (to - from) * viewport.width };
    this.free = true;
    this.moveTo(clampViewport(next, this.props.picture.layout, surface));
  }

  grab(on: boolean): void {
    this.elements.host.style.cursor = on ? "grabbing" : "";
  }

  // Keys

  /** What a key does; false where it does nothing here and belongs to the page. */
  key(event: KeyboardEvent): boolean {
    if (!this.props || event.ctrlKey || event.metaKey || event.altKey) return false;
    const { picture, onSelect, onUnfold, onMenu } = this.props;
    const { layout } = picture;
    const step = stepOfKey(event.key, this.flame);
    if (step) {
      const from = this.activeBox;
      const next = from < 0 ? boxAtPath(layout, this.props.zoom) : stepFrom(layout, from, step);
      this.setActive(Math.max(0, next));
      onSelect(pathOf(layout, this.activeBox));
      this.reveal(this.activeBox);
      this.tipForActive();
      return true;
    }
    const box = this.activeBox;
    switch (event.key) {
      case "Enter":
        if (box < 0) return false;
        this.zoomTo(box);
        return true;
      case "Home":
        this.zoomTo(0);
        return true;
      case " ":
        if (box < 0 || layout.fold[box]! < 0) return false;
        onUnfold(pathOf(layout, box));
        return true;
      case "+":
      case "-":
        this.zoomAt(this.surface.width / 2, event.key === "+" ? 1.5 : 1 / 1.5);
        return true;
      case "PageDown":
      case "PageUp": {
        const page = this.surface.height * 0.9;
        return this.wheel(0, event.key === "PageDown" ? page : -page);
      }
      case "ContextMenu":
      case "F10": {
        if (event.key === "F10" && !event.shiftKey) return false;
        const place = box < 0 ? undefined : this.placeOf(box);
        if (!place || !onMenu) return false;
        const rect = this.elements.host.getBoundingClientRect();
        onMenu(pathOf(layout, box), rect.left + place.x + 12, rect.top + place.y + place.high);
        return true;
      }
      case "Escape":
        this.hover(undefined);
        return false;
      default:
        return false;
    }
  }

  /** Shows the tooltip of the active box, as hovering does. */
  tipForActive(): void {
    if (this.activeBox < 0 || !this.props) return;
    this.events.tip(this.factsAt({ box: this.activeBox, blocked: 0 }));
    // Where it will be when it has come to rest.
    const place = this.placeOf(this.activeBox);
    if (place) this.tipPlace.below(place.x, place.y, place.high);
  }

  /** Measures the tooltip again: what it says has changed. */
  placeTip(): void {
    this.tipPlace.place();
  }

  private placeOf(box: number): { x: number; y: number; wide: number; high: number } | undefined {
    const at = this.motion?.to ?? this.viewport;
    const { surface } = this;
    const place = placeOnSurface(this.props!.picture.layout, box, at, surface, this.flame);
    if (!place) return undefined;
    const { ratio } = surface;
    const { x, y, wide, high } = place;
    return { x: x / ratio, y: y / ratio, wide: wide / ratio, high: high / ratio };
  }

  private setActive(box: number): void {
    if (box === this.activeBox) return;
    this.activeBox = box;
    this.events.active(box);
    this.requestFrame();
  }

  private hover(hit: Hit | undefined): void {
    const before = this.hovered;
    if (before?.box === hit?.box && before?.blocked === hit?.blocked && hit) return;
    this.hovered = hit;
    this.events.tip(hit ? this.factsAt(hit) : undefined);
    if (before || hit) {
      const { picture, onHover } = this.props!;
      onHover?.(hit && hit.blocked === 0 ? pathOf(picture.layout, hit.box) : "");
      this.elements.host.style.cursor = hit ? "pointer" : "";
    }
    this.requestFrame();
  }

  private factsAt(hit: Hit): Facts {
    const { picture, names, plumbingGroups, side } = this.props!;
    return factsOf(picture, names, plumbingGroups, hit, side ?? "both", this.standing);
  }

  // Painting

  private resized(): void {
    const next = surfaceOf(this.elements.host);
    const { surface } = this;
    if (
      next.width === surface.width &&
      next.height === surface.height &&
      next.ratio === surface.ratio
    ) {
      return;
    }
    this.surface = next;
    this.graph.setRatio(next.ratio);
    this.over.setRatio(next.ratio);
    if (!this.props) return;
    const { layout } = this.props.picture;
    this.motion = undefined;
    this.viewport = clampViewport(this.viewport, layout, next);
    this.minimap.changed();
    // At once, so that the stretched old picture is never seen.
    this.dirtyGraph = true;
    this.paint();
  }

  private repaint(): void {
    this.dirtyGraph = true;
    this.requestFrame();
  }

  private requestFrame(): void {
    if (this.frameRequest !== 0 || !this.props) return;
    if (document.hidden) {
      // Hidden pages get no frames; what waits for the picture must not wait for them.
      this.frameRequest = window.setTimeout(() => this.frame(performance.now()), 0);
    } else {
      this.frameRequest = requestAnimationFrame((now) => this.frame(now));
    }
  }

  private frame(now: number): void {
    this.frameRequest = 0;
    if (!this.props) return;
    const { motion } = this;
    if (motion) {
      const t = Math.max(0, (now - motion.start) / ZOOM_MS);
      this.viewport = between(motion.from, motion.to, easeCubicOut(Math.min(1, t)));
      if (t >= 1) this.motion = undefined;
      this.dirtyGraph = true;
    }
    this.paint();
    if (this.motion) {
      this.requestFrame();
    } else if (!this.toldPainted) {
      this.toldPainted = true;
      // A task after this frame: by then it has been handed to the screen.
      setTimeout(() => this.props?.onPainted?.(), 0);
    }
  }

  private paint(): void {
    const { props, surface, viewport, elements } = this;
    if (!props || surface.width === 0 || surface.height === 0) return;
    const { picture, names, plumbingGroups, theme } = props;
    const { layout } = picture;
    if (this.dirtyGraph) {
      this.dirtyGraph = false;
      fitCanvas(elements.graph, surface);
      this.labels ??= new Labels(names.names, this.textMeter());
      this.graph.begin(this.font);
      fillScene(this.scene, layout, viewport, surface);
      const painting: Painting = {
        picture,
        names,
        plumbingGroups,
        figures: figuresOf(picture, props.side),
        colours: this.colours,
        standing: this.standing,
        labels: this.labels,
        theme,
        flame: this.flame,
      };
      paintScene(this.graph, this.scene, viewport, surface, painting);
      this.minimap.show(painting, viewport, surface);
    }
    fitCanvas(elements.marks, surface);
    this.over.begin(this.font);
    const marks = {
      hover: this.hovered && this.hovered.blocked === 0 ? this.hovered.box : -1,
      linked: this.linked,
      selection: this.activeBox,
      range: this.rangeShown,
    };
    this.over.clear();
    paintMarks(this.over, marks, layout, viewport, surface, theme, this.flame);
  }

  private textMeter(): TextMeter {
    const { host, graph } = this.elements;
    const { ratio } = this.surface;
    const family = getComputedStyle(host).fontFamily || FONT_FAMILY;
    this.font = `${FONT_SIZE * ratio}px ${family}`;
    if (!this.meter) {
      const context = graph.getContext("2d")!;
      context.font = this.font;
      this.meter = measuredMeter((text) => context.measureText(text).width / ratio);
    }
    return this.meter;
  }

  /** Leaves the old picture standing and lets it fade over the new one. */
  private fadeOut(): void {
    const { fade, graph } = this.elements;
    if (prefersLessMotion() || document.hidden || graph.width <= 1) return;
    fade.width = graph.width;
    fade.height = graph.height;
    fade.getContext("2d")?.drawImage(graph, 0, 0);
    fade.style.display = "block";
    const animation = fade.animate([{ opacity: 1 }, { opacity: 0 }], {
      duration: FADE_MS,
      easing: "ease-out",
    });
    animation.onfinish = () => {
      fade.style.display = "none";
    };
  }
}

function flips(a: FlameGraphProps, b: FlameGraphProps): boolean {
  return a.orientation !== b.orientation;
}

/** Whether two props look the same but for what is hovered elsewhere. */
function sameSight(a: FlameGraphProps, b: FlameGraphProps): boolean {
  return (
    a.picture === b.picture &&
    a.names === b.names &&
    a.plumbingGroups === b.plumbingGroups &&
    a.orientation === b.orientation &&
    a.colouring === b.colouring &&
    a.side === b.side &&
    a.matches === b.matches &&
    a.lit === b.lit &&
    a.zoom === b.zoom &&
    a.selection === b.selection &&
    a.theme === b.theme &&
    a.accentKind === b.accentKind
  );
}
