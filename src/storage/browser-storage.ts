import { browserStores } from "./database.js";
import { FileLibrary } from "./file-library.js";
import type { LibraryParts, Neighbours } from "./library-parts.js";

const KEY = "leaklens-keep";

/** The other tabs of this page; undefined where the browser cannot reach them. */
function otherTabs(): Neighbours | undefined {
  if (typeof BroadcastChannel === "undefined") return undefined;
  const channel = new BroadcastChannel("leaklens-library");
  return {
    changed: () => channel.postMessage("changed"),
    listen: (changed) => channel.addEventListener("message", changed),
  };
}

/** The parts of the library in this browser. */
const BROWSER: LibraryParts = {
  stores: browserStores,
  room: async () => {
    const estimate = await navigator.storage?.estimate?.();
    if (!estimate || estimate.quota === undefined) return undefined;
    return { used: estimate.usage ?? 0, quota: estimate.quota };
  },
  hash: async (bytes) => {
    // Without a secure context there is no subtle crypto; the worker names what it reads anyway.
    if (!globalThis.crypto?.subtle) return undefined;
    const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
    return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("");
  },
  now: () => Date.now(),
  setting: {
    get: () => {
      try {
        return localStorage.getItem(KEY) !== "off";
      } catch {
        return true;
      }
    },
    set: (on) => {
      try {
        if (on) localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, "off");
      } catch {
        // Storage is refused altogether: then nothing is kept anyway.
      }
    },
  },
};

let library: FileLibrary | undefined;

/** The one library of the page. */
export function browserLibrary(): FileLibrary {
  library ??= new FileLibrary({ ...BROWSER, neighbours: otherTabs() });
  return library;
}
