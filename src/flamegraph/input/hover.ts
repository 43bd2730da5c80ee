import type { Standing } from "../paint/highlight.js";
import { type Facts, factsOf } from "../paint/tooltip-content.js";
import type { FlameGraphProps } from "../props.js";
import { boxAtPath, pathOf } from "../viewport/path-anchor.js";
import type { Hit } from "./hit-test.js";
import { TipPlace } from "./tooltip-position.js";

/** So far, in CSS pixels, the pointer moves before the tooltip is back after a click. */
const AWAY_FROM_CLICK = 24;

/** What is under the pointer, here and in a linked graph, and the tooltip that says what it is. */
export class Hovering {
  /** box hovered in a linked graph, -1 for none */
  linked = -1;
  private hit: Hit | undefined;
  /** where something was clicked: until the pointer moves away the tooltip is not in its way */
  private hushed: { x: number; y: number } | undefined;
  private held: Facts | undefined;
  private readonly place: TipPlace;

  /** @param tell what the tooltip says; undefined hides it */
  constructor(
    private readonly host: HTMLElement,
    tip: HTMLElement,
    private readonly tell: (facts: Facts | undefined) => void,
  ) {
    this.place = new TipPlace(host, tip);
  }

  /** the box under the pointer, -1 for none */
  get box(): number {
    return this.hit && this.hit.blocked === 0 ? this.hit.box : -1;
  }

  /** The pointer is over something, or over nothing; false where it was so before. */
  over(hit: Hit | undefined, props: FlameGraphProps, standing: Standing): boolean {
    const before = this.hit;
    if (!hit) {
      this.none(props);
      return before !== undefined;
    }
    if (before?.box === hit.box && before.blocked === hit.blocked) return false;
    this.hit = hit;
    this.held = factsFor(hit, props, standing);
    if (!this.hushed) this.tell(this.held);
    props.onHover?.(hit.blocked === 0 ? pathOf(props.picture.layout, hit.box) : "");
    this.host.style.cursor = "pointer";
    return true;
  }

  /** The pointer is over nothing; a tooltip that a key brought up goes as well. */
  none(props: FlameGraphProps | undefined): void {
    const before = this.hit;
    this.hit = undefined;
    this.held = undefined;
    this.tell(undefined);
    if (!before) return;
    props?.onHover?.("");
    this.host.style.cursor = "";
  }

  /** Puts the tooltip beside the pointer. */
  follow(x: number, y: number): void {
    if (this.hushed && Math.hypot(x - this.hushed.x, y - this.hushed.y) > AWAY_FROM_CLICK) {
      this.hushed = undefined;
      this.tell(this.held);
    }
    this.place.follow(x, y);
  }

  /** Something was clicked there: the tooltip goes, and comes back where the pointer moves away. */
  clicked(x: number, y: number): void {
    this.hushed = { x, y };
    this.tell(undefined);
  }

  /**
   * Says what a box is without a pointer.
   * @param at where the box is, in CSS pixels; undefined where it is out of sight
   */
  describe(
    box: number,
    at: { x: number; y: number; high: number } | undefined,
    props: FlameGraphProps,
    standing: Standing,
  ): void {
    this.hushed = undefined;
    this.tell(factsFor({ box, blocked: 0 }, props, standing));
    if (at) this.place.below(at.x, at.y, at.high);
  }

  /** Measures the tooltip again: what it says has changed. */
  placeTip(): void {
    this.place.place();
  }

  /** Finds the box hovered in a linked graph; false where it is the same one still. */
  link({ hover, picture }: FlameGraphProps): boolean {
    const box = hover ? boxAtPath(picture.layout, hover) : -1;
    if (box === this.linked) return false;
    this.linked = box;
    return true;
  }
}

function factsFor(hit: Hit, props: FlameGraphProps, standing: Standing): Facts {
  const { picture, names, plumbingGroups, side } = props;
  return factsOf(picture, names, plumbingGroups, hit, side ?? "both", standing);
}
