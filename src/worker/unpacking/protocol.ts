/** What the worker that unpacks is asked, one thing at a time. */
export interface UnpackJob {
  readonly bytes: Uint8Array;
  readonly packing: "gzip" | "deflate";
  /** more unpacked bytes are not wanted */
  readonly limit: number;
}

/** What it says: that it is at work, by how many packed bytes it read; at last what they unpack to. */
export type UnpackNews = number | Uint8Array | "failed";

/** The worker as who asks it sees it; tests give one that runs in the same thread. */
export interface UnpackingWorker {
  onmessage: ((event: MessageEvent<UnpackNews>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(job: UnpackJob, moved: ArrayBuffer[]): void;
  terminate(): void;
}
