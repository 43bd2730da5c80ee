import { Cancelled } from "../lib/cancelled-error.js";
import { SESSION_WORDS } from "../words/session-words.js";

/** What a reading tells, and how it is ended. */
export interface ReadControl {
  readonly signal: AbortSignal;
  /** bytes that are here, and how many there will be; 0 where nobody says */
  onBytes(got: number, size: number): void;
}

/** A file to be opened: its name, and how to get at its bytes. */
export interface Input {
  readonly name: string;
  /** with the folders of a drop, where there are some */
  readonly path?: string;
  /** The file itself, of which parts can be read; none where all of it has to be. */
  file?(): Promise<File>;
  /** http(s) address that a link can name */
  readonly url?: string;
  /** host that is asked for it; none for a file of this machine */
  readonly host?: string;
  /** Gets the bytes; may be called again, when the worker that was given them is gone. */
  read(control: ReadControl): Promise<Uint8Array>;
}

/** Of a folder no more files are found than these; not all of them are opened. */
export const MAX_COUNTED = 100_000;

/** More files than this are not opened together. */
const MAX_FILES = 1000;

/** As many inputs as are opened together; it is told where there are none, or more. */
export function firstInputs(
  inputs: readonly Input[],
  tell: (problem: { of: string; message: string; hint: string }) => void,
): readonly Input[] {
  const { drop, theDrop } = SESSION_WORDS;
  if (inputs.length === 0) tell({ of: theDrop, message: drop.empty, hint: drop.emptyHint });
  if (inputs.length > MAX_FILES) {
    const of = drop.rest(inputs.length - MAX_FILES, inputs.length >= MAX_COUNTED);
    tell({ of, message: drop.most(MAX_FILES), hint: drop.mostHint });
  }
  return inputs.slice(0, MAX_FILES);
}

/** Why nothing more came of a file. */
export class Stalled extends Error {
  readonly hint: string;

  constructor(host: string, seconds: number) {
    super(SESSION_WORDS.fetch.stalled(host, seconds));
    this.name = "Stalled";
    this.hint = SESSION_WORDS.fetch.stalledHint;
  }
}

/** A reading that brings nothing for so long (milliseconds) is given up. */
const STALL_MS = 30_000;

/**
 * Reads an input, and gives up when nothing comes any more.
 * @throws Cancelled when `signal` says so; Stalled; whatever the reading throws
 */
export function readInput(
  input: Input,
  signal: AbortSignal,
  onBytes: ReadControl["onBytes"],
  stall = STALL_MS,
): Promise<Uint8Array> {
  const own = new AbortController();
  return new Promise<Uint8Array>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const give = (error: Error): void => {
      reject(error);
      own.abort();
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => give(new Stalled(input.host ?? "", stall / 1000)), stall);
    };
    const cancelled = (): void => give(new Cancelled());
    if (signal.aborted) {
      cancelled();
      return;
    }
    signal.addEventListener("abort", cancelled, { once: true });
    wait();
    input
      .read({
        signal: own.signal,
        onBytes: (got, size) => {
          if (own.signal.aborted) return;
          wait();
          onBytes(got, size);
        },
      })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener("abort", cancelled);
      });
  });
}
