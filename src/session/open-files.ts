import { release } from "../lib/release.js";
import type { FileRef } from "../view/view.js";
import type { EngineClient } from "../worker/client.js";
import { type Keeper, NO_KEEPER } from "./file-store.js";
import { type Input, readInput } from "./input.js";
import { beginReading, type OpenedHere } from "./openings.js";
import type { OpenFile, PageStore } from "./store.js";

/** The library is given so long (milliseconds) for one file. */
const KEPT_MS = 8000;
/** So many files are brought to the worker at a time. */
const AT_ONCE = 4;

/**
 * The files of the view, between the places that have their bytes and the worker: it is given
 * what it lacks, and gives back what nobody needs any more.
 */
export class OpenFiles {
  keeper: Keeper = NO_KEEPER;
  /** the self-contained link that files of the view came from */
  carried: { readonly data: string; readonly hashes: readonly string[] } | undefined;
  /** files in use that the view does not show: opened right now, or being kept */
  private readonly pins = new Map<string, number>();
  /** how the bytes of a file were got, for when they are needed once more */
  private readonly sources = new Map<string, Input>();
  private stop = new AbortController();

  constructor(
    private readonly store: PageStore,
    private readonly client: () => EngineClient,
    /** called when nothing is open, opened or kept any more */
    private readonly empty: () => void = () => {},
  ) {}

  /** Files are open in the worker, and stay so until `unpin`. */
  opened(files: readonly OpenedHere[], input: Input): void {
    for (const { hash } of files) {
      this.sources.set(hash, input);
      this.pins.set(hash, (this.pins.get(hash) ?? 0) + 1);
    }
  }

  /** A file that an index names is at hand. */
  atHand(hash: string, input: Input): void {
    this.sources.set(hash, input);
  }

  /** Ends what `opened` began. */
  unpin(files: readonly OpenedHere[]): void {
    for (const { hash } of files) {
      const left = (this.pins.get(hash) ?? 0) - 1;
      if (left > 0) this.pins.set(hash, left);
      else this.pins.delete(hash);
    }
    this.release();
  }

  /** What the worker found in files. */
  keepFacts(opened: readonly OpenedHere[]): void {
    this.store.setState((s) => {
      const files = new Map(s.files);
      for (const { hash, name, size, url, facts } of opened) {
        const file: OpenFile = { hash, name, size, url, facts };
        files.set(hash, file);
      }
      return { files };
    });
  }

  /** Gives the worker those files that it lacks, from where they can be had. */
  async provide(wanted: readonly FileRef[]): Promise<void> {
    this.stop.abort();
    this.stop = new AbortController();
    const { signal } = this.stop;
    const { carried } = this;
    if (carried && wanted.some((f) => this.lacks(f) && carried.hashes.includes(f.hash))) {
      const found = await this.client().openLink(carried.data);
      if (!found.failure) this.keepFacts(found.opened.map((o) => ({ ...o, url: "" })));
    }
    const turns = wanted.filter((f) => this.lacks(f)).values();
    const work = async (): Promise<void> => {
      for (const ref of turns) if (!signal.aborted) await this.provideOne(ref, signal);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Files are not waited for any more. */
  cancel(): void {
    this.stop.abort();
  }

  private lacks(file: FileRef): boolean {
    return !this.client().holds(file.hash);
  }

  private async provideOne(ref: FileRef, signal: AbortSignal): Promise<void> {
    const kept: Input = {
      name: ref.name,
      read: async () => {
        const bytes = await this.keeper.get(ref.hash);
        if (!bytes) throw new Error("the file is not kept");
        return bytes;
      },
    };
    const source = this.sources.get(ref.hash);
    const ways: readonly (readonly [Input, number | undefined])[] = [
      [kept, KEPT_MS],
      ...(source ? [[source, undefined] as const] : []),
    ];
    for (const [input, limit] of ways) {
      const reading = beginReading(this.store, input);
      try {
        const bytes = await readInput(input, signal, reading.onBytes, limit);
        const { opened } = await this.client().open(ref.name, bytes);
        this.keepFacts(opened.map((o) => ({ ...o, url: ref.url })));
        if (!this.lacks(ref)) return;
      } catch {
        // The next way is tried; a file that no way leads to is asked of the person by name.
      } finally {
        reading.done();
      }
      if (signal.aborted) return;
    }
  }

  /** Stores files for the next visit. */
  async keep(
    opened: readonly OpenedHere[],
    together: readonly FileRef[],
    bytesOf: (hash: string) => Promise<Uint8Array | undefined>,
  ): Promise<void> {
    for (const { hash, name } of opened) {
      // A file whose bytes are gone with a worker is not kept: it stays open all the same.
      const bytes = await bytesOf(hash).catch(() => undefined);
      if (!bytes) continue;
      await this.keeper.put(hash, name, bytes);
      // They were copied twice for this alone: in the worker, and to where they are kept.
      release(bytes);
    }
    if (together.length > 0) this.keeper.together(together);
  }

  /** Closes what the view does not show in the worker. It comes back from where it was got. */
  release(): void {
    const { view, files } = this.store.getState();
    const shown = new Set(view.files.map((f) => f.hash));
    const free = (hash: string): boolean => !shown.has(hash) && !this.pins.has(hash);
    const nothing = shown.size === 0 && this.pins.size === 0;
    if (nothing) this.empty();
    this.client().close(this.client().holding.filter(free));
    if ([...files.keys()].some(free)) {
      this.store.setState({ files: new Map([...files].filter(([hash]) => !free(hash))) });
    }
  }
}
