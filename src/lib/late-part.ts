/** A part that does not come within so long (milliseconds) is done without. */
const PATIENCE_MS = 8000;

/** What a part says where it cannot be had. */
export interface LateWords {
  failed(why: string): string;
  /** why: nothing came for so long */
  late(seconds: number): string;
}

/**
 * A part of the program that is loaded when something needs it first, and once. Who reads it has
 * waited for `load` before: a part that nobody loaded is a fault of the program and says so.
 */
export class LatePart<T> {
  private part: { readonly value: T } | undefined;
  private loading: Promise<void> | undefined;
  private why: string | undefined;

  /**
   * @param words what is said where it cannot be had
   * @param bring tried again by the next `load` where it failed
   * @param patience milliseconds
   */
  constructor(
    private readonly words: LateWords,
    private readonly bring: () => Promise<T>,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** Settled when it is there, or cannot be had: `failed` tells which. */
  load(): Promise<void> {
    this.loading ??= this.fetch();
    return this.loading;
  }

  private fetch(): Promise<void> {
    return new Promise((settled) => {
      const fail = (why: string): void => {
        this.why = why;
        this.loading = undefined;
        settled();
      };
      const late = setTimeout(() => fail(this.words.late(this.patience / 1000)), this.patience);
      this.bring()
        .then(
          (value) => {
            this.part = { value };
            settled();
          },
          (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
        )
        .finally(() => clearTimeout(late));
    });
  }

  /** Whether it was asked for and could not be had. */
  get failed(): boolean {
    return this.part === undefined && this.why !== undefined;
  }

  /** @throws where it is not there */
  get value(): T {
    if (this.part) return this.part.value;
    throw new Error(
      this.why === undefined ? "a part is read that nobody loaded" : this.words.failed(this.why),
    );
  }
}
