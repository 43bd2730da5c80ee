import { Cancelled } from "../lib/cancelled-error.js";
import { must } from "../lib/must.js";
import { SESSION_WORDS } from "../words/session-words.js";
import { type EngineClient, WorkerEnded } from "../worker/client.js";
import type { OpenedInput } from "../worker/protocol.js";
import { FetchError, Redirected } from "./fetch-profile.js";
import { type Input, readInput, Stalled } from "./input.js";
import { messageOf } from "./request-runner.js";
import type { PageStore, Problem, Reading, Remedy } from "./store.js";

/** A file that was opened, with its address where it has one. */
export interface OpenedHere extends OpenedInput {
  readonly url: string;
}

/** What openings need of the session. */
export interface OpeningParts {
  readonly store: PageStore;
  client(): EngineClient;
  /** A file is open in the worker; `input` gets its bytes once more where that is needed. */
  opened(files: readonly OpenedHere[], input: Input): void;
  /** Takes a text that is read beside profiles; false where it is none. */
  beside(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Shows a problem, or shows another one in its place. @returns its number */
  problem(problem: Omit<Problem, "id">, instead?: number): number;
  /** Opens inputs once more. */
  again(inputs: readonly Input[]): void;
  /** Opens an input although its host sends on to another one. */
  onward(input: Input): void;
}

/** So many inputs are read at a time: one that is silent holds up none of the others. */
const AT_ONCE = 8;
/** When nothing came of any input for so long (milliseconds), what is there is shown. */
const QUIET_MS = 2000;
/** A file during which the worker ended is given to a new one so many times. */
const ATTEMPTS = 2;

let readings = 0;

/** Files of one drop, one choice or one link on their way to the worker. */
export class Opening {
  private readonly controller = new AbortController();
  private readonly found: (readonly OpenedHere[] | undefined)[];
  /** files of `found` that were handed out already */
  private readonly taken = new Set<number>();
  private readonly cards = new Map<string, { id: number; inputs: Input[] }>();
  private decoding = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parts: OpeningParts,
    private readonly inputs: readonly Input[],
  ) {
    this.found = inputs.map(() => undefined);
  }

  /** Whether the person pressed Cancel. */
  get cancelled(): boolean {
    return this.controller.signal.aborted;
  }

  cancel(): void {
    this.controller.abort();
  }

  /**
   * Reads all inputs and opens them in the worker. `show` is called with what is open: once for
   * most, and before the rest where some inputs keep silent. Failures are told for each.
   */
  async run(show: (opened: readonly OpenedHere[]) => Promise<void>): Promise<void> {
    let shown: Promise<void> = Promise.resolve();
    const showSome = (): void => {
      const some = this.take();
      if (some.length > 0 && !this.cancelled) shown = shown.then(() => show(some));
    };
    const stir = (): void => {
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => {
        if (this.decoding > 0) stir();
        else showSome();
      }, QUIET_MS);
    };
    stir();
    const turns = this.inputs.keys();
    const work = async (): Promise<void> => {
      for (const i of turns) {
        await this.openOne(i, stir);
        stir();
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, this.inputs.length) }, work));
    clearTimeout(this.quiet);
    showSome();
    await shown;
  }

  private take(): OpenedHere[] {
    const some: OpenedHere[] = [];
    for (const [i, files] of this.found.entries()) {
      if (!files || this.taken.has(i)) continue;
      this.taken.add(i);
      some.push(...files);
    }
    return some;
  }

  private async openOne(i: number, stir: () => void): Promise<void> {
    const input = must(this.inputs[i], "an input that is opened");
    const reading = beginReading(this.parts.store, input);
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          await this.attempt(i, reading, stir);
          return;
        } catch (error) {
          if (!(error instanceof WorkerEnded) || attempt >= ATTEMPTS || this.cancelled) throw error;
        }
      }
    } catch (error) {
      if (!this.cancelled && !(error instanceof Cancelled)) this.tell(input, error);
    } finally {
      reading.done();
    }
  }

  private async attempt(i: number, reading: ReadingEntry, stir: () => void): Promise<void> {
    const input = must(this.inputs[i], "an input that is opened");
    const { signal } = this.controller;
    const bytes = await readInput(input, signal, (got, size) => {
      reading.onBytes(got, size);
      stir();
    });
    if (signal.aborted) throw new Cancelled();
    if (await this.parts.beside(input.name, bytes)) return;
    this.decoding++;
    try {
      const { opened, failure } = await this.parts.client().open(input.name, bytes);
      if (failure && failure.name !== "Cancelled" && !this.cancelled) {
        this.card(input, { message: failure.message, hint: failure.hint }, undefined);
      }
      const files = opened.map((o) => ({ ...o, url: input.url ?? "" }));
      this.parts.opened(files, input);
      this.found[i] = files;
    } finally {
      this.decoding--;
    }
  }

  private tell(input: Input, error: unknown): void {
    const message = messageOf(error);
    const known = error instanceof FetchError || error instanceof Stalled;
    const hint = known ? error.hint : SESSION_WORDS.openAgain;
    const { parts } = this;
    if (error instanceof Redirected) {
      const remedy = { label: SESSION_WORDS.followIt, run: () => parts.onward(input) };
      this.card(input, { message, hint }, () => remedy);
      return;
    }
    this.card(input, { message, hint }, (inputs) => ({
      label: SESSION_WORDS.tryAgain,
      run: () => parts.again(inputs),
    }));
  }

  /** Files that failed for the same reason share one card. */
  private card(
    input: Input,
    said: { message: string; hint: string },
    remedy: ((inputs: readonly Input[]) => Remedy) | undefined,
  ): void {
    const key = `${said.message}\n${said.hint}`;
    const card = this.cards.get(key);
    const inputs = [...(card?.inputs ?? []), input];
    const of = namesOf(inputs.map((i) => i.name));
    const problem = { of, ...said, ...(remedy ? { remedy: remedy(inputs) } : {}) };
    const id = this.parts.problem(problem, card?.id);
    this.cards.set(key, { id, inputs });
  }
}

const NAMED = 3;

function namesOf(names: readonly string[]): string {
  const named = names.length <= NAMED ? names : names.slice(0, NAMED - 1);
  return SESSION_WORDS.names(named, names.length - named.length);
}

/** A file that is being read, as the page shows it. */
export interface ReadingEntry {
  onBytes(got: number, size: number): void;
  done(): void;
}

/** Shows that a file is being read, until `done` is called. */
export function beginReading(
  store: PageStore,
  input: Pick<Input, "name" | "host">,
  counted: Reading["counted"] = "bytes",
): ReadingEntry {
  const id = ++readings;
  const entry = { id, name: input.name, host: input.host ?? "", counted, got: 0, size: 0 };
  store.setState((s) => ({ reading: [...s.reading, entry] }));
  return {
    onBytes: (got, size) =>
      store.setState((s) => ({
        reading: s.reading.map((r) => (r.id === id ? { ...r, got, size } : r)),
      })),
    done: () =>
      store.setState((s) => ({
        reading: s.reading.filter((r) => r.id !== id),
        ...(s.pending.size === 0 ? { progress: undefined } : {}),
      })),
  };
}
