import { BOX_FOLDED, BOX_JOINED } from "../../calltree/layout/layout.js";
import type { FrameNames, Picture } from "../../engine/answers.js";
import { formatDelta, formatShareOf, formatValue } from "../../lib/format.js";
import { FLAMEGRAPH_WORDS } from "../../words/flamegraph-words.js";
import type { BoxColours } from "../colour/box-colours.js";
import { type Theme, TONES } from "../colour/canvas-theme.js";
import type { Swatch } from "../colour/swatches.js";
import { ROW_HEIGHT, type Surface, type Viewport } from "../viewport/viewport.js";
import type { Drawing } from "./drawing.js";
import { type DrawnFigures, foldTitle } from "./figures.js";
import type { Standing } from "./highlight.js";
import { ASIDE_GAP, type Labels } from "./labels.js";
import type { Scene } from "./scene.js";

/** Size of the names in boxes, in CSS pixels. */
export const FONT_SIZE = 11.5;
/** Space between a box's edge and its name. */
const PAD = 5;
/** Width of the bar at the edge of a box that has a kind, in CSS pixels. */
const EDGE = 2;
/** A box narrower than this has no name. */
const MIN_NAMED = 24;
/** A name keeps at least this much before the share is written beside it. */
/** Space between the name of a folded run and its count. */
const COUNT_GAP = 6;
const SHARE_GAP = 14;
const MIN_WITH_SHARE = 110;

/** All that a painted graph follows from. */
export interface Painting {
  readonly picture: Picture;
  readonly names: FrameNames;
  readonly plumbingGroups: readonly string[];
  readonly figures: DrawnFigures;
  readonly colours: BoxColours;
  readonly standing: Standing;
  readonly labels: Labels;
  readonly theme: Theme;
  readonly flame: boolean;
}

/** Where a row is drawn: its upper edge and height in device pixels, gap left out. */
export function rowTop(row: number, viewport: Viewport, surface: Surface, flame: boolean): number {
  const down = Math.round((row * ROW_HEIGHT - viewport.top) * surface.ratio);
  return flame ? Math.round(surface.height * surface.ratio) - down - rowSize(surface) : down;
}

/** Height of a row in device pixels, its gap included. */
export function rowSize(surface: Surface): number {
  return Math.round(ROW_HEIGHT * surface.ratio);
}

/**
 * Draws a scene. What is lit or found is drawn last and with an outline around each region of it,
 * so that it can be told without colour.
 */
export function paintScene(
  drawing: Drawing,
  scene: Scene,
  viewport: Viewport,
  surface: Surface,
  painting: Painting,
): void {
  const { theme } = painting;
  drawing.rect(
    0,
    0,
    Math.round(surface.width * surface.ratio),
    Math.round(surface.height * surface.ratio),
    TONES[theme].ground,
  );
  const painter = new ScenePainter(drawing, scene, viewport, surface, painting);
  if (!painting.standing.active) {
    for (let i = 0; i < scene.count; i++) painter.cell(i, false);
    for (let i = 0; i < scene.count; i++) painter.label(i, false);
    return;
  }
  const out = new Uint8Array(scene.count);
  for (let i = 0; i < scene.count; i++) out[i] = standsOut(scene, i, painting.standing) ? 1 : 0;
  for (let i = 0; i < scene.count; i++) if (out[i] === 0) painter.cell(i, true);
  for (let i = 0; i < scene.count; i++) if (out[i] === 1) painter.halo(i);
  for (let i = 0; i < scene.count; i++) if (out[i] === 1) painter.clear(i);
  for (const i of islandsOf(scene, out)) painter.island(i);
  for (let i = 0; i < scene.count; i++) if (out[i] === 1) painter.cell(i, false);
  for (let i = 0; i < scene.count; i++) painter.label(i, out[i] === 0);
}

function standsOut(scene: Scene, i: number, standing: Standing): boolean {
  const box = scene.box[i];
  const blocked = scene.blocked[i];
  if (blocked > 0) {
    const to = box + blocked;
    if (standing.searching && standing.matchesIn(box, to) === 0) return false;
    return !standing.lit || standing.litIn(box, to) > 0;
  }
  return standing.isLit(box) && standing.isMatch(box);
}

/**
 * Cells that do not stand out between two of their row that do: the region's edge is not drawn
 * round them, or it would look as if they were what is lit.
 */
