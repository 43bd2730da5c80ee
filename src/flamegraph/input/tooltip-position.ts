/** Space between the pointer and the tooltip, in CSS pixels. */
const AWAY = 14;
const MARGIN = 8;

/** Keeps the tooltip beside the pointer, or below a box, and inside of the window. */
export class TipPlace {
  private at: { x: number; y: number; above: number } = { x: 0, y: 0, above: 0 };

  constructor(
    private readonly host: HTMLElement,
    private readonly tip: HTMLElement,
  ) {}

  /** Beside a point of the graph. */
  follow(x: number, y: number): void {
    const rect = this.host.getBoundingClientRect();
    this.at = { x: rect.left + x + AWAY, y: rect.top + y + AWAY, above: rect.top + y - AWAY };
    this.place();
  }

  /** Below a box of the graph, or above it where there is no room. */
  below(x: number, y: number, height: number): void {
    const rect = this.host.getBoundingClientRect();
    const top = rect.top + y;
    this.at = { x: rect.left + x + MARGIN, y: top + height + MARGIN, above: top - MARGIN };
    this.place();
  }

  /** Measures and moves; call again when what it says has changed. */
  place(): void {
    const { tip, at } = this;
    const { offsetWidth, offsetHeight } = tip;
    const inside = (wanted: number, size: number, room: number): number =>
      Math.max(MARGIN, Math.min(wanted, room - size - MARGIN));
    const left = inside(at.x, offsetWidth, window.innerWidth);
    const fits = at.y + offsetHeight + MARGIN <= window.innerHeight;
    const top = inside(fits ? at.y : at.above - offsetHeight, offsetHeight, window.innerHeight);
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
