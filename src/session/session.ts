import type { ExportedFile } from "../export/what-is-exported.js";
import { bytesOfText } from "../profile/formats/pasted-base64.js";
import { fragmentToView, viewToFragment } from "../view/url.js";
import { DEFAULT_VIEW, type View } from "../view/view.js";
import { changed } from "../view/view-changes.js";
import type { Language } from "../words/language.js";
import { SESSION_WORDS } from "../words/session-words.js";
import { type EngineClient, WorkerEnded } from "../worker/client.js";
import type { Connect } from "../worker/connection.js";
import type { ReadIndex } from "../worker/index-client.js";
import type { AskName, Asks, Progress, Trial } from "../worker/protocol.js";
import type { Timers } from "../worker/watch.js";
import type { Address } from "./address.js";
import { addressInput, lentInput, nameOfAddress, pastedLink } from "./address-input.js";
import { EngineLink } from "./engine-link.js";
import { FilePlacement, QUIETLY } from "./file-placement.js";
import type { Keeper } from "./file-store.js";
import { Indexes } from "./indexes.js";
import { firstInputs, type Input } from "./input.js";
import { MetricsBeside } from "./metrics-beside.js";
import { OpenFiles } from "./open-files.js";
import { beginReading, type OpenedHere, Opening, type OpeningParts } from "./openings.js";
import { Problems } from "./problems.js";
import { messageOf, RequestRunner } from "./request-runner.js";
import { speakIn } from "./spoken.js";
import type { PageStore } from "./store.js";
import { hopelessFailure, workerProblem } from "./worker-problem.js";

export type { Input } from "./input.js";

/** What a session is made of; all of it can be replaced in tests. */
export interface SessionParts {
  readonly store: PageStore;
  readonly address: Address;
  readonly connect: Connect;
  readonly timers?: Timers;
  /** none where indexes are not read */
  readonly readIndex?: ReadIndex;
}

/**
 * Ties the view, the worker and the address together: whatever changes the view, the questions
 * it raises are asked, and the address is written.
 */
export class Session {
  readonly store: PageStore;
  private readonly address: Address;
  private readonly link: EngineLink;
  private readonly runner: RequestRunner;
  private readonly files: OpenFiles;
  private readonly openings = new Set<Opening>();
  private readonly openingParts: OpeningParts;
  private readonly problems: Problems;
  private readonly metrics: MetricsBeside;
  private readonly placement: FilePlacement;
  private readonly indexes: Indexes;
  /** number of the last time that files of the view were got from where they are */
  private turn = 0;
  private providing = false;
  /** settled when a new worker has the files of the view */
  private recovered: Promise<void> = Promise.resolve();
  /** the problem that tells of a worker's end: there is one at most */
  private workerCard: number | undefined;

  constructor({ store, address, connect, timers, readIndex }: SessionParts) {
    this.store = store;
    this.address = address;
    this.problems = new Problems(store);
    this.metrics = new MetricsBeside(store, this.problems);
    const progress = (progress: Progress) => store.setState({ progress });
    const ended = (why: string) => this.workerEnded(why);
    this.link = new EngineLink(connect, { progress, ended }, timers);
    const { client } = this.link;
    this.runner = new RequestRunner(store, client, () => this.link.hope());
    this.files = new OpenFiles(store, client, () => {
      const { openings, providing, runner } = this;
      if (openings.size === 0 && !providing && runner.asides === 0) this.link.renew();
    });
    this.placement = new FilePlacement({
      store,
      problems: this.problems,
      keepFacts: (opened) => this.files.keepFacts(opened),
      isHeld: (hash) => this.client.holds(hash),
      setOf: (view) => this.runner.setOf(view),
      change: (next, how) => this.change(next, how),
      sync: () => this.sync(),
    });
    this.indexes = new Indexes({
      store,
      problems: this.problems,
      read: readIndex,
      show: () => store.getState().view.files.length > 0 && this.change(DEFAULT_VIEW),
      source: (hash, input) => this.files.atHand(hash, input),
    });
    this.openingParts = {
      store,
      client,
      opened: (files, input) => this.files.opened(files, input),
      beside: (name, bytes) => this.metrics.takeFile(name, bytes),
      problem: (problem, instead) => this.problems.tell(problem, instead),
      again: (inputs) => void this.open(inputs),
      onward: (input) => void this.open([addressInput(input.name, input.url ?? "", true)]),
    };
  }

  private get client(): EngineClient {
    return this.link.client();
  }

  /** Starts to follow the address; called once. */
  async start(keeper: Keeper): Promise<void> {
    this.files.keeper = keeper;
    this.address.onMove(() => void this.follow(this.address.fragment()));
    await this.follow(this.address.fragment());
  }

  /** Whether nothing is open, nor on its way. */
  get idle(): boolean {
    const { view, reading } = this.store.getState();
    return view.files.length === 0 && reading.length === 0;
  }

