/**
 * Long work cut into steps: it yields the share done (0 to 1) now and then, so that whoever runs
 * it can show progress, let other work pass, or stop.
 */
export type Steps<T> = Generator<number, T, void>;

/** Runs the work to its end without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as T;
  }
}
