import { must } from "../../lib/must.js";
import { TONES } from "../colour/canvas-theme.js";
import { CanvasDrawing } from "../paint/canvas-drawing.js";
import type { Painting } from "../paint/paint.js";
import { fitCanvas } from "../viewport/surface.js";
import type { Surface, Viewport } from "../viewport/viewport.js";
import {
  MAP_WIDTH,
  mapSize,
  mapWindow,
  needsMap,
  paintMap,
  viewportFromMap,
} from "./minimap-geometry.js";

/** The minimap in its corner: painted when the picture changes, its window moved with the view. */
export class Minimap {
  private readonly canvas = document.createElement("canvas");
  private readonly window = document.createElement("div");
  private readonly drawing: CanvasDrawing;
  private stale = true;
  private shown: { painting: Painting; viewport: Viewport; surface: Surface } | undefined;

  /** @param move called with the viewport that a drag on the map asks for */
  constructor(
    private readonly element: HTMLElement,
    private readonly move: (viewport: Viewport) => void,
  ) {
    const { canvas, window: seen } = this;
    Object.assign(canvas.style, { display: "block", width: "100%", height: "100%" });
    Object.assign(seen.style, {
      position: "absolute",
      boxSizing: "border-box",
      borderRadius: "2px",
      pointerEvents: "none",
    });
    element.append(canvas, seen);
    this.drawing = new CanvasDrawing(must(canvas.getContext("2d"), "the minimap's context"), 1);
    element.addEventListener("pointerdown", this.drag);
    element.addEventListener("pointermove", this.drag);
  }

  destroy(): void {
    this.element.removeEventListener("pointerdown", this.drag);
    this.element.removeEventListener("pointermove", this.drag);
    this.element.replaceChildren();
  }

  /** The picture or its colours are others. */
  changed(): void {
    this.stale = true;
  }

  /** Shows where one is, or nothing when all is seen. */
  show(painting: Painting, viewport: Viewport, surface: Surface): void {
    const { element, canvas, window: seen } = this;
    const { picture, flame, theme, colours, standing } = painting;
    const { layout } = picture;
    this.shown = { painting, viewport, surface };
    if (!needsMap(layout, viewport, surface)) {
      element.style.display = "none";
      return;
    }
    const { height } = mapSize(layout);
    const tones = TONES[theme];
    if (this.stale) {
      this.stale = false;
      Object.assign(element.style, {
        width: `${MAP_WIDTH}px`,
        height: `${height}px`,
        top: flame ? "10px" : "auto",
        bottom: flame ? "auto" : "10px",
        background: tones.panel,
        boxShadow: `0 0 0 1px ${tones.line}, 0 2px 10px rgba(0,0,0,${theme === "light" ? 0.1 : 0.4})`,
      });
      const small: Surface = { width: MAP_WIDTH, height, ratio: surface.ratio };
      fitCanvas(canvas, small);
      this.drawing.begin("10px sans-serif");
      paintMap(this.drawing, layout, colours, standing, theme, flame, surface.ratio);
    }
    element.style.display = "block";
    const at = mapWindow(layout, viewport, surface, flame);
    Object.assign(seen.style, {
      left: `${at.x}px`,
      top: `${at.y}px`,
      width: `${at.width}px`,
      height: `${at.height}px`,
      border: `1.5px solid ${tones.text}`,
      boxShadow: `0 0 0 999px ${theme === "light" ? "rgba(251,251,250,0.55)" : "rgba(22,21,20,0.55)"}`,
    });
  }

  private readonly drag = (event: PointerEvent): void => {
    event.stopPropagation();
    if (event.type === "pointerdown") this.element.setPointerCapture(event.pointerId);
    else if (event.buttons !== 1) return;
    const { shown } = this;
    if (!shown) return;
    const rect = this.element.getBoundingClientRect();
    const { painting, viewport, surface } = shown;
    const { layout } = painting.picture;
    const x = event.clientX - rect.left;
    const y = event.clientY - rect.top;
    this.move(viewportFromMap(layout, viewport, surface, painting.flame, x, y));
  };
}