  /** The page idles: what a file will need is made ready. Gives what the page can try itself on. */
  async warmUp(): Promise<Trial | undefined> {
    return this.idle ? this.client.warmUp().catch(() => undefined) : undefined;
  }

  /** Changes the view. `push` makes a step that the browser's back undoes. */
  change(change: Partial<View>, how: "push" | "replace" = "push"): void {
    const view = changed(this.store.getState().view, change);
    this.store.setState({ view });
    this.sync();
    this.write(view, how);
  }

  /**
   * Opens files beside those that are open, and shows the whole. `quietly`: what is shown and
   * compared stays, and nothing is kept, neither as a step of the browser nor in the library.
   */
  async open(inputs: readonly Input[], how: "first" | "quietly" = "first"): Promise<void> {
    if (this.indexes.takes(inputs)) return await this.indexes.reading;
    const some = firstInputs(inputs, (problem) => this.problems.tell(problem));
    if (some.length === 0) return;
    this.link.hope();
    const opening = new Opening(this.openingParts, some);
    this.openings.add(opening);
    const all: OpenedHere[] = [];
    let seen: View | undefined;
    try {
      await opening.run(async (opened) => {
        all.push(...opened);
        seen = await this.placement.show(opened, opening, how === "quietly" ? QUIETLY : seen);
      });
    } finally {
      this.openings.delete(opening);
    }
    if (!opening.cancelled && how !== "quietly") {
      const { view, missing } = this.store.getState();
      const whole =
        missing.length === 0 && all.some((o) => view.files.some((f) => f.hash === o.hash));
      await this.files.keep(all, whole ? view.files : [], (hash) => this.bytes(hash));
    }
    this.files.unpin(all);
    this.metrics.tell(all.length > 0);
  }

  /** The page, its worker and all answers are of a language; what is open stays open. */
  async speak(wanted: Language): Promise<void> {
    const { store, problems, link } = this;
    if (await speakIn(wanted, store, problems, link.client)) this.sync();
  }

  /** Opens pasted text: a link of this page, an answer of /metrics, or a profile as text. */
  async openText(text: string): Promise<void> {
    this.problems.forget(SESSION_WORDS.pastedText);
    const link = pastedLink(text);
    if (link) return await this.openFragment(link);
    if (this.metrics.take(SESSION_WORDS.pastedText, text)) {
      this.metrics.tell(false);
      return;
    }
    await this.open([{ name: SESSION_WORDS.pastedText, read: async () => bytesOfText(text) }]);
  }

  private async openFragment(find: () => Promise<string>): Promise<void> {
    try {
      const fragment = await find();
      this.address.write(fragment, "push");
      await this.follow(fragment);
    } catch (error) {
      this.problem(SESSION_WORDS.theAddress, messageOf(error));
    }
  }

  /** Fetches what the link gives addresses for; the person has seen and confirmed the host. */
  async fetchOffered(): Promise<void> {
    const { missing, offered } = this.store.getState();
    await this.open([
      ...missing.filter((f) => f.url).map(({ name, url }) => addressInput(name, url)),
      ...offered.map((url) => addressInput(nameOfAddress(url), url)),
    ]);
  }

  /** Takes one file out of the view; the last one leads back to the start. */
  closeFile(index: number): void {
    const { view } = this.store.getState();
    const files = view.files.filter((_, i) => i !== index);
    if (files.length === 0) {
      this.closeAll();
      return;
    }
    const move = (i: number) => (i > index ? i - 1 : i);
    const shown = Math.min(files.length - 1, move(view.shown));
    const base = view.base === index || move(view.base) === shown ? -1 : move(view.base);
    this.change({ files, shown, base: view.base < 0 ? view.base : base });
  }

  closeAll(): void {
    this.runner.forget();
    this.store.setState({ restShare: undefined });
    this.change(DEFAULT_VIEW);
  }

  /**
   * Stops what is being done. Files on their way are given up, and what is open stays; without any
   * the view goes back to what was seen before, unless its graph is there already.
   */
  async cancel(): Promise<void> {
    const openings = [...this.openings];
    for (const opening of openings) opening.cancel();
    this.indexes.cancel();
    this.files.cancel();
    await this.client.cancel();
    if (openings.length > 0) return this.runner.again();
    const { view } = this.store.getState();
    const { answered } = this.runner;
    if (view === answered || this.runner.settleForGraph()) return;
    if (answered.files.length === 0) this.closeAll();
    else this.change(answered, "replace");
  }

  /** Asks something that is not part of the screen: an export, a report. */
  once<K extends AskName>(name: K, extra: Asks[K]["with"]): Promise<Asks[K]["answer"]> {
    return this.lasting(() => this.runner.once(name, extra));
  }

