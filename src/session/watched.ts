import { NO_BASE } from "../engine/question.js";
import { fileSources } from "../view/file-sources.js";
import type { View } from "../view/view.js";
import { SESSION_WORDS } from "../words/session-words.js";
import { lentInput } from "./address-input.js";
import type { Session } from "./session.js";
import type { PageStore } from "./store.js";

/** What `leaklens watch` tells its page after each round. */
export interface WatchNews {
  /** paths of the profiles that it holds now, oldest first; their last parts are names of files */
  readonly files: readonly string[];
  /** what could not be recorded in the last round */
  readonly failures: readonly { readonly target: string; readonly error: string }[];
}

type Opener = Pick<Session, "open" | "change" | "problem">;

/** Lets the page follow a recorder: what it recorded is opened, what it dropped is closed. */
export class Watched {
  private news: WatchNews | undefined;
  private working: Promise<void> | undefined;
  /** names of files that were seen in the view: what the person closed stays closed */
  private seen = new Set<string>();
  /** what was last told of each target that fails */
  private told = new Map<string, string>();

  constructor(
    private readonly session: Opener,
    private readonly store: PageStore,
  ) {}

  /** Takes news; of those that come while some is worked on, the last is enough. */
  take(news: WatchNews): Promise<void> {
    this.news = news;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
    return this.working;
  }

  private async work(): Promise<void> {
    for (let { news } = this; news; { news } = this) {
      this.news = undefined;
      this.tell(news);
      await this.open(news);
      this.drop(news);
    }
  }

  private async open({ files }: WatchNews): Promise<void> {
    const here = this.namesHere();
    const lent = files.map((path) => lentInput(path));
    const fresh = lent.filter(({ name }) => !here.has(name) && !this.seen.has(name));
    if (fresh.length > 0) {
      const before = this.store.getState().view;
      await this.session.open(fresh, "quietly");
      this.showNewest(before);
    }
    const now = this.namesHere();
    for (const { name } of lent) if (now.has(name)) this.seen.add(name);
  }

  /**
   * Who looks at the newest one of a process looks at its newest one still, compared with its
   * oldest.
   */
  private showNewest(before: View): void {
    const { view } = this.store.getState();
    const known = new Set(before.files.map(({ hash }) => hash));
    const seen = view.files.findIndex(({ hash }) => hash === before.files[before.shown]?.hash);
    const now = ofSame(view, seen);
    const was = now.filter((file) => known.has(view.files[file]?.hash ?? ""));
    const newest = now.at(-1);
    if (seen < 0 || seen !== was.at(-1) || newest === undefined || newest === seen) return;
    // Until then there was nothing of the same process to compare with.
    const base = was.length === 1 && !now.includes(view.base) ? seen : view.base;
    this.session.change({ shown: newest, base }, "replace");
  }

  /** Files that the recorder holds no more go; what is shown and compared stays where it can. */
  private drop({ files }: WatchNews): void {
    const held = new Set(files.map((path) => lentInput(path).name));
    const { view } = this.store.getState();
    const next = view.files.filter(({ name }) => !this.seen.has(name) || held.has(name));
    for (const name of this.seen) if (!held.has(name)) this.seen.delete(name);
    if (next.length === view.files.length || next.length === 0) return;
    this.session.change({ ...moved(view, next), files: next }, "replace");
  }

  private tell({ failures }: WatchNews): void {
    const now = new Map(failures.map(({ target, error }) => [target, error]));
    for (const [target, error] of now) {
      if (this.told.get(target) !== error) this.session.problem(target, error);
    }
    this.told = now;
  }

  /** Names of the files of the view that are open. */
  private namesHere(): Set<string> {
    const { view, missing } = this.store.getState();
    const names = new Set(view.files.map(({ name }) => name));
    for (const { name } of missing) names.delete(name);
    return names;
  }
}

/** The files of the process that a file is of, in time; all of them where names do not tell it. */
function ofSame({ files }: View, file: number): readonly number[] {
  const names = files.map(({ name }) => name);
  const of = fileSources(names)?.find((source) => source.files.includes(file));
  return of?.files ?? names.map((_, i) => i);
}

/** Where what is shown and compared lies among the files that are left: the oldest becomes the base. */
function moved(view: View, files: View["files"]): Pick<View, "shown" | "base"> {
  const at = (index: number) => files.findIndex(({ hash }) => hash === view.files[index]?.hash);
  const shown = at(view.shown) < 0 ? files.length - 1 : at(view.shown);
  if (view.base < 0) return { shown, base: view.base };
  const base = Math.max(0, at(view.base));
  return { shown, base: base === shown ? NO_BASE : base };
}

/**
 * Follows the recorder that serves this page.
 * @param path of its stream of events
 */
export function followRecorder(session: Session, store: PageStore, path: string): void {
  const watched = new Watched(session, store);
  const events = new EventSource(path);
  let gone = false;
  events.onmessage = ({ data }) => {
    gone = false;
    void watched.take(JSON.parse(String(data)) as WatchNews);
  };
  events.onerror = () => {
    if (gone) return;
    gone = true;
    session.problem("leaklens watch", SESSION_WORDS.watch.silent, SESSION_WORDS.watch.silentHint);
  };
}
