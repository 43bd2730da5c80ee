import { indexAddress, isIndexAddress, webAddressOfIndex } from "../fleet/index-scheme.js";
import { Cancelled } from "../lib/cancelled-error.js";
import { must } from "../lib/must.js";
import { INDEXES_WORDS } from "../words/session-words.js";
import type { ReadIndex } from "../worker/index-client.js";
import type { IndexSource } from "../worker/index-protocol.js";
import { refuseMixed } from "./fetch-profile.js";
import type { Input } from "./input.js";
import { beginReading } from "./openings.js";
import type { Problems } from "./problems.js";
import { messageOf } from "./request-runner.js";
import type { OpenIndex, PageStore } from "./store.js";

const WORDS = INDEXES_WORDS;

/** What indexes need of the session. */
export interface IndexParts {
  readonly store: PageStore;
  readonly problems: Problems;
  readonly read: ReadIndex | undefined;
  /** The index takes the place of what is seen. */
  show(): unknown;
  /** Bytes of a file that the index names can be had from an input. */
  source(hash: string, input: Input): void;
}

/** Opens indexes of many profiles: one is open at a time, beside the profiles. */
export class Indexes {
  private stop: AbortController | undefined;
  /** settled when what is being read is read, or was given up */
  reading: Promise<void> = Promise.resolve();

  constructor(private readonly parts: IndexParts) {}

  /**
   * Takes inputs that are an index: files of its tables, with those of its profiles beside them, or
   * its address. @returns false where there is none among them
   */
  takes(inputs: readonly Input[]): boolean {
    if (!this.parts.read) return false;
    const address = inputs.find(({ url }) => url !== undefined && isIndexAddress(url))?.url;
    const tables = inputs.filter((input) => input.file && /\.parquet$/i.test(input.name));
    if (address !== undefined) {
      this.reading = this.readAddress(indexAddress(address));
      return true;
    }
    if (tables.length === 0) return false;
    this.reading = this.readFiles(
      tables,
      inputs.filter((input) => !tables.includes(input)),
    );
    return true;
  }

  /** The addresses of a link that are not open yet. */
  unopened(urls: readonly string[]): readonly string[] {
    const open = this.parts.store.getState().index?.address;
    return urls.filter((url) => url !== open);
  }

  cancel(): void {
    this.stop?.abort();
  }

  private async readAddress(address: string): Promise<void> {
    const url = new URL(webAddressOfIndex(address));
    await this.run({ name: address, host: url.host }, address, async () => {
      refuseMixed(url, WORDS.byHand);
      return { kind: "address", address };
    });
  }

  private async readFiles(tables: readonly Input[], beside: readonly Input[]): Promise<void> {
    const folder = folderOf(tables);
    const open = await this.run({ name: folder }, "", async () => {
      const files = tables.map(async ({ name, path, file }) => ({
        path: path ?? name,
        file: await file?.(),
      }));
      const found = await Promise.all(files);
      return {
        kind: "files",
        files: found.flatMap(({ path, file }) => (file ? [{ path, file }] : [])),
      };
    });
    if (open) this.connect(open, beside);
  }

  /** Files that were dropped with an index open from its rows: those whose path ends alike. */
  private connect({ fleet }: OpenIndex, beside: readonly Input[]): void {
    const byName = new Map<string, Input[]>();
    for (const input of beside) byName.set(input.name, [...(byName.get(input.name) ?? []), input]);
    fleet.profiles.file.forEach((file, p) => {
      const parts = file.split(/[\\/]/);
      const inputs = byName.get(parts.at(-1) ?? "") ?? [];
      const alike = (input: Input) => endsAlike(parts, (input.path ?? input.name).split("/"));
      const best = inputs.reduce<Input | undefined>(
        (a, b) => (a && alike(a) >= alike(b) ? a : b),
        undefined,
      );
      const hash = fleet.profiles.id[p];
      if (best && hash !== undefined) this.parts.source(hash, best);
    });
  }

  private async run(
    of: { name: string; host?: string },
    address: string,
    source: () => Promise<IndexSource>,
  ): Promise<OpenIndex | undefined> {
    const { store, problems } = this.parts;
    const read = must(this.parts.read, "a way to read indexes");
    this.stop?.abort();
    const stop = new AbortController();
    this.stop = stop;
    const reading = beginReading(store, of, "files");
    problems.forget(of.name);
    try {
      const { fleet, ...more } = await read(await source(), stop.signal, reading.onBytes);
      if (stop.signal.aborted) return undefined;
      const index: OpenIndex = { name: webAddressOfIndex(of.name), address, fleet };
      store.setState({ index, offered: [] });
      this.parts.show();
      const [first] = more.problems;
      if (first) {
        const message = WORDS.someFailed(more.failed, first.name, first.message);
        problems.tell({ of: of.name, message, hint: WORDS.someFailedHint });
      }
      return index;
    } catch (error) {
      if (stop.signal.aborted || error instanceof Cancelled) return undefined;
      const hint = error instanceof Error && "hint" in error ? String(error.hint) : "";
      problems.tell({ of: webAddressOfIndex(of.name), message: messageOf(error), hint });
      return undefined;
    } finally {
      reading.done();
    }
  }
}

/** What dropped files are called: the folder above their tables. */
function folderOf(tables: readonly Input[]): string {
  const path = tables[0]?.path ?? "";
  const above = /(?:^|\/)([^/]+)\/(?:profiles|kinds|suspects|stacks|functions)\//.exec(path)?.[1];
  return above ?? (tables.length === 1 ? (tables[0]?.name ?? "") : WORDS.files(tables.length));
}

/** How many parts at the ends of two paths are the same. */
function endsAlike(a: readonly string[], b: readonly string[]): number {
  let same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}