  export(ask: Asks["export"]["with"]): Promise<ExportedFile> {
    return this.once("export", ask);
  }

  bytes(hash: string): Promise<Uint8Array | undefined> {
    return this.lasting(() => this.client.bytes(hash));
  }

  /** Tries once more after workers ended again and again. */
  retry(): void {
    this.link.hope();
    this.runner.restart();
    this.recovered = this.provide();
  }

  problem(of: string, message: string, hint = ""): void {
    this.problems.tell({ of, message, hint });
  }

  dismiss(id: number): void {
    this.problems.dismiss(id);
  }

  /** Brings the worker what the view needs, and takes from it what nobody needs. */
  private sync(): void {
    const { view } = this.store.getState();
    if (view.files.length === 0) this.runner.forget();
    if (this.link.hopeless) {
      this.runner.fail(hopelessFailure());
      return;
    }
    if (view.files.every((f) => this.client.holds(f.hash))) {
      this.runner.ask();
      this.files.release();
    } else if (!this.providing) void this.provide();
  }

  /** Gives the worker the files of the view; those that are nowhere are asked for. */
  private async provide(): Promise<void> {
    const turn = ++this.turn;
    this.providing = true;
    try {
      await this.files.provide(this.store.getState().view.files);
    } catch {
      // The worker ended: the next one is given them.
    }
    if (turn !== this.turn) return;
    this.providing = false;
    const { view } = this.store.getState();
    const missing = view.files.filter((f) => !this.client.holds(f.hash));
    this.store.setState({ missing });
    if (missing.length === 0) this.runner.ask();
    this.files.release();
  }

  private workerEnded(why: string): void {
    this.turn++;
    this.providing = false;
    this.runner.restart();
    const { view, reading } = this.store.getState();
    // Nothing is open and nothing is asked: nobody misses it, and the next use starts another.
    if (view.files.length === 0 && reading.length === 0) return;
    const { hopeless } = this.link;
    if (hopeless && view.files.length === 0) {
      // What was to be opened says so itself, with a way to try again.
      if (this.workerCard !== undefined) this.problems.dismiss(this.workerCard);
      return;
    }
    const problem = workerProblem(why, hopeless, () => this.retry());
    this.workerCard = this.problems.tell(problem, this.workerCard);
    if (hopeless) this.runner.fail(hopelessFailure());
    else this.recovered = this.provide();
  }

  /** Does what a worker's end interrupts once more, when the next one has the files. */
  private async lasting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WorkerEnded) || this.link.hopeless) throw error;
      await this.recovered;
      return await work();
    }
  }

  /** Follows an address: its view is shown, its files are got. */
  private async follow(fragment: string): Promise<void> {
    const turn = ++this.turn;
    this.providing = false;
    this.files.cancel();
    const { view, notices, extras } = fragmentToView(fragment);
    this.store.setState({ notices });
    if (extras.language) await this.speak(extras.language);
    if (turn !== this.turn) return;
    if (extras.data) {
      const opened = await this.openLink(extras.data, view, turn);
      if (opened || turn !== this.turn) return;
    }
    this.files.carried = undefined;
    if (extras.open?.length) {
      await this.open(extras.open.map(lentInput));
      return;
    }
    this.store.setState({
      view,
      missing: [],
      restShare: undefined,
      offered: this.indexes.unopened(extras.urls ?? []),
    });
    if (view.files.length === 0) this.sync();
    else await this.provide();
  }

  /** Opens what a self-contained link carries; `asked` is the view of the address. */
  private async openLink(data: string, asked: View, turn: number): Promise<boolean> {
    const reading = beginReading(this.store, { name: SESSION_WORDS.theLink });
    try {
      const found = await this.lasting(() => this.client.openLink(data));
      if (turn !== this.turn) return false;
      if (found.failure) {
        this.problem(SESSION_WORDS.theLink, found.failure.message, found.failure.hint);
        return false;
      }
      this.files.keepFacts(found.opened.map((o) => ({ ...o, url: "" })));
      const hashes = found.opened.map((o) => o.hash);
      const own = asked.files.length > 0 && asked.files.every((f) => hashes.includes(f.hash));
      this.files.carried = { data, hashes };
      this.store.setState({
        view: own ? asked : fragmentToView(found.view).view,
        restShare: found.restShare,
        missing: [],
        offered: [],
      });
      this.sync();
      return true;
    } catch (error) {
      this.problem(SESSION_WORDS.theLink, messageOf(error), SESSION_WORDS.reload);
      return false;
    } finally {
      reading.done();
    }
  }

  private write(view: View, how: "push" | "replace"): void {
    const { carried } = this.files;
    const held = carried && view.files.some((f) => carried.hashes.includes(f.hash));
    this.address.write(viewToFragment(view) + (held ? `&d=${carried.data}` : ""), how);
  }
}
