import { openStore } from "../../stores/open-store.js";
import type { AskStore } from "../../stores/store-answer.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Io } from "../command.js";
import { InputError, Interrupted } from "../exit-code.js";
import { work } from "../run-work.js";
import type { Input } from "./input.js";
import { type ReadLimits, readAll } from "./read-limited.js";

const WORDS = INPUT_WORDS.read;

/** The variable of the environment that has a store's bearer token. */
const TOKEN = "LEAKLENS_STORE_TOKEN";
/** A store reads many blocks before it answers: a minute until it begins, then not a byte at a time. */
const LIMITS: ReadLimits = { most: 256 << 20, patience: 60_000, pace: 1 };

/**
 * Reads a heap from a store, by an address like `pyroscope+https://host/?query={…}&from=now-1h`.
 * What it is of, the mean of so many scrapes or one of them, is told on standard error.
 * @throws InputError, ProfileError, Interrupted
 */
export async function readStore(address: string, io: Io, limits = LIMITS): Promise<Input> {
  const ask = asking(io, limits);
  const { name, bytes, notice } = await openStore(address, Date.now(), ask, (steps) =>
    work(steps, io.signal),
  );
  io.err(`${name}: ${notice}`);
  return { name, bytes };
}

function asking({ env, signal }: Io, limits: ReadLimits): AskStore {
  const token = env[TOKEN];
  return async ({ url, method, headers, body }) => {
    const { host } = new URL(url);
    const stopped = new AbortController();
    const waiting = setTimeout(() => stopped.abort(), limits.patience);
    try {
      const response = await fetch(url, {
        method,
        // A name and password of the address come before the environment's token.
        headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
        body: body ?? null,
        redirect: "manual",
        signal: AbortSignal.any([signal, stopped.signal]),
      });
      clearTimeout(waiting);
      if (response.status >= 300 && response.status < 400) {
        throw new InputError(`${host}: ${WORDS.elsewhere(response.status, TOKEN)}`);
      }
      const bytes = await readAll(host, response.body ?? nothing(), limits, signal, () =>
        stopped.abort(),
      );
      return { status: response.status, bytes };
    } catch (error) {
      if (signal.aborted) throw new Interrupted();
      if (error instanceof InputError) throw error;
      if (stopped.signal.aborted) {
        throw new InputError(`${host}: ${WORDS.silentStore(limits.patience / 1000)}`);
      }
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new InputError(`${host}: ${cause instanceof Error ? cause.message : String(cause)}`);
    } finally {
      clearTimeout(waiting);
      stopped.abort();
    }
  };
}

async function* nothing(): AsyncIterable<Uint8Array> {}
