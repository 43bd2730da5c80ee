import { proxy, type Remote, transfer, wrap } from "comlink";
import { language } from "../words/language.js";
import { WORKER_WORDS } from "../words/worker-words.js";
import type { Progress, WorkerApi } from "./protocol.js";

/**
 * A worker as the page sees it: calls go in, answers and progress come out, and its end is told.
 * Tests give one that runs in the same thread.
 */
export interface Connection {
  readonly api: Omit<WorkerApi, "onProgress">;
  /** Ends the worker, whatever it is doing. */
  stop(): void;
}

/** What a connection tells of its worker. */
export interface ConnectionEvents {
  progress(progress: Progress): void;
  /** The worker is gone; `why` is the rest of a sentence. Told once at most. */
  ended(why: string): void;
}

/** Makes a worker and connects to it. */
export type Connect = (events: ConnectionEvents) => Connection;

/**
 * Connects to a worker of the browser. A worker that ends itself sends no event: it holds a lock
 * with a name of its own, and the page is given that lock when nobody holds it any more.
 */
export function connectWorker(worker: Worker, events: ConnectionEvents): Connection {
  // The port that progress comes in by outlives its worker: it must not hold the page's side too.
  let told: ConnectionEvents | undefined = events;
  const remote: Remote<WorkerApi> = wrap<WorkerApi>(worker);
  const given = new AbortController();
  let over = false;
  const end = (why: string): void => {
    if (over) return;
    over = true;
    given.abort();
    told?.ended(why);
  };
  worker.addEventListener("error", (event) => {
    // An error inside of a script that runs has a place in it; then the worker goes on.
    if (event.lineno > 0 && started) return;
    end(WORKER_WORDS.ended.scriptNotLoaded);
  });
  worker.addEventListener("messageerror", () => end(WORKER_WORDS.ended.messageUnreadable));
  let started = false;
  // A worker begins with English.
  if (language() !== "en") void remote.speak(language());
  void remote.onProgress(proxy((progress) => told?.progress(progress))).then(() => {
    started = true;
    const name = `leaklens-worker-${Math.random().toString(36).slice(2)}`;
    if (!navigator.locks) return;
    void remote.holdLock(name).then((held) => {
      if (!held || over) return;
      navigator.locks
        .request(name, { signal: given.signal }, () => end(WORKER_WORDS.ended.ended))
        .catch(() => {});
    });
  });
  return {
    api: {
      speak: (language) => remote.speak(language),
      open: (name, bytes) => remote.open(name, transfer(bytes, [bytes.buffer as ArrayBuffer])),
      openLink: (data) => remote.openLink(data),
      names: (id) => remote.names(id),
      bytes: (hash) => remote.bytes(hash),
      close: (hashes) => remote.close(hashes),
      ask: (name, question, extra) => remote.ask(name, question, extra) as never,
      cancel: () => remote.cancel(),
      warmUp: () => remote.warmUp(),
      alive: () => remote.alive(),
      holdLock: (name) => remote.holdLock(name),
    },
    stop: () => {
      over = true;
      told = undefined;
      given.abort();
      worker.terminate();
    },
  };
}
