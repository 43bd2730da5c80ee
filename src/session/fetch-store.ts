import { Cancelled } from "../lib/cancelled-error.js";
import { runSteps } from "../lib/run-steps.js";
import { openStore } from "../stores/open-store.js";
import type { AskStore } from "../stores/store-answer.js";
import { FetchError, readBounded, refuseMixed } from "./fetch-profile.js";
import type { ReadControl } from "./input.js";

const IN_TERMINAL = "read it in a terminal: leaklens open 'ADDRESS'";

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
    refuseMixed(at, IN_TERMINAL);
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
        `${at.host} did not answer, or does not let other pages read its answers (CORS)`,
        `Parca must be started with --cors-allowed-origins, a proxy before Pyroscope must send Access-Control-Allow-Origin; or ${IN_TERMINAL}`,
      );
    }
    if (response.type === "opaqueredirect") {
      throw new FetchError(
        `${at.host} sends the page on to another address, as to a log-in`,
        `give the store's own address, or ${IN_TERMINAL}`,
      );
    }
    return { status: response.status, bytes: await readBounded(response, control) };
  };
}
