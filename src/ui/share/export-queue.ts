import { Cancelled } from "../../lib/cancelled-error.js";
import { SHARE_WORDS } from "../../words/page/share-words.js";

/** What a queue of exports is doing, for the page. */
export interface ExportState {
  /** label of the one being made; "" for none */
  readonly making: string;
  /** how many wait behind it */
  readonly waiting: number;
  /** what came of the last one, where that is worth a word */
  readonly said: string;
}

/**
 * Makes exports one after the other: one that is asked for while another is made waits, instead
 * of taking its place.
 */
export class ExportQueue {
  private state: ExportState = { making: "", waiting: 0, said: "" };
  private readonly jobs: { label: string; work: () => Promise<void> }[] = [];
  private running = false;

  /** @param changed told each new state */
  constructor(private readonly changed: (state: ExportState) => void) {}

  add(label: string, work: () => Promise<void>): void {
    this.jobs.push({ label, work });
    if (this.running) this.tell({ waiting: this.jobs.length });
    else void this.run();
  }

  /** Drops what waits; the one being made is stopped by whoever runs it. */
  clear(): void {
    this.jobs.length = 0;
    this.tell({ waiting: 0 });
  }

  private async run(): Promise<void> {
    this.running = true;
    let said = "";
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) {
      this.tell({ making: job.label, waiting: this.jobs.length, said: "" });
      try {
        await job.work();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const { cancelled, failed } = SHARE_WORDS.exports;
        said = error instanceof Cancelled ? cancelled(job.label) : failed(job.label, why);
      }
    }
    this.running = false;
    this.tell({ making: "", waiting: 0, said });
  }

  private tell(change: Partial<ExportState>): void {
    this.state = { ...this.state, ...change };
    this.changed(this.state);
  }
}
