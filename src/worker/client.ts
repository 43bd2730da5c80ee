import type { FrameNames } from "../engine/answers.js";
import type { Question } from "../engine/question.js";
import { Cancelled } from "../lib/cancelled-error.js";
import { Recent } from "../lib/lru-cache.js";
import type { Language } from "../words/language.js";
import { WORKER_WORDS } from "../words/worker-words.js";
import type { Connect, Connection } from "./connection.js";
import type { AskName, Asks, Failure, OpenedInput, Progress, Trial } from "./protocol.js";
import { type Timers, Watch } from "./watch.js";

/** A question that could not be answered, as it came over from the worker. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = failure.name;
  }
}

/** The worker ended before it answered. */
export class WorkerEnded extends Error {
  constructor(readonly why: string) {
    super(WORKER_WORDS.ended.error(why));
    this.name = "WorkerEnded";
  }
}

/** An answer, with the names that its frames are numbered by where it numbers any. */
export interface Answer<K extends AskName> {
  readonly answer: Asks[K]["answer"];
  readonly names: FrameNames | undefined;
}

/** Names of so many sets of files are kept; answers on the screen hold theirs themselves. */
const NAMES_KEPT = 4;

/** A question is asked so many times at most, where the names of its answer were gone each time. */
const ATTEMPTS = 4;
/** Not silent: what is on the screen is of another question. */
const nameless = (): Failure => ({
  name: "Error",
  message: WORKER_WORDS.namesClosed,
  hint: WORKER_WORDS.namesClosedHint,
  byte: undefined,
});

/** What a client tells of its worker. */
export interface ClientEvents {
  progress(progress: Progress): void;
  ended(why: string): void;
}

/**
 * The page's side of one worker. All that the page knows of what this worker has (files that are
 * open in it, names it sent) is here, and ends with it.
 */
export class EngineClient {
  private readonly connection: Connection;
  private readonly held = new Set<string>();
  private readonly names = new Recent<Promise<FrameNames | undefined>>(NAMES_KEPT);
  private readonly refusals = new Set<(error: Error) => void>();
  private readonly watch: Watch;
  private over: WorkerEnded | undefined;
  private bytesGiven = 0;
  private warmed = false;

  constructor(
    connect: Connect,
    private readonly events: ClientEvents,
    timers?: Timers,
  ) {
    this.watch = new Watch(
      () => this.connection.api.alive(),
      () => this.end(WORKER_WORDS.ended.silent),
      timers,
    );
    this.connection = connect({
      progress: (progress) => {
        if (this.over) return;
        this.watch.sign();
        events.progress(progress);
      },
      ended: (why) => this.end(why),
    });
  }

  /** Whether the worker is there. */
  get alive(): boolean {
    return this.over === undefined;
  }

  /** Whether the worker has gone the way to a graph before, so that its code is compiled. */
  get warm(): boolean {
    return this.warmed;
  }

  /** Whether a file is open in the worker. */
  holds(hash: string): boolean {
    return this.held.has(hash);
  }

  /** The files that are open in the worker. */
  get holding(): readonly string[] {
    return [...this.held];
  }

  /** Bytes of files that the worker was given since it was made. */
  get received(): number {
    return this.bytesGiven;
  }

  /** Ends a worker that nobody needs any more: nobody is told, but for what it was asked last. */
  retire(): void {
    this.finish(WORKER_WORDS.ended.notNeeded);
  }

  /** What the worker says from now on is of a language. */
  speak(language: Language): void {
    if (!this.over) this.call(() => this.connection.api.speak(language)).catch(() => {});
  }

  /** Reads a file; its bytes are moved to the worker and are gone here. @throws WorkerEnded */
  async open(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ opened: readonly OpenedInput[]; failure: Failure | undefined }> {
    this.bytesGiven += bytes.length;
    const found = await this.call(() => this.connection.api.open(name, bytes));
    for (const { hash } of found.opened) this.held.add(hash);
    return found;
  }

