import { EngineClient } from "../worker/client.js";
import type { Connect } from "../worker/connection.js";
import type { Progress } from "../worker/protocol.js";
import type { Timers } from "../worker/watch.js";

/** A worker that ends so often without having answered a view is not started again by itself. */
const MAX_ENDS = 3;

/** Bytes of files as stored; in memory they are many times that. */
const MUCH = 1048576;

/** The worker of the page, and the next one when it has ended. */
export class EngineLink {
  private current: EngineClient | undefined;
  private ends = 0;

  /**
   * @param ended told when a worker ended that was not stopped on purpose; the next use of
   *   `client` starts another one
   */
  constructor(
    private readonly connect: Connect,
    private readonly events: { progress(progress: Progress): void; ended(why: string): void },
    private readonly timers?: Timers,
  ) {}

  /** The worker's client; a worker that ended is replaced. */
  readonly client = (): EngineClient => {
    if (this.current?.alive) return this.current;
    this.current = new EngineClient(
      this.connect,
      {
        progress: (progress) => this.events.progress(progress),
        ended: (why) => {
          this.ends++;
          this.events.ended(why);
        },
      },
      this.timers,
    );
    return this.current;
  };

  /**
   * Nothing is open any more: a worker that had much is exchanged for a new one. What it let go of
   * its browser would collect only when memory gets short.
   */
  renew(): void {
    const { current } = this;
    if (!current?.alive || current.received < MUCH) return;
    current.retire();
    this.client();
  }

  /** Whether workers end again and again. */
  get hopeless(): boolean {
    return this.ends >= MAX_ENDS;
  }

  /** It works, or the person wants it tried once more. */
  hope(): void {
    this.ends = 0;
  }
}
