import type { FrameNames, Picture } from "../engine/answers.js";
import { boxColours } from "../flamegraph/colour/box-colours.js";
import { type Theme, TONES } from "../flamegraph/colour/canvas-theme.js";
import { CanvasDrawing, type Context2D } from "../flamegraph/paint/canvas-drawing.js";
import { drawnFigures, type Side } from "../flamegraph/paint/figures.js";
import { standing } from "../flamegraph/paint/highlight.js";
import {
  estimatedMeter,
  Labels,
  measuredMeter,
  type TextMeter,
  textWidth,
} from "../flamegraph/paint/labels.js";
import { FONT_SIZE, type Painting, paintScene } from "../flamegraph/paint/paint.js";
import { createScene, fillScene, type Scene } from "../flamegraph/paint/scene.js";
import { SvgDrawing } from "../flamegraph/paint/svg-drawing.js";
import { viewportOfPart } from "../flamegraph/viewport/part.js";
import { FONT_FAMILY } from "../flamegraph/viewport/surface.js";
import { ROW_HEIGHT, type Surface, type Viewport } from "../flamegraph/viewport/viewport.js";
import type { View } from "../view/view.js";
import { PUBLISH_WORDS } from "../words/publish-words.js";
import { planSheet, type Sheet } from "./image-sheet.js";

/** What a picture file shows: the graph as it is seen, all rows of it. */
export interface PictureFile {
  readonly picture: Picture;
  readonly names: FrameNames;
  readonly plumbingGroups: readonly string[];
  readonly view: Pick<View, "orientation" | "colouring" | "zoom" | "part" | "lit" | "litStage">;
  /** per frame, 1 where a search matches; undefined without search */
  readonly matches?: Uint8Array | undefined;
  readonly theme: Theme;
  /** see LegendOptions */
  readonly against?: string | undefined;
  /** kind drawn in the accent */
  readonly accentKind: string;
  readonly side?: Side | undefined;
  /** in words: "01-created → 03-storm" */
  readonly title: string;
  /** the finding as the page says it, above the graph; none where it stands beside the picture */
  readonly finding?: string | undefined;
  /** CSS pixels; 1400 unless said */
  readonly width?: number | undefined;
}

/** Fonts of the widths that texts are measured by first. */
const SVG_FONTS = 'Helvetica, Arial, "Liberation Sans", "Nimbus Sans", sans-serif';
const WIDTH = 1400;
/** More rows than this are cut off, and the sheet says so. */
const MAX_ROWS = 400;
/** Device pixels to a CSS pixel of a PNG file. */
const RATIO = 2;
/** What browsers give a canvas at the least: pixels in all, and along one side. */
const MAX_AREA = 120e6;
const MAX_SIDE = 16_000;

/** An SVG document of the graph with title and legend. Text in it is text; it holds no script. */
export function svgOf(file: PictureFile): string {
  const { scene, viewport, sheet } = arrange(file);
  const { graph } = sheet;
  const meter = estimatedMeter(FONT_SIZE);
  const measure = (text: string): number => textWidth(text, meter);
  const drawing = new SvgDrawing(1, FONT_SIZE, SVG_FONTS, measure);
  drawing.rect(0, 0, sheet.width, sheet.height, TONES[file.theme].ground);
  for (const b of sheet.boxes) drawing.rect(b.x, b.y, b.width, b.height, b.fill);
  for (const t of sheet.texts) drawing.heading(t.text, t.x, t.y, t.fill, t.size, t.weight);
  drawing.begin(graph.x, graph.y, graph.width, graph.height);
  const surface: Surface = { width: graph.width, height: graph.height, ratio: 1 };
  paintScene(drawing, scene, viewport, surface, painting(file, meter));
  drawing.end();
  return drawing.document(
    sheet.width,
    sheet.height,
    PUBLISH_WORDS.picture(file.title, sheet.subtitle),
  );
}

/**
 * A PNG file of the same sheet, two pixels to a CSS pixel as far as the browser's canvas reaches.
 * @throws Error where the browser gives no canvas of that size
 */
