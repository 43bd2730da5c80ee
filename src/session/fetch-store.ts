import { Cancelled } from "../lib/cancelled-error.js";
import { runSteps } from "../lib/run-steps.js";
import { openStore } from "../stores/open-store.js";
import type { AskStore } from "../stores/store-answer.js";
import { SESSION_WORDS } from "../words/session-words.js";
import { FetchError, readBounded, refuseMixed } from "./fetch-profile.js";
import type { ReadControl } from "./input.js";

/**
 * Reads a heap from a store, as one file. Only called after the person confirmed the host.
 * @param address as `parseStoreAddress` reads it
 * @throws FetchError in words where a browser may not ask, ProfileError where the answer is none
 */
export async function fetchFromStore(
  address: string,
  control: ReadControl,
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal } = control;
  const run = <T>(steps: Generator<number, T>) =>
    runSteps(
      steps,
      () => {},
      () => signal.aborted,
    );
  return (await openStore(address, Date.now(), asking(control), run)).bytes;
}

function asking(control: ReadControl): AskStore {
  return async ({ url, method, headers, body }) => {
    const at = new URL(url);
    refuseMixed(at, SESSION_WORDS.fetch.inTerminal);
    let response: Response;
    try {
      response = await fetch(at, {
        method,
        headers,
        body: body ?? null,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "manual",
        signal: control.signal,
      });
    } catch {
      if (control.signal.aborted) throw new Cancelled();
      throw new FetchError(
        SESSION_WORDS.store.unreadable(at.host),
        SESSION_WORDS.store.unreadableHint,
      );
    }
    if (response.type === "opaqueredirect") {
      throw new FetchError(
        SESSION_WORDS.store.redirected(at.host),
        SESSION_WORDS.store.redirectedHint,
      );
    }
    return { status: response.status, bytes: await readBounded(response, control) };
  };
}
