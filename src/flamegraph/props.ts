import type { FrameNames, Picture } from "../engine/answers.js";
import type { Colouring } from "../engine/question.js";
import type { Theme } from "./colour/canvas-theme.js";
import type { Side } from "./paint/figures.js";

/** What a flame graph shows and whom it tells; it keeps no state of the view itself. */
export interface FlameGraphProps {
  readonly picture: Picture;
  readonly names: FrameNames;
  /** names of the groups of folded runs */
  readonly plumbingGroups: readonly string[];
  readonly orientation: "icicle" | "flame";
  readonly colouring: Colouring;
  /** side by side: which figures are shown */
  readonly side?: Side;
  /** per frame, 1 where a search matches; undefined without search */
  readonly matches: Uint8Array | undefined;
  /** a kind is lit: boxes go by picture.boxLit */
  readonly lit: boolean;
  /** path of the box that fills the width, "" for all */
  readonly zoom: string;
  /** what is seen of that box, as viewport/part.ts writes it; "" for the whole */
  readonly part: string;
  /** path of the selected box, "" for none */
  readonly selection: string;
  /** path hovered in a linked graph */
  readonly hover?: string | undefined;
  readonly theme: Theme;
  /** kind drawn in the accent */
  readonly accentKind: string;
  /** what the graph is called for assistive technology */
  readonly label?: string | undefined;
  onZoom(path: string): void;
  /** one went elsewhere by hand; `step` where going back shall undo it */
  onPart?(part: string, step: boolean): void;
  onSelect(path: string): void;
  onHover?(path: string): void;
  onUnfold(path: string): void;
  /** after the frame that shows these props has been painted */
  onPainted?(): void;
  /** secondary click, or its key; x and y are client coordinates */
  onMenu?(path: string, x: number, y: number): void;
}