export async function pngOf(file: PictureFile): Promise<Blob> {
  const { sheet } = arrange(file);
  const ratio = Math.min(
    RATIO,
    MAX_SIDE / Math.max(sheet.width, sheet.height),
    Math.sqrt(MAX_AREA / (sheet.width * sheet.height)),
  );
  const width = Math.round(sheet.width * ratio);
  const height = Math.round(sheet.height * ratio);
  const canvas =
    typeof OffscreenCanvas === "undefined"
      ? Object.assign(document.createElement("canvas"), { width, height })
      : new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d") as Context2D | null;
  if (!context) throw new Error(PUBLISH_WORDS.noCanvas);
  drawSheet(context, file, ratio);
  if (canvas instanceof HTMLCanvasElement) {
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error(PUBLISH_WORDS.noPng))),
        "image/png",
      ),
    );
  }
  return await canvas.convertToBlob({ type: "image/png" });
}

function drawSheet(context: Context2D, file: PictureFile, ratio: number): void {
  const { scene, viewport, sheet } = arrange(file, ratio);
  const { graph } = sheet;
  const drawing = new CanvasDrawing(context, ratio);
  context.font = `${FONT_SIZE}px ${FONT_FAMILY}`;
  const meter = measuredMeter((text) => context.measureText(text).width);
  drawing.begin("");
  const scaled = (n: number): number => Math.round(n * ratio);
  drawing.rect(0, 0, scaled(sheet.width), scaled(sheet.height), TONES[file.theme].ground);
  for (const b of sheet.boxes) {
    drawing.rect(scaled(b.x), scaled(b.y), scaled(b.width), scaled(b.height), b.fill);
  }
  for (const t of sheet.texts) {
    context.font = `${t.weight} ${t.size * ratio}px ${FONT_FAMILY}`;
    drawing.text(t.text, t.x * ratio, t.y * ratio, t.fill, "left");
  }
  const surface: Surface = { width: graph.width, height: graph.height, ratio };
  drawing.begin(`${FONT_SIZE * ratio}px ${FONT_FAMILY}`);
  context.translate(scaled(graph.x), scaled(graph.y));
  context.beginPath();
  context.rect(0, 0, scaled(graph.width), scaled(graph.height));
  context.clip();
  paintScene(drawing, scene, viewport, surface, painting(file, meter));
}

function arrange(file: PictureFile, ratio = 1): { scene: Scene; viewport: Viewport; sheet: Sheet } {
  const { picture, view } = file;
  const { layout } = picture;
  const rows = Math.min(MAX_ROWS, layout.rowCount);
  const width = file.width ?? WIDTH;
  const inner = width - 2 * MARGIN;
  const whole = { width: inner, height: rows * ROW_HEIGHT, ratio };
  // All rows are drawn, whichever are scrolled to.
  const viewport = { ...viewportOfPart(layout, view.zoom, view.part, whole), top: 0 };
  const scene = createScene();
  fillScene(scene, layout, viewport, whole);
  let last = 0;
  for (const row of scene.row.subarray(0, scene.count)) last = Math.max(last, row);
  const height = Math.min(rows, last + 1) * ROW_HEIGHT;
  const sheet = planSheet(file, {
    margin: MARGIN,
    graphWidth: inner,
    graphHeight: height,
    cut: layout.rowCount > MAX_ROWS && last === MAX_ROWS - 1 ? MAX_ROWS : 0,
  });
  return { scene, viewport, sheet };
}

/** Space around everything, CSS pixels. */
const MARGIN = 16;

function painting(file: PictureFile, meter: TextMeter): Painting {
  const { picture, names, plumbingGroups, view, theme, accentKind } = file;
  return {
    picture,
    names,
    plumbingGroups,
    figures: drawnFigures(picture, file.side),
    colours: boxColours(picture, names, { colouring: view.colouring, theme, accentKind }),
    standing: standing(picture, file.matches, view.lit !== "" || view.litStage !== ""),
    labels: new Labels(names.names, meter),
    theme,
    flame: view.orientation === "flame",
  };
}
