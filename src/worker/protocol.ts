import type { FileFacts, FrameNames, FunctionTable } from "../engine/answers.js";
import type { EngineAsks } from "../engine/engine.js";
import type { Question } from "../engine/question.js";
import type { ExportAsk, ExportedFile } from "../export/what-is-exported.js";
import type { LinkAsk } from "../link/create-link.js";
import type { EncodedLink } from "../link/encode.js";
import type { Language } from "../words/language.js";

/** What can be asked, what goes with the question, and what comes back. */
export interface Asks extends EngineAsks {
  export: { with: ExportAsk; answer: ExportedFile };
  link: { with: LinkAsk; answer: EncodedLink };
  /** the picture of a question is made ready for when it is asked */
  foresee: { with: undefined; answer: null };
  /** the table, made when there is time: any question of the screen ends it */
  sheet: { with: undefined; answer: FunctionTable };
}

export type AskName = keyof Asks;

/** What comes back for a question. */
export type Reply<K extends AskName> =
  /** with the names that its frames are numbered by, where the page was not told them before */
  | { readonly answer: Asks[K]["answer"]; readonly names?: FrameNames }
  | { readonly failure: Failure }
  | { readonly cancelled: true };

/** Something is being done: told while it lasts. */
export interface Progress {
  /** file being read, or the question's name */
  readonly of: string;
  readonly doing: "unpacking" | "decoding" | "building";
  /** 0 to 1 */
  readonly share: number;
}

/** Bytes of one input: several files where it is an archive. */
export interface OpenedInput {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly facts: FileFacts;
}

/** A failure as plain data: exceptions lose their fields between threads. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
  readonly byte: number | undefined;
}

/** A profile that is built in, and the answers to what a page asks of a file. */
export interface Trial {
  readonly opened: OpenedInput;
  readonly names: FrameNames | undefined;
  readonly answers: { readonly [K in AskName]?: Asks[K]["answer"] };
}

/** What the worker does for the page. */
export interface WorkerApi {
  /** Told to this function from now on. */
  onProgress(listener: (progress: Progress) => void): void;
  /** What is answered from now on, and what fails, is told in a language. */
  speak(language: Language): Promise<void>;
  /** Reads one file; its bytes are moved here. An archive gives several files. */
  open(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ opened: readonly OpenedInput[]; failure: Failure | undefined }>;
  /** Opens what a self-contained link carries; see docs/permalinks.md. */
  openLink(
    data: string,
  ): Promise<
    | { opened: readonly OpenedInput[]; view: string; restShare: number; failure: undefined }
    | { failure: Failure }
  >;
  /** The names that an answer's `namesId` stands for; undefined where their files were closed. */
  names(id: number): Promise<FrameNames | undefined>;
  /** The stored bytes of an opened file, to be kept or sent along. */
  bytes(hash: string): Promise<Uint8Array | undefined>;
  close(hashes: readonly string[]): Promise<void>;
  /**
   * Prepares for files until the first one comes. Gives what the page can prepare itself with, as
   * soon as it is there; undefined where a file came before.
   */
  warmUp(): Promise<Trial | undefined>;
  /** A newer question of the same name takes the place of an older one. */
  ask<K extends AskName>(name: K, question: Question, extra: Asks[K]["with"]): Promise<Reply<K>>;
  cancel(): Promise<void>;
  /** Answered at once by a worker that lives. */
  alive(): Promise<void>;
  /** Holds a lock of the browser as long as the worker lives; false where it has no locks. */
  holdLock(name: string): Promise<boolean>;
}