function islandsOf(scene: Scene, out: Uint8Array): number[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (let i = 0; i < scene.count; i++) {
    if (out[i] === 0) continue;
    const row = scene.row[i];
    first.set(row, Math.min(first.get(row) ?? Infinity, scene.left[i]));
    last.set(row, Math.max(last.get(row) ?? 0, scene.right[i]));
  }
  const islands: number[] = [];
  for (let i = 0; i < scene.count; i++) {
    if (out[i] === 1) continue;
    const row = scene.row[i];
    const inside =
      scene.left[i] >= (first.get(row) ?? Infinity) && scene.right[i] <= (last.get(row) ?? 0);
    if (inside) islands.push(i);
  }
  return islands;
}

class ScenePainter {
  private readonly gap: number;
  private readonly height: number;
  private readonly radius: number;
  private readonly ratio: number;
  private readonly columns: number;
  private readonly outline: string;
  /** where the last cell of each row that stands out ended */
  private readonly lastRight = new Map<number, number>();

  constructor(
    private readonly drawing: Drawing,
    private readonly scene: Scene,
    private readonly viewport: Viewport,
    private readonly surface: Surface,
    private readonly painting: Painting,
  ) {
    this.ratio = surface.ratio;
    this.gap = Math.max(1, Math.floor(surface.ratio));
    this.height = rowSize(surface) - this.gap;
    this.radius = 2 * surface.ratio;
    this.columns = Math.round(surface.width * surface.ratio);
    this.outline = painting.standing.lit
      ? TONES[painting.theme].accent
      : TONES[painting.theme].text;
  }

  private top(i: number): number {
    return rowTop(this.scene.row[i], this.viewport, this.surface, this.painting.flame);
  }

  private swatch(i: number, dimmed: boolean): Swatch {
    const { colours } = this.painting;
    const box = this.scene.box[i];
    return colours.swatches[dimmed ? colours.dimmed(box) : colours.of(box)];
  }

  /** The ring that shows around a region that stands out. */
  halo(i: number): void {
    const line = Math.max(1, Math.round(1.5 * this.ratio));
    const left = this.scene.left[i] - line;
    const width = this.scene.right[i] - left + line - this.gap;
    const y = this.top(i);
    this.drawing.rect(left, y - line, width, this.height + 2 * line, this.outline);
  }

  /** Takes the ring away again inside of a region, gaps to its other cells included. */
  clear(i: number): void {
    const { scene, gap } = this;
    const row = scene.row[i];
    let left = scene.left[i];
    const right = Math.max(left + 1, scene.right[i] - gap);
    const joins = this.lastRight.get(row) === left;
    this.lastRight.set(row, scene.right[i]);
    if (joins) left -= gap;
    let y = this.top(i);
    let { height } = this;
    const parent = this.painting.picture.layout.parent[scene.box[i]];
    const { standing } = this.painting;
    if (parent >= 0 && standing.isLit(parent) && standing.isMatch(parent)) {
      if (!this.painting.flame) y -= gap;
      height += gap;
    }
    const { ground } = TONES[this.painting.theme];
    this.drawing.rect(left, y, right - left, height, ground);
  }

  /** Draws what does not stand out above the ring of its neighbours, with the gaps around it. */
  island(i: number): void {
    const { gap } = this;
    const left = this.scene.left[i] - gap;
    const { ground } = TONES[this.painting.theme];
    const y = this.top(i) - gap;
    this.drawing.rect(left, y, this.scene.right[i] - left, this.height + 2 * gap, ground);
    this.cell(i, true);
  }

  cell(i: number, dimmed: boolean): void {
    const { drawing, scene, painting } = this;
    const left = scene.left[i];
    const full = scene.right[i] - left;
    const width = full > this.gap * 2 ? full - this.gap : full;
    const y = this.top(i);
    const swatch = this.swatch(i, dimmed);
    if (scene.blocked[i] > 0) {
      drawing.rect(left, y, width, this.height, swatch.fill);
      drawing.hatch(left, y, width, this.height, swatch.mark);
      return;
    }
    if (width < 6 * this.ratio) {
      drawing.rect(left, y, width, this.height, swatch.fill);
      if (width >= 3 * this.ratio) this.edge(left, y, 1, swatch);
      return;
    }
    drawing.round(left, y, width, this.height, this.radius, swatch.fill);
    this.edge(left, y, EDGE, swatch);
    const flags = painting.picture.layout.flags[scene.box[i]];
    const dot = Math.max(1, Math.floor(this.ratio));
    if (flags & BOX_JOINED) {
      const from = Math.max(left, 0) + 3 * dot;
      const to = Math.min(left + width, this.columns) - 3 * dot;
      // The edge towards the root is the one that was guessed.
      const edge = painting.flame ? y + this.height - dot : y;
      if (to > from) drawing.dots(from, edge, to - from, dot, swatch.mark);
    }
    if (flags & BOX_FOLDED) this.sheets(left, y, width, swatch);
  }

