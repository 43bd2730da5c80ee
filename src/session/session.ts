import type { ExportedFile } from "../export/what-is-exported.js";
import { Cancelled } from "../lib/cancelled.js";
import { bytesOfText } from "../profile/formats/read-profile.js";
import { fragmentToView, viewToFragment } from "../view/url.js";
import { DEFAULT_VIEW, type FileRef, type View } from "../view/view.js";
import { changed } from "../view/view-changes.js";
import { EngineClient } from "../worker/client.js";
import type { AskName, Asks, OpenedInput } from "../worker/protocol.js";
import { FetchError, fetchAddress, fetchOwn } from "./fetch-profile.js";
import { type Keeper, NO_KEEPER } from "./file-store.js";
import { firstView, settledView } from "./first-view.js";
import { askOf } from "./questions.js";
import { Asker, messageOf, withoutKey } from "./request-runner.js";
import { type OpenFile, useStore } from "./store.js";

const LINK = "the link";

/** More files than this are not opened together. */
export const MAX_FILES = 64;

/** A file to be opened: its name, and how to get at its bytes. */
export interface Input {
  readonly name: string;
  /** http(s) address that a link can name */
  readonly url?: string;
  readonly read: () => Promise<Uint8Array>;
}

/**
 * Ties the view, the worker and the address together: whatever changes the view, the questions
 * it raises are asked, and the address is written.
 */
export class Session {
  private client: EngineClient;
  private asker: Asker;
  private keeper: Keeper = NO_KEEPER;
  private problemIds = 0;
  /** the self-contained link that files of the view came from: it stays in the address */
  private carried: { data: string; hashes: readonly string[] } | undefined;

  constructor(private readonly makeWorker: () => Worker) {
    this.client = this.connect();
    this.asker = new Asker(this.client);
  }

  /** Starts to follow the address; called once. */
  async start(keeper: Keeper): Promise<void> {
    this.keeper = keeper;
    window.addEventListener("popstate", () => void this.follow(location.hash));
    await this.follow(location.hash);
  }

  /** Changes the view. `push` makes a step that the browser's back undoes. */
  change(change: Partial<View>, how: "push" | "replace" = "push"): void {
    const view = changed(useStore.getState().view, change);
    useStore.setState({ view });
    this.write(view, how);
    this.asker.ask();
  }

  /** Opens files beside those that are open, and shows the whole. */
  async open(inputs: readonly Input[]): Promise<void> {
    if (inputs.length === 0) {
      this.problem("the drop", "there is no file in it", "drop heap profiles, or a folder of them");
      return;
    }
    const some = inputs.slice(0, MAX_FILES);
    if (inputs.length > MAX_FILES) {
      this.problem(
        `${inputs.length - MAX_FILES} files`,
        `more than ${MAX_FILES} files are not opened together`,
        "open fewer of them",
      );
    }
    useStore.setState((s) => ({ reading: [...s.reading, ...some.map((i) => i.name)] }));
    const opened: OpenedHere[] = [];
    for (const input of some) {
      try {
        const bytes = await input.read();
        const found = await this.client.open(input.name, bytes);
        opened.push(...found.opened.map((o) => ({ ...o, url: input.url ?? "" })));
        if (found.failure && found.failure.name !== "Cancelled")
          this.problem(input.name, found.failure.message, found.failure.hint);
      } catch (error) {
        if (!(error instanceof Cancelled)) {
          const hint = error instanceof FetchError ? error.hint : "try to open it again";
          this.problem(input.name, messageOf(error), hint);
        }
      } finally {
        useStore.setState((s) => ({
          reading: without(s.reading, input.name),
          progress: undefined,
        }));
      }
    }
    if (opened.length > 0) await this.show(opened);
  }

