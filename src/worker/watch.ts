/** Timers, so that tests need not wait. */
export interface Timers {
  set(work: () => void, ms: number): number;
  clear(timer: number): void;
}

const REAL: Timers = {
  set: (work, ms) => setTimeout(work, ms) as unknown as number,
  clear: (timer) => clearTimeout(timer),
};

/** Milliseconds between two questions whether the worker is alive. */
const TICK_MS = 2000;
/** So many of them in a row without a sign of life, and it is given up. */
const PATIENCE = 10;
/** A script that was never heard of may still be on its way over a slow network. */
const FIRST_PATIENCE = 20;

/**
 * Whether a worker that owes an answer still lives. Work there runs in slices of milliseconds
 * with messages in between, so one that works answers soon. Beats are counted and not time: a
 * machine that slept, or a page in the background, has few beats and ends nothing.
 */
export class Watch {
  private owed = 0;
  private missed = 0;
  private heard = false;
  private timer = 0;
  private over = false;

  /**
   * @param ask answered by a worker that lives
   * @param dead told once when it is given up
   */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly dead: () => void,
    private readonly timers: Timers = REAL,
  ) {}

  /** Something is asked of the worker; the function given back is called when it has answered. */
  begin(): () => void {
    this.owed++;
    if (this.timer === 0) this.wait();
    return () => {
      this.owed--;
      this.sign();
    };
  }

  /** The worker was heard of. */
  sign(): void {
    this.heard = true;
    this.missed = 0;
  }

  /** Does something later, unless the function given back is called before. */
  after(ms: number, work: () => void): () => void {
    const timer = this.timers.set(() => {
      if (!this.over) work();
    }, ms);
    return () => this.timers.clear(timer);
  }

  stop(): void {
    this.over = true;
    this.timers.clear(this.timer);
    this.timer = 0;
  }

  private wait(): void {
    this.timer = this.timers.set(() => this.beat(), TICK_MS);
  }

  private beat(): void {
    this.timer = 0;
    if (this.over || this.owed === 0) {
      this.missed = 0;
      return;
    }
    if (this.missed >= (this.heard ? PATIENCE : FIRST_PATIENCE)) {
      this.stop();
      this.dead();
      return;
    }
    this.missed++;
    this.ask().then(
      () => this.sign(),
      () => {},
    );
    this.wait();
  }
}
