/** Space between the pointer and the tooltip, in CSS pixels. */
const AWAY = 14;
const MARGIN = 8;

/** Keeps the tooltip beside the pointer, or below a box, and inside of the window. */
export class TipPlace {
  private at = { x: 0, y: 0, above: 0, before: 0 };

  constructor(
    private readonly host: HTMLElement,
    private readonly tip: HTMLElement,
  ) {}

  /** Beside a point of the graph. */
  follow(x: number, y: number): void {
    const rect = this.host.getBoundingClientRect();
    const left = rect.left + x;
    const top = rect.top + y;
    this.at = { x: left + AWAY, y: top + AWAY, above: top - AWAY, before: left - AWAY };
    this.place();
  }

  /** Below a box of the graph, or above it where there is no room. */
  below(x: number, y: number, height: number): void {
    const rect = this.host.getBoundingClientRect();
    const top = rect.top + y;
    const left = rect.left + x;
    this.at = {
      x: left + MARGIN,
      y: top + height + MARGIN,
      above: top - MARGIN,
      before: left - MARGIN,
    };
    this.place();
  }

  /** Measures and moves; call again when what it says has changed. */
  place(): void {
    const { tip, at } = this;
    const { offsetWidth, offsetHeight } = tip;
    const inside = (wanted: number, size: number, room: number): number =>
      Math.max(MARGIN, Math.min(wanted, room - size - MARGIN));
    const below = at.y + offsetHeight + MARGIN <= window.innerHeight;
    const above = at.above - offsetHeight >= MARGIN;
    // With no room below or above it goes to the side, so that it never covers what it is about.
    const after = at.x + offsetWidth + MARGIN <= window.innerWidth;
    const aside = !below && !above && !after ? at.before - offsetWidth : at.x;
    const left = inside(aside, offsetWidth, window.innerWidth);
    const wanted = below ? at.y : at.above - offsetHeight;
    const top = inside(wanted, offsetHeight, window.innerHeight);
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
