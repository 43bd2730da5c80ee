import { readFileSync } from "node:fs";
import type { Address } from "../../src/session/address.js";
import type { Keeper } from "../../src/session/file-store.js";
import type { Input } from "../../src/session/input.js";
import { isBusy } from "../../src/session/screen.js";
import { Session } from "../../src/session/session.js";
import { makeStore, type PageStore } from "../../src/session/store.js";
import type { Language } from "../../src/words/language.js";
import type { ConnectionEvents } from "../../src/worker/connection.js";
import { Service } from "../../src/worker/service.js";
import { until } from "./until.js";

/** An address without a browser: a list of fragments, and where in it one is. */
export class FakeAddress implements Address {
  readonly entries: string[];
  private at = 0;
  private moved: () => void = () => {};

  constructor(first = "") {
    this.entries = [first];
  }

  fragment(): string {
    return this.entries[this.at]!;
  }

  write(fragment: string, how: "push" | "replace"): void {
    if (how === "push" && fragment !== this.fragment()) {
      this.entries.splice(this.at + 1, Number.POSITIVE_INFINITY, fragment);
      this.at++;
    } else this.entries[this.at] = fragment;
  }

  onMove(listener: () => void): void {
    this.moved = listener;
  }

  back(): void {
    this.at = Math.max(0, this.at - 1);
    this.moved();
  }

  /** The person opens a link. */
  go(fragment: string): void {
    this.write(fragment, "push");
    this.moved();
  }
}

/** A library in memory. */
class FakeKeeper implements Keeper {
  readonly kept = new Map<string, Uint8Array>();

  async get(hash: string): Promise<Uint8Array | undefined> {
    return this.kept.get(hash)?.slice();
  }

  async put(hash: string, _name: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(hash, bytes.slice());
  }

  together(): void {}
}

/** A worker in the same thread: the engine itself, with calls that can be cut off. */
export class FakeWorker {
  readonly service = new Service();
  /** names of the questions that were asked of it */
  readonly asked: string[] = [];
  /** hashes of files that it was told to close */
  readonly closed: string[] = [];
  stopped = false;
  /** calls are not answered while this is set; it has not ended */
  silent = false;
  private gate: { readonly name: string; readonly open: Promise<void> } | undefined;

  constructor(readonly events: ConnectionEvents) {
    this.service.onProgress(events.progress);
  }

  /** Ends as a worker does: nothing comes back any more, and it is told. */
  end(why = "it ended"): void {
    this.stopped = true;
    this.events.ended(why);
  }

  /** Holds back questions of one name until the function given back is called. */
  hold(name: string): () => void {
    let release: () => void = () => {};
    const open = new Promise<void>((done) => {
      release = done;
    });
    this.gate = { name, open };
    return () => {
      this.gate = undefined;
      release();
    };
  }

  readonly api = {
    speak: (language: Language) => this.answer(() => this.service.speak(language)),
    open: (name: string, bytes: Uint8Array) => this.answer(() => this.service.open(name, bytes)),
    openLink: (data: string) => this.answer(() => this.service.openLink(data)),
    names: (id: number) => this.answer(() => this.service.names(id)),
    bytes: (hash: string) => this.answer(() => this.service.bytes(hash)),
    close: (hashes: readonly string[]) => {
      this.closed.push(...hashes);
      return this.answer(() => this.service.close(hashes));
    },
    ask: ((name: "picture", question: never, extra: never) => {
      this.asked.push(name);
      return this.answer(async () => {
        if (this.gate?.name === name) await this.gate.open;
        return this.service.ask(name, question, extra);
      });
    }) as Service["ask"],
    cancel: () => this.answer(() => this.service.cancel()),
    alive: () => this.answer(() => this.service.alive()),
    holdLock: async () => false,
    warmUp: () => this.answer(() => this.service.warmUp()),
  };

  private async answer<T>(work: () => Promise<T>): Promise<T> {
    const found = this.silent || this.stopped ? undefined : await work();
    if (this.silent || this.stopped) return new Promise<T>(() => {});
    return found as T;
  }
}

/** A page without a browser: what it shows is painted as soon as it is there. */
export class FakePage {
  readonly store: PageStore = makeStore();
  readonly keeper = new FakeKeeper();
  readonly workers: FakeWorker[] = [];
  readonly session: Session;

  /** @param broken a worker is given this reason to end as soon as it is made */
  constructor(
    readonly address = new FakeAddress(),
    public broken = "",
  ) {
    this.session = new Session({
      store: this.store,
      address,
      connect: (events) => {
        const worker = new FakeWorker(events);
        this.workers.push(worker);
        if (this.broken) {
          worker.silent = true;
          const why = this.broken;
          setTimeout(() => events.ended(why), 1);
        }
        return { api: worker.api, stop: () => (worker.stopped = true) };
      },
    });
    this.store.subscribe(({ answers, painted }) => {
      const after = answers.picture?.key ?? "";
      const before = answers.before?.key ?? "";
      if (painted.after !== after || painted.before !== before) {
        this.store.setState({ painted: { before, after } });
      }
    });
  }

  get state() {
    return this.store.getState();
  }

  get worker(): FakeWorker {
    return this.workers.at(-1)!;
  }

  async start(): Promise<this> {
    await this.session.start(this.keeper);
    return this;
  }

  /** Waits until nothing is asked, read or painted. */
  settled(): Promise<void> {
    return until(() => !isBusy(this.state, true), "the page stays busy");
  }

  async open(...inputs: Input[]): Promise<void> {
    await this.session.open(inputs);
    await this.settled();
  }

  get shownNames(): string[] {
    return this.state.view.files.map((f) => f.name);
  }

  get problems(): string[] {
    return this.state.problems.map((p) => `${p.of}: ${p.message}`);
  }
}

const STORM = new URL("../fixtures/configmap-list-storm/", import.meta.url);

/** A file of the storm as an input. */
export function storm(name: string): Input {
  const file = `${name}.pb.gz`;
  return { name: file, read: async () => new Uint8Array(readFileSync(new URL(file, STORM))) };
}
