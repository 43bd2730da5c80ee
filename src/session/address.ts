/** The page's address, as far as the session reads and writes it. */
export interface Address {
  /** the fragment without "#" */
  fragment(): string;
  /** Writes a fragment, "" for none. `push` makes a step that the browser's back undoes. */
  write(fragment: string, how: "push" | "replace"): void;
  /** Told when the person went to another fragment. */
  onMove(listener: () => void): void;
}

/** Browsers that refuse rapid changes of the address let the next one pass after some time. */
const LATER_MS = 1000;

/**
 * The address of this window. Safari and Firefox refuse more than some hundred changes within
 * seconds: then the last one is written a little later, and what is seen does not wait for it.
 */
export function browserAddress(): Address {
  let late: { timer: number; fragment: string } | undefined;
  const attempt = (fragment: string, how: "push" | "replace"): void => {
    const address = fragment === "" ? location.pathname + location.search : `#${fragment}`;
    if (late) clearTimeout(late.timer);
    late = undefined;
    try {
      if (how === "push" && `#${fragment}` !== location.hash) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      late = {
        fragment,
        timer: window.setTimeout(() => attempt(fragment, how), LATER_MS),
      };
    }
  };
  return {
    fragment: () => late?.fragment ?? location.hash.replace(/^#/, ""),
    write: attempt,
    onMove: (listener) =>
      window.addEventListener("popstate", () => {
        // Where the person goes is newer than what was to be written.
        if (late) clearTimeout(late.timer);
        late = undefined;
        listener();
      }),
  };
}
