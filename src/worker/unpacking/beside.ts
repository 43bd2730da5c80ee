import type { Beside, UnpackOptions } from "../../profile/containers/unpack.js";
import { MAX_UNPACKED_BYTES } from "../../profile/size-limits.js";
import type { UnpackingWorker } from "./protocol.js";

/** Packed bytes of files that are opened together, from which on a second worker pays. */
const WORTH = 2 << 20;
/** So many files at a time are opened: one is read, the next are unpacked. */
const AT_ONCE = 3;
/** A worker that says nothing for so long (milliseconds) is given up. */
const SILENT_MS = 3000;

/**
 * Where several large files are opened, the next ones are unpacked in another worker while the one
 * that owns this reads. It lives as long as files are being opened. Where there can be none, where
 * it does not answer, and where it cannot unpack the bytes, they are unpacked in the usual way.
 */
export class UnpackingBeside {
  private worker: UnpackingWorker | undefined;
  /** there can be no worker */
  private broken = false;
  /** files that are being opened or wait for that, and their packed bytes */
  private files = 0;
  private size = 0;
  private readonly waiting: (() => void)[] = [];
  /** settled when the worker has nothing to do */
  private free: Promise<unknown> = Promise.resolve();

  /** @param start starts a worker; undefined where there can be none */
  constructor(private readonly start: () => UnpackingWorker | undefined) {}

  /**
   * Opens a file when it is its turn.
   * @param size packed bytes
   * @param open is given what unpacks the file beside, where that pays
   */
  async during<T>(size: number, open: (how: { beside?: Beside }) => Promise<T>): Promise<T> {
    this.files++;
    this.size += size;
    // Nothing else could be done while the first file is unpacked: it is, where it is read.
    const pays = this.files > 1 && this.size >= WORTH;
    try {
      if (this.files > AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
      return await open(pays ? { beside: (...given) => this.unpack(...given) } : {});
    } finally {
      this.files--;
      this.size -= size;
      this.waiting.shift()?.();
      if (this.files === 0) this.end();
    }
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private unpack(...given: Parameters<Beside>): Promise<Uint8Array | undefined> {
    const unpacked = this.free.then(() => this.unpackNow(...given));
    this.free = unpacked.catch(() => {});
    return unpacked;
  }

  /** @throws the signal's reason */
  private async unpackNow(
    bytes: Uint8Array,
    packing: "gzip" | "deflate",
    { signal, limit = MAX_UNPACKED_BYTES }: UnpackOptions,
  ): Promise<Uint8Array | undefined> {
    signal?.throwIfAborted();
    if (!this.worker && !this.broken) this.worker = this.start();
    const { worker } = this;
    if (!worker) return this.giveUp();
    let silent: ReturnType<typeof setTimeout> | undefined;
    let cancelled = (): void => {};
    try {
      return await new Promise<Uint8Array | undefined>((resolve, reject) => {
        const gone = (): void => resolve(this.giveUp());
        const wait = (): void => {
          clearTimeout(silent);
          silent = setTimeout(gone, SILENT_MS);
        };
        // It is in the midst of these bytes, and would go on with them.
        cancelled = () => {
          this.end();
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", cancelled);
        worker.onerror = gone;
        worker.onmessageerror = gone;
        worker.onmessage = ({ data }) => {
          wait();
          if (typeof data !== "number") resolve(data === "failed" ? undefined : data);
        };
        wait();
        const copy = bytes.slice();
        worker.postMessage({ bytes: copy, packing, limit }, [copy.buffer]);
      });
    } finally {
      clearTimeout(silent);
      signal?.removeEventListener("abort", cancelled);
    }
  }

  /** Does without a worker from now on. */
  private giveUp(): undefined {
    this.broken = true;
    this.end();
  }
}