  /** Opens pasted text: a link of this page, or what a profile looks like as text. */
  async openText(text: string): Promise<void> {
    const link = /^\S*#(v=\d+&\S*)$/.exec(text.trim());
    if (link) {
      history.pushState(null, "", `#${link[1]}`);
      await this.follow(location.hash);
      return;
    }
    await this.open([{ name: "pasted text", read: async () => bytesOfText(text) }]);
  }

  /** Fetches what the link gives addresses for; the person has seen and confirmed the host. */
  async fetchOffered(): Promise<void> {
    const { missing, offered } = useStore.getState();
    const wanted = [
      ...missing.filter((f) => f.url).map(({ name, url }) => ({ name, url })),
      ...offered.map((url) => ({ name: nameOfAddress(url), url })),
    ];
    useStore.setState({ offered: [] });
    await this.open(wanted.map(({ name, url }) => ({ name, url, read: () => fetchAddress(url) })));
  }

  /** Opens what a self-contained link carries; `asked` is the view of the address. */
  async openLink(data: string, asked: View): Promise<boolean> {
    useStore.setState((s) => ({ reading: [...s.reading, LINK] }));
    const found = await this.client.openLink(data);
    useStore.setState((s) => ({ reading: without(s.reading, LINK), progress: undefined }));
    if (found.failure) {
      this.problem(LINK, found.failure.message, found.failure.hint);
      return false;
    }
    this.keepFacts(found.opened);
    const hashes = found.opened.map((o) => o.hash);
    const own = asked.files.length > 0 && asked.files.every((f) => hashes.includes(f.hash));
    this.carried = { data, hashes };
    useStore.setState({
      view: own ? asked : fragmentToView(found.view).view,
      restShare: found.restShare,
      missing: [],
      offered: [],
    });
    this.asker.ask();
    return true;
  }

  /** Takes one file out of the view; the last one leads back to the start. */
  closeFile(index: number): void {
    const { view } = useStore.getState();
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
    this.asker.forget();
    useStore.setState({ answers: {}, failures: {}, names: undefined, restShare: undefined });
    this.change(DEFAULT_VIEW);
  }

  /** Stops what is being done, and goes back to what was seen before it. */
  async cancel(): Promise<void> {
    await this.client.cancel();
    const { view } = useStore.getState();
    const { answered } = this.asker;
    if (view === answered) return;
    if (answered.files.length === 0) this.closeAll();
    else this.change(answered, "replace");
  }

  /** Asks something that is not part of the screen: an export, a report. */
  once<K extends AskName>(name: K, extra: Asks[K]["with"]): Promise<Asks[K]["answer"]> {
    return this.asker.once(name, extra);
  }

  export(ask: Asks["export"]["with"]): Promise<ExportedFile> {
    return this.asker.once("export", ask);
  }

  bytes(hash: string): Promise<Uint8Array | undefined> {
    return this.client.bytes(hash);
  }

  problem(of: string, message: string, hint = ""): void {
    const id = ++this.problemIds;
    useStore.setState((s) => ({ problems: [...s.problems, { id, of, message, hint }].slice(-8) }));
  }

  dismiss(id: number): void {
    useStore.setState((s) => ({ problems: s.problems.filter((p) => p.id !== id) }));
  }

  private connect(): EngineClient {
    return new EngineClient(this.makeWorker(), (progress) =>
      useStore.setState((s) => ({
        progress,
        progressSince: s.progress ? s.progressSince : performance.now(),
      })),
    );
  }

