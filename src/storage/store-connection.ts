import type { LibraryParts, Stores } from "./library-parts.js";
import { answered, kindOfError, type TroubleKind } from "./storage-trouble.js";

/** So long storage may take to be opened, in milliseconds; then the page goes on without. */
export const OPEN_LIMIT = 4000;
/** So long a task with the list alone may take, in milliseconds. */
const LIST_LIMIT = 8000;
/** So long reading a file may take. */
export const READ_LIMIT = 30_000;
/** So long writing a file may take: a gigabyte is written in it. */
export const WRITE_LIMIT = 180_000;

/** What a connection tells its library. */
export interface ConnectionEvents {
  /** read the lists of stores that were just opened */
  opened(stores: Stores): Promise<void>;
  /** nothing can be kept, or the last task failed */
  trouble(kind: TroubleKind): void;
  /** stores that did not answer in time, or were lost, are there */
  recovered(): void;
}

/**
 * The way to the stores. They are opened when first needed; where they do not answer in time all
 * goes on without them, and with them again once they do. Where another tab or the browser takes
 * them away they are opened again.
 */
export class StoreConnection {
  private current: Promise<Stores | undefined> | undefined;
  private attempts = 0;

  constructor(
    private readonly parts: Pick<LibraryParts, "stores">,
    private readonly events: ConnectionEvents,
  ) {}

  /** True from when the stores were first needed on. */
  get wasNeeded(): boolean {
    return this.current !== undefined;
  }

  /**
   * Does something with the stores. A failure is told and gives undefined, after one more try
   * with stores opened again: the first ones may be gone (cleared site data, a deleted database).
   */
  async use<T>(work: (stores: Stores) => Promise<T>, limit = LIST_LIMIT): Promise<T | undefined> {
    for (let second = false; ; second = true) {
      const stores = await this.stores();
      if (!stores) return undefined;
      try {
        return await answered(work(stores), limit);
      } catch (error) {
        const kind = kindOfError(error, false);
        if (second || kind !== "failed") {
          this.events.trouble(kind);
          return undefined;
        }
        stores.close();
        this.current = undefined;
      }
    }
  }

  private stores(): Promise<Stores | undefined> {
    this.current ??= this.open();
    return this.current;
  }

  private async open(): Promise<Stores | undefined> {
    const attempt = ++this.attempts;
    const ready = this.ready();
    try {
      return await answered(ready, OPEN_LIMIT);
    } catch (error) {
      const kind = kindOfError(error, true);
      this.events.trouble(kind);
      if (kind === "held") void this.takeLate(ready, attempt);
      return undefined;
    }
  }

  /** The stores with their lists read: a database may open and then answer nothing. */
  private async ready(): Promise<Stores> {
    const stores = await this.parts.stores(() => this.lost());
    await this.events.opened(stores);
    return stores;
  }

  /** Stores that come after their time are used from then on. */
  private async takeLate(ready: Promise<Stores>, attempt: number): Promise<void> {
    try {
      const stores = await ready;
      if (attempt !== this.attempts) return;
      this.current = Promise.resolve(stores);
      this.events.recovered();
    } catch {
      // That nothing is kept was told when the time was over.
    }
  }

  private lost(): void {
    this.current = undefined;
    // Opened again at once: what the page lists may not be there any more.
    void this.use(async () => this.events.recovered());
  }
}