  /** @throws WorkerEnded */
  async openLink(data: string) {
    const found = await this.call(() => this.connection.api.openLink(data));
    if (!found.failure) for (const { hash } of found.opened) this.held.add(hash);
    return found;
  }

  /** @throws WorkerEnded */
  bytes(hash: string): Promise<Uint8Array | undefined> {
    return this.call(() => this.connection.api.bytes(hash));
  }

  /**
   * Starts the worker and has it prepare for files, as long as nothing else is asked of it.
   * @throws WorkerEnded
   */
  async warmUp(): Promise<Trial | undefined> {
    const trial = await this.call(() => this.connection.api.warmUp());
    if (trial) this.warmed = true;
    return trial;
  }

  /** Gives back what the worker holds of these files. */
  close(hashes: readonly string[]): void {
    if (hashes.length === 0 || this.over) return;
    for (const hash of hashes) this.held.delete(hash);
    this.names.clear();
    this.call(() => this.connection.api.close(hashes)).catch(() => {});
  }

  /**
   * @throws Cancelled when a newer question of this name came, or the person pressed Cancel;
   *   Failed when the question has no answer; WorkerEnded
   */
  async ask<K extends AskName>(
    name: K,
    question: Question,
    extra: Asks[K]["with"],
  ): Promise<Answer<K>> {
    // Again: a file that was closed in between takes the names along, and they are made once more.
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const reply = await this.call(() => this.connection.api.ask(name, question, extra));
      if ("cancelled" in reply) throw new Cancelled();
      if ("failure" in reply) throw new Failed(reply.failure);
      if (name === "picture") this.warmed = true;
      const id = namesIdOf(reply.answer);
      if (id === undefined) return { answer: reply.answer, names: undefined };
      if (reply.names) this.names.set(String(id), Promise.resolve(reply.names));
      const names = await this.namesOf(id);
      if (names) return { answer: reply.answer, names };
    }
    throw new Failed(nameless());
  }

  /** Stops what the worker does; a worker that does not even do that is ended. */
  async cancel(): Promise<void> {
    if (this.over) return;
    const late = this.watch.after(CANCEL_MS, () => this.end(WORKER_WORDS.ended.didNotStop));
    try {
      await this.call(() => this.connection.api.cancel());
    } catch {
      // It ended: so it has stopped.
    } finally {
      late();
    }
  }

  /** Ends the worker; what it was asked is refused. */
  end(why: string): void {
    if (this.over) return;
    this.finish(why);
    this.events.ended(why);
  }

  private finish(why: string): void {
    const over = new WorkerEnded(why);
    this.over = over;
    this.watch.stop();
    this.connection.stop();
    this.held.clear();
    this.names.clear();
    const refusals = [...this.refusals];
    this.refusals.clear();
    for (const refuse of refusals) refuse(over);
  }

  private namesOf(id: number): Promise<FrameNames | undefined> {
    const known = this.names.get(String(id));
    if (known) return known;
    const key = String(id);
    const asked = this.call(() => this.connection.api.names(id));
    this.names.set(key, asked);
    // What the worker does not have now it may have the next time: only names are remembered.
    const forget = (): void => {
      if (this.names.get(key) === asked) this.names.delete(key);
    };
    asked.then((names) => names ?? forget(), forget);
    return asked;
  }

  /** Calls the worker; refused when it ends before it answers. */
  private call<T>(work: () => Promise<T>): Promise<T> {
    if (this.over) return Promise.reject(this.over);
    return new Promise<T>((resolve, reject) => {
      const done = this.watch.begin();
      const refuse = (error: Error): void => reject(error);
      this.refusals.add(refuse);
      work()
        .then(resolve, reject)
        .finally(() => {
          this.refusals.delete(refuse);
          done();
        });
    });
  }
}

/** A worker that is told to stop has so long (milliseconds) to say that it heard. */
const CANCEL_MS = 2500;

function namesIdOf(answer: unknown): number | undefined {
  if (typeof answer !== "object" || answer === null || !("namesId" in answer)) return undefined;
  return answer.namesId as number;
}
