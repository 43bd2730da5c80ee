import { type Keeper, NO_KEEPER } from "../session/file-store.js";

/** Id of the element that holds what a self-contained page carries, as JSON. */
export const EMBEDDED_ID = "leaklens-embedded";
/** Id of the module script of a self-contained page. */
export const SCRIPT_ID = "leaklens-script";

/** Id of the element of a self-contained page that holds the licences of what is built in. */
export const LICENSES_ID = "leaklens-licenses";

/** A profile inside of a self-contained page. */
export interface EmbeddedFile {
  readonly name: string;
  /** SHA-256 of the bytes, lower-case hex */
  readonly hash: string;
  /** the bytes in base64 */
  readonly data: string;
}

/** What a self-contained page carries besides the app. */
export interface Embedded {
  readonly version: 1;
  /** the view's fragment, without "#" */
  readonly view: string;
  readonly files: readonly EmbeddedFile[];
  /** the worker's script */
  readonly worker: string;
}

let found: Embedded | undefined;

/** What this page carries; undefined in a page that is no self-contained one. */
export function embedded(): Embedded | undefined {
  if (found) return found;
  const element = document.getElementById(EMBEDDED_ID);
  if (element?.getAttribute("type") !== "application/json") return undefined;
  found = JSON.parse(element.textContent ?? "") as Embedded;
  return found;
}

/**
 * The worker of a self-contained page, which has no address to load it from. A page from disk may
 * start no module from a blob, so the script, which imports nothing, runs as a classic one.
 */
export function embeddedWorker({ worker }: Embedded): Worker {
  const script = new Blob(['"use strict";(() => {', worker, "\n})();"], {
    type: "text/javascript",
  });
  const url = URL.createObjectURL(script);
  const made = new Worker(url);
  // The script is read when the first message comes back; then its address can go.
  made.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return made;
}

/** Gives the files that the page carries, and keeps none. */
export function embeddedKeeper({ files }: Embedded): Keeper {
  return {
    ...NO_KEEPER,
    get: async (hash) => {
      const file = files.find((f) => f.hash === hash);
      return file && fromBase64(file.data);
    },
  };
}

/** Bytes of base64 text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

const STEP = 3 << 13;

/** Base64 text of bytes. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + STEP))));
  }
  return parts.join("");
}