  /** The bar at the left edge of what has a kind, where no region is edged as a whole. */
  private edge(left: number, y: number, size: number, { edge }: Swatch): void {
    if (edge === undefined || this.painting.standing.active) return;
    const from = Math.max(left, 0);
    this.drawing.rect(from, y, Math.round(size * this.ratio), this.height, edge);
  }

  /** A folded run looks like a pile of sheets: lines along the edge towards its children. */
  private sheets(left: number, y: number, width: number, swatch: Swatch): void {
    const dot = Math.max(1, Math.floor(this.ratio));
    const { ground } = TONES[this.painting.theme];
    for (const k of [2, 4]) {
      const at = this.painting.flame ? y + (k - 1) * dot : y + this.height - k * dot;
      this.drawing.rect(left, at, width, dot, k === 2 ? ground : swatch.mark);
    }
  }

  label(i: number, dimmed: boolean): void {
    const { drawing, scene, painting, ratio } = this;
    const from = Math.max(0, scene.left[i]);
    const to = Math.min(this.columns, scene.right[i] - this.gap);
    const wide = (to - from) / ratio;
    if (wide < MIN_NAMED) return;
    const box = scene.box[i];
    const swatch = this.swatch(i, dimmed);
    const baseline = this.top(i) + this.height / 2 + FONT_SIZE * 0.36 * ratio;
    const y = Math.round(baseline);
    const { labels, figures, picture } = painting;
    let space = wide - 2 * PAD;
    const left = from + Math.round(PAD * ratio);
    if (scene.blocked[i] > 0) {
      const text = FLAMEGRAPH_WORDS.frames(scene.blocked[i]);
      const width = labels.width(text);
      if (width > space) return;
      // Across the hatching it could not be read.
      const patch = Math.ceil((width + PAD) * ratio) + left - from;
      drawing.rect(from, this.top(i), Math.min(patch, to - from), this.height, swatch.fill);
      drawing.text(text, left, y, swatch.text, "left");
      return;
    }
    const frame = picture.layout.frame[box];
    if (frame < 0 && picture.layout.fold[box] < 0) {
      const show = figures.signed || picture.isDelta ? formatDelta : formatValue;
      const total = show(figures.total[box], picture.unit);
      drawing.text(FLAMEGRAPH_WORDS.all, left, y, swatch.text, "left");
      const at = left + Math.round((labels.width(FLAMEGRAPH_WORDS.all) + 6) * ratio);
      drawing.text(total, at, y, swatch.dim, "left");
      return;
    }
    if (wide >= MIN_WITH_SHARE) {
      const value = figures.total[box];
      const share = figures.signed
        ? formatDelta(value, picture.unit)
        : formatShareOf(value, figures.of);
      const right = to - Math.round(PAD * ratio);
      drawing.text(share, right, y, swatch.dim, "right");
      space -= labels.width(share) + SHARE_GAP;
    }
    const fold = picture.layout.fold[box];
    if (fold >= 0) {
      this.foldLabel(fold, left, y, space, swatch);
      return;
    }
    const label = labels.fit(frame, space);
    if (label.text === "") return;
    drawing.text(label.text, left, y, swatch.text, "left");
    if (label.aside === "") return;
    const at = left + Math.round((labels.width(label.text) + ASIDE_GAP) * ratio);
    drawing.text(label.aside, at, y, swatch.dim, "left");
  }

  private foldLabel(fold: number, left: number, y: number, space: number, swatch: Swatch): void {
    const { drawing, painting, ratio } = this;
    const { labels, plumbingGroups, picture } = painting;
    const { group, frames } = foldTitle(picture.layout, fold, plumbingGroups);
    const count = FLAMEGRAPH_WORDS.foldedFrames(frames);
    const width = labels.width(group);
    if (width + COUNT_GAP + labels.width(count) <= space) {
      drawing.text(group, left, y, swatch.text, "left");
      drawing.text(count, left + Math.round((width + COUNT_GAP) * ratio), y, swatch.dim, "left");
      return;
    }
    const text = width <= space ? group : labels.cut(frames, space).text;
    if (text !== "") drawing.text(text, left, y, swatch.text, "left");
  }
}
