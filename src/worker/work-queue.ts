import { Cancelled } from "../lib/cancelled-error.js";
import { pause, runSteps } from "../lib/run-steps.js";
import type { Steps } from "../lib/steps.js";

interface Job {
  readonly name: string;
  readonly rank: number;
  readonly number: number;
  stopped: boolean;
  run(): Promise<void>;
  refuse(error: unknown): void;
}

/** Milliseconds of a frame of the screen. */
const FRAME = 16;

/**
 * One piece of work at a time, the most urgent first. A new job takes the place of an older one
 * of the same name, whether that waits or runs.
 */
export class Queue {
  private readonly waiting: Job[] = [];
  private running: Job | undefined;
  private count = 0;

  /** @param paintedRank answers of rank 1 to this have a frame's time before other work begins */
  constructor(
    private readonly onProgress: (name: string, share: number) => void,
    private readonly paintedRank = -1,
  ) {}

  /**
   * @param rank the smaller, the sooner
   * @param replaces whether an older job of this name is cancelled
   * @throws Cancelled when a newer job took its place or all was cancelled; whatever the work throws
   */
  add<T>(name: string, rank: number, work: () => Steps<T>, replaces = true): Promise<T> {
    if (replaces) this.drop((job) => job.name === name);
    return new Promise<T>((resolve, reject) => {
      const job: Job = {
        name,
        rank,
        number: this.count++,
        stopped: false,
        refuse: reject,
        run: async () => {
          try {
            resolve(
              await runSteps(
                work(),
                (share) => this.onProgress(name, share),
                () => job.stopped,
              ),
            );
          } catch (error) {
            reject(error);
          }
        },
      };
      this.waiting.push(job);
      void this.next();
    });
  }

  /** Cancels all that waits and all that runs. */
  cancel(): void {
    this.drop(() => true);
  }

  /** Cancels the work of one name. */
  stop(name: string): void {
    this.drop((job) => job.name === name);
  }

  private drop(which: (job: Job) => boolean): void {
    if (this.running && which(this.running)) this.running.stopped = true;
    for (const job of this.waiting.filter(which).reverse()) {
      this.waiting.splice(this.waiting.indexOf(job), 1);
      job.refuse(new Cancelled());
    }
  }

  private async next(): Promise<void> {
    if (this.running) return;
    let job = this.waiting[0];
    if (!job) return;
    for (const other of this.waiting) {
      const isSooner =
        other.rank < job.rank || (other.rank === job.rank && other.number < job.number);
      if (isSooner) job = other;
    }
    this.waiting.splice(this.waiting.indexOf(job), 1);
    this.running = job;
    await job.run();
    // What is done goes out before the next work begins; what is waited for is painted first.
    const seen = job.rank > 0 && job.rank <= this.paintedRank;
    await (seen ? new Promise((done) => setTimeout(done, FRAME)) : pause());
    this.running = undefined;
    void this.next();
  }
}
