import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { InputError, Interrupted } from "../exit-code.js";

const WORDS = INPUT_WORDS.read;

/** Bounds of what is read from somewhere that may never end, or never begin. */
export interface ReadLimits {
  /** bytes */
  readonly most: number;
  /** milliseconds in which at least `pace` bytes must come; 0 where waiting has no end */
  readonly patience: number;
  /** bytes */
  readonly pace: number;
}

/**
 * All that a source gives, until it ends.
 *
 * @param name what messages call it
 * @param stop called when nothing more is wanted
 * @throws InputError where it gives too much or too slowly; Interrupted
 */
export async function readAll(
  name: string,
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  signal: AbortSignal,
  stop: () => void,
): Promise<Uint8Array> {
  const pace = new Pace(name, limits);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const interrupted = rejection(signal);
  const each = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = each.next();
      // Whoever wins, a later failure of the other one is nobody's.
      next.catch(() => {});
      const { done, value } = await Promise.race([next, interrupted.promise, pace.late()]);
      if (done) break;
      size += value.length;
      if (size > limits.most) throw tooLarge(name, limits.most);
      chunks.push(value);
      pace.came(value.length);
    }
  } catch (error) {
    stop();
    throw error;
  } finally {
    pace.end();
    interrupted.end();
  }
  const { buffer, byteOffset, length } = Buffer.concat(chunks, size);
  return new Uint8Array(buffer, byteOffset, length);
}

export function tooLarge(name: string, most: number): InputError {
  return new InputError(`${name}: ${WORDS.tooLarge(most >> 20)}`);
}

/** A promise that is rejected when the person interrupts. */
function rejection(signal: AbortSignal): { promise: Promise<never>; end: () => void } {
  let abort: () => void = () => {};
  const promise = new Promise<never>((_, reject) => {
    abort = () => reject(new Interrupted());
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
  promise.catch(() => {});
  return { promise, end: () => signal.removeEventListener("abort", abort) };
}

/** Watches that enough comes in each stretch of time. */
class Pace {
  private bytes = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly promise: Promise<never>;

  constructor(name: string, { patience, pace }: ReadLimits) {
    this.promise = new Promise<never>((_, reject) => {
      if (patience === 0) return;
      this.timer = setInterval(() => {
        if (this.bytes < pace) {
          const seconds = Math.round(patience / 100) / 10;
          reject(new InputError(`${name}: ${WORDS.slow(this.bytes, seconds)}`));
        }
        this.bytes = 0;
      }, patience);
    });
    this.promise.catch(() => {});
  }

  late(): Promise<never> {
    return this.promise;
  }

  came(bytes: number): void {
    this.bytes += bytes;
  }

  end(): void {
    clearInterval(this.timer);
  }
}
