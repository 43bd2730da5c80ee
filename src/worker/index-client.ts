import { proxy, wrap } from "comlink";
import { Cancelled } from "../lib/cancelled-error.js";
import { language } from "../words/language.js";
import { WORKER_WORDS } from "../words/worker-words.js";
import type { IndexAnswer, IndexProgress, IndexSource, IndexWorkerApi } from "./index-protocol.js";

/** A worker of which nothing is heard for so long (milliseconds) is ended. */
const SILENT_MS = 60_000;

/** Why an index was not read, with what to try. */
export class IndexError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = "IndexError";
  }
}

/** What an index is read with; tests read in the same thread. */
export type ReadIndex = (
  source: IndexSource,
  signal: AbortSignal,
  progress: IndexProgress,
) => Promise<IndexAnswer>;

/**
 * Reads an index in a worker of its own, which ends with it: whatever its files do to it, what is
 * open stays.
 * @throws IndexError; Cancelled when `signal` says so
 */
export async function readIndexIn(
  worker: Worker,
  source: IndexSource,
  signal: AbortSignal,
  progress: IndexProgress,
): Promise<IndexAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<never>((_, reject) => {
    const give = (why: string) => {
      const { ended, failedHint } = WORKER_WORDS;
      reject(new IndexError(ended.error(why), failedHint));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => give(WORKER_WORDS.ended.silent), SILENT_MS);
    };
    wait();
    signal.addEventListener("abort", () => reject(new Cancelled()), { once: true });
    worker.addEventListener("error", () => give(WORKER_WORDS.ended.ended));
    worker.addEventListener("message", wait);
  });
  try {
    signal.throwIfAborted();
    const api = wrap<IndexWorkerApi>(worker);
    const told = proxy((done: number, of: number) => progress(done, of));
    const reply = await Promise.race([api.readIndex(source, language(), told), ended]);
    if ("failure" in reply) throw new IndexError(reply.failure.message, reply.failure.hint);
    return reply.answer;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
