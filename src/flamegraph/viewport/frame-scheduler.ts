/** One frame at a time, asked of the browser when there is something to paint. */
export class Frames {
  private request = 0;
  private timer = 0;

  /** @param draw called once for each time that frames are asked for; `now` in milliseconds */
  constructor(private readonly draw: (now: number) => void) {}

  /** Asks for a frame, unless one is on its way. */
  ask(): void {
    if (this.request !== 0 || this.timer !== 0) return;
    if (document.hidden) {
      // Hidden pages get no frames; what waits for the picture must not wait for them.
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        this.draw(performance.now());
      }, 0);
    } else {
      this.request = requestAnimationFrame((now) => {
        this.request = 0;
        this.draw(now);
      });
    }
  }

  stop(): void {
    cancelAnimationFrame(this.request);
    clearTimeout(this.timer);
    this.request = 0;
    this.timer = 0;
  }
}
