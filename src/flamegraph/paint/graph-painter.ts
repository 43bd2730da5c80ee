import { must } from "../../lib/must.js";
import { type BoxColours, boxColours } from "../colour/box-colours.js";
import { Minimap } from "../minimap/minimap.js";
import type { FlameGraphProps } from "../props.js";
import { isFlame, sameColours } from "../props-equal.js";
import { FONT_FAMILY, fitCanvas, prefersLessMotion, surfaceOf } from "../viewport/surface.js";
import type { Surface, Viewport } from "../viewport/viewport.js";
import { CanvasDrawing } from "./canvas-drawing.js";
import { drawnFigures } from "./figures.js";
import { type Standing, standing } from "./highlight.js";
import { Labels, measuredMeter, type TextMeter } from "./labels.js";
import { type Marks, paintMarks } from "./overlay.js";
import { FONT_SIZE, type Painting, paintScene } from "./paint.js";
import { createScene, fillScene } from "./scene.js";

/** The elements that a stage draws on; the component makes them. */
export interface StageElements {
  readonly host: HTMLElement;
  readonly graph: HTMLCanvasElement;
  readonly fade: HTMLCanvasElement;
  readonly marks: HTMLCanvasElement;
  readonly map: HTMLElement;
  readonly tip: HTMLElement;
}

const FADE_MS = 120;

/**
 * The canvases of a stage and what painting them follows from. What grows with the number of
 * boxes is worked out when the props that it follows from change, never while one moves.
 */
export class StagePainter {
  surface: Surface;
  standing!: Standing;
  private colours!: BoxColours;
  private labels: Labels | undefined;
  private meter: TextMeter | undefined;
  private font = "";
  private stale = false;
  private readonly scene = createScene();
  private readonly graph: CanvasDrawing;
  private readonly over: CanvasDrawing;
  private readonly minimap: Minimap;

  /** @param look called with the viewport that a drag on the minimap asks for */
  constructor(
    private readonly elements: StageElements,
    look: (viewport: Viewport) => void,
  ) {
    const { host, graph, marks, map } = elements;
    this.surface = surfaceOf(host);
    const ground = must(graph.getContext("2d", { alpha: false }), "the graph's context");
    this.graph = new CanvasDrawing(ground, this.surface.ratio);
    const above = must(marks.getContext("2d"), "the context of the marks");
    this.over = new CanvasDrawing(above, this.surface.ratio);
    this.minimap = new Minimap(map, look);
  }

  destroy(): void {
    this.minimap.destroy();
  }

  /** Takes over other props. */
  show(props: FlameGraphProps, before: FlameGraphProps | undefined): void {
    const { picture, names, matches, lit } = props;
    const other = before?.picture !== picture;
    const recoloured = !before || other || !sameColours(before, props);
    const stands = other || before.matches !== matches || before.lit !== lit;
    const flips = before !== undefined && before.orientation !== props.orientation;
    // What a glance shows of a picture is what the whole of it shows.
    const looksOther = other && !before?.picture.isGlance;
    if (before && (looksOther || before.colouring !== props.colouring || flips)) this.fadeOut();
    if (before?.names !== names) this.labels = undefined;
    if (recoloured) this.colours = boxColours(picture, names, props);
    if (stands) this.standing = standing(picture, matches, lit);
    if (recoloured || stands || flips) this.minimap.changed();
    this.stale = true;
  }

  /** Measures the area again; false where it is as it was. */
  resize(): boolean {
    const next = surfaceOf(this.elements.host);
    const { width, height, ratio } = this.surface;
    if (next.width === width && next.height === height && next.ratio === ratio) return false;
    this.surface = next;
    this.graph.setRatio(next.ratio);
    this.over.setRatio(next.ratio);
    if (next.ratio !== ratio) this.measureText();
    this.minimap.changed();
    this.stale = true;
    return true;
  }

  /** Texts have another size, or another font. */
  measureText(): void {
    this.meter = undefined;
    this.labels = undefined;
    this.stale = true;
  }

  /** What is seen is another part, or another picture. */
  outdate(): void {
    this.stale = true;
  }

  /** Paints the marks, and the graph where it is outdated. */
  paint(props: FlameGraphProps, viewport: Viewport, marks: Marks): void {
    const { surface, elements } = this;
    if (surface.width === 0 || surface.height === 0) return;
    const { picture, theme } = props;
    if (this.stale) {
      this.stale = false;
      this.paintGraph(props, viewport);
    }
    fitCanvas(elements.marks, surface);
    this.over.begin(this.font);
    this.over.clear();
    paintMarks(this.over, marks, picture.layout, viewport, surface, theme, isFlame(props));
  }

  private paintGraph(props: FlameGraphProps, viewport: Viewport): void {
    const { surface, scene } = this;
    const { picture, names, plumbingGroups, theme } = props;
    fitCanvas(this.elements.graph, surface);
    this.labels ??= new Labels(names.names, this.textMeter());
    this.graph.begin(this.font);
    fillScene(scene, picture.layout, viewport, surface);
    const painting: Painting = {
      picture,
      names,
      plumbingGroups,
      figures: drawnFigures(picture, props.side),
      colours: this.colours,
      standing: this.standing,
      labels: this.labels,
      theme,
      flame: isFlame(props),
    };
    paintScene(this.graph, scene, viewport, surface, painting);
    this.minimap.show(painting, viewport, surface);
  }

  private textMeter(): TextMeter {
    const { host, graph } = this.elements;
    const { ratio } = this.surface;
    const family = getComputedStyle(host).fontFamily || FONT_FAMILY;
    this.font = `${FONT_SIZE * ratio}px ${family}`;
    if (!this.meter) {
      const context = must(graph.getContext("2d"), "the graph's context");
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
      // Its memory goes, too.
      fade.width = 0;
      fade.height = 0;
    };
  }
}