  private async follow(hash: string): Promise<void> {
    const { view, notices, extras } = fragmentToView(hash.replace(/^#/, ""));
    useStore.setState({ notices });
    if (extras.data) {
      if (await this.openLink(extras.data, view)) return;
    }
    this.carried = undefined;
    if (extras.open?.length) {
      await this.open(
        extras.open.map((address) => ({
          name: decodeURIComponent(address.split("/").at(-1) ?? address),
          read: () => fetchOwn(address),
        })),
      );
      return;
    }
    useStore.setState({ view, restShare: undefined, offered: extras.urls ?? [] });
    await this.fetchMissing();
  }

  /** Gets the view's files from the library; those that are nowhere are asked for. */
  private async fetchMissing(): Promise<void> {
    const { view, files } = useStore.getState();
    const missing: FileRef[] = [];
    for (const ref of view.files) {
      if (files.has(ref.hash)) continue;
      const kept = await this.keeper.get(ref.hash);
      if (!kept) {
        missing.push(ref);
        continue;
      }
      useStore.setState((s) => ({ reading: [...s.reading, ref.name] }));
      const found = await this.client.open(ref.name, kept);
      useStore.setState((s) => ({ reading: without(s.reading, ref.name), progress: undefined }));
      this.keepFacts(found.opened);
      if (!found.opened.some((o) => o.hash === ref.hash)) missing.push(ref);
    }
    useStore.setState({ missing });
    if (missing.length === 0) this.asker.ask();
  }

  private keepFacts(opened: readonly OpenedHere[]): void {
    useStore.setState((s) => {
      const files = new Map(s.files);
      for (const { hash, name, size, url = "", facts } of opened) {
        const file: OpenFile = { hash, name, size, url, facts };
        files.set(hash, file);
      }
      return { files };
    });
  }

  private async show(opened: readonly OpenedHere[]): Promise<void> {
    this.keepFacts(opened);
    const { view, missing, files } = useStore.getState();
    if (missing.length > 0 && view.files.some((f) => opened.some((o) => o.hash === f.hash))) {
      const still = missing.filter((m) => !files.has(m.hash));
      useStore.setState({ missing: still });
      if (still.length === 0) this.asker.ask();
      await this.keep(opened, still.length === 0 ? view.files : []);
      return;
    }
    const before = missing.length > 0 ? [] : view.files;
    const { next, problem } = firstView(
      { ...(before.length > 0 ? view : DEFAULT_VIEW), files: before },
      opened,
      files,
    );
    if (problem) this.problem(problem.of, problem.message, problem.hint);
    useStore.setState({ missing: [], offered: [], restShare: undefined });
    this.change(await this.settle(next));
    await this.keep(opened, next.files);
  }

  /** Stores files for the next visit, after what they show is asked for. */
  private async keep(opened: readonly OpenedHere[], together: readonly FileRef[]): Promise<void> {
    for (const o of opened) {
      const bytes = await this.client.bytes(o.hash);
      if (bytes) await this.keeper.put(o.hash, o.name, bytes);
    }
    if (together.length > 0) this.keeper.together(together);
  }

  /** Of several files it is found out first what they are to each other. */
  private async settle(view: View): Promise<View> {
    if (view.files.length < 3 || view.set !== "auto") return view;
    const ask = askOf(view, "set", undefined);
    useStore.setState((s) => ({ pending: new Set(s.pending).add(ask.key) }));
    try {
      return settledView(view, await this.asker.request("set", ask.question, undefined));
    } catch {
      // The question is asked again with the view, which then shows why it has no answer.
      return view;
    } finally {
      useStore.setState((s) => ({ pending: withoutKey(s.pending, ask.key) }));
    }
  }

  private write(view: View, how: "push" | "replace"): void {
    const { carried } = this;
    const held = carried && view.files.some((f) => carried.hashes.includes(f.hash));
    const text = viewToFragment(view) + (held ? `&d=${carried.data}` : "");
    const address = text === "" ? location.pathname + location.search : `#${text}`;
    if (how === "push" && `#${text}` !== location.hash) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
}

/** A file that was opened, with its address where it has one. */
interface OpenedHere extends OpenedInput {
  readonly url?: string;
}

function without(names: readonly string[], name: string): string[] {
  const at = names.indexOf(name);
  return names.filter((_, i) => i !== at);
}

function nameOfAddress(address: string): string {
  const { pathname, host } = new URL(address);
  return pathname.split("/").at(-1) || host;
}
