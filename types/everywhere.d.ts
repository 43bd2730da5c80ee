/**
 * What a page, a worker and Node have alike, and the engine uses. All else of a host (documents,
 * processes, the network, the console) is unknown to the engine's own project, tsconfig.engine.json.
 */

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare function atob(text: string): string;
declare function btoa(text: string): string;

declare const performance: { now(): number };
declare function setTimeout(work: (...none: never[]) => void, milliseconds?: number): unknown;
declare function clearTimeout(timer: unknown): void;

interface MessagePort {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}

interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

interface SubtleCrypto {
  digest(algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer>;
}
declare var crypto: { readonly subtle?: SubtleCrypto } | undefined;

interface ReadableStreamReader {
  read(): Promise<
    { done: false; value: Uint8Array<ArrayBuffer> } | { done: true; value: undefined }
  >;
  cancel(reason?: unknown): Promise<void>;
}
interface ReadableStream {
  getReader(): ReadableStreamReader;
}
interface WritableStreamWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}
declare class DecompressionStream {
  constructor(format: "gzip" | "deflate" | "deflate-raw");
  readonly readable: ReadableStream;
  readonly writable: { getWriter(): WritableStreamWriter };
}
