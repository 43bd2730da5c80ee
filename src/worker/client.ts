import { proxy, type Remote, transfer, wrap } from "comlink";
import type { Question } from "../engine/question.js";
import { Cancelled } from "../lib/cancelled.js";
import type {
  AskName,
  Asks,
  Failure,
  OpenedInput,
  Progress,
  Reply,
  WorkerApi,
} from "./protocol.js";

/** A question that could not be answered, as it came over from the worker. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = failure.name;
  }
}

/** The page's side of the worker. */
export class EngineClient {
  private readonly remote: Remote<WorkerApi>;

  constructor(
    private readonly worker: Worker,
    onProgress: (progress: Progress) => void,
  ) {
    this.remote = wrap<WorkerApi>(worker);
    void this.remote.onProgress(proxy(onProgress));
  }

  /** Reads a file; its bytes are moved to the worker and are gone here. */
  async open(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ opened: readonly OpenedInput[]; failure: Failure | undefined }> {
    return this.remote.open(name, transfer(bytes, [bytes.buffer as ArrayBuffer]));
  }

  openLink(data: string) {
    return this.remote.openLink(data);
  }

  has(hash: string): Promise<boolean> {
    return this.remote.has(hash);
  }

  bytes(hash: string): Promise<Uint8Array | undefined> {
    return this.remote.bytes(hash);
  }

  close(hashes: readonly string[]): Promise<void> {
    return this.remote.close(hashes);
  }

  /**
   * @throws Cancelled when a newer question of this name came, or the person pressed Cancel;
   *   Failed when the question has no answer
   */
  async ask<K extends AskName>(
    name: K,
    question: Question,
    extra: Asks[K]["with"],
  ): Promise<Reply<K>> {
    const reply = await this.remote.ask(name, question, extra);
    if ("cancelled" in reply) throw new Cancelled();
    if ("failure" in reply) throw new Failed(reply.failure);
    return reply as Reply<K>;
  }

  cancel(): Promise<void> {
    return this.remote.cancel();
  }

  stop(): void {
    this.worker.terminate();
  }
}
