import type { SetKind } from "../engine/answers.js";
import { DEFAULT_VIEW, type View } from "../view/view.js";
import { besideView, firstView, hashesOf, settledView } from "./first-view.js";
import type { OpenedHere, Opening } from "./openings.js";
import type { Problems } from "./problems.js";
import type { PageStore } from "./store.js";

/** What placing files needs of the session. */
export interface PlacementParts {
  readonly store: PageStore;
  readonly problems: Problems;
  keepFacts(opened: readonly OpenedHere[]): void;
  /** Whether the worker has a file. */
  isHeld(hash: string): boolean;
  /** Finds out what the files of a view are to each other. */
  setOf(view: View): Promise<SetKind>;
  change(view: View, how: "push" | "replace"): void;
  /** Brings the worker what the view needs. */
  sync(): void;
}

/** Stands for the view that an opening showed before where what is seen now must stay as it is. */
export const QUIETLY: View = { ...DEFAULT_VIEW };

/** Makes the view of files that were opened and of what is seen beside them. */
export class FilePlacement {
  constructor(private readonly parts: PlacementParts) {}

  /**
   * Shows files that were opened beside what is seen now.
   * @param seen the view that this opening showed before, to which nothing was done since
   * @returns the view that is shown
   */
  async show(
    opened: readonly OpenedHere[],
    opening: Opening,
    seen: View | undefined,
  ): Promise<View> {
    const { store, problems, change } = this.parts;
    this.parts.keepFacts(opened);
    const { view, missing } = store.getState();
    if (missing.length > 0 && view.files.some((f) => opened.some((o) => o.hash === f.hash))) {
      this.takeMissing();
      return store.getState().view;
    }
    for (;;) {
      const first = this.beside(opened, seen);
      const set = await this.setOf(first.next);
      if (opening.cancelled) return store.getState().view;
      // What was done meanwhile is kept: the view is made of what is seen now.
      const { next, problem, placed } = this.beside(opened, seen);
      if (hashesOf(next) !== hashesOf(first.next)) continue;
      if (problem) problems.tell(problem);
      store.setState({ missing: [], offered: [], restShare: undefined });
      change(set && placed ? settledView(next, set) : next, seen === QUIETLY ? "replace" : "push");
      return store.getState().view;
    }
  }

  /** Files that the view has waited for are there. */
  private takeMissing(): void {
    const { store, isHeld, sync } = this.parts;
    const missing = store.getState().missing.filter((m) => !isHeld(m.hash));
    store.setState({ missing });
    if (missing.length === 0) sync();
  }

  /** The view now, with files beside its own. `placed` says whether it chooses what is compared. */
  private beside(opened: readonly OpenedHere[], seen: View | undefined) {
    const { view, missing, files } = this.parts.store.getState();
    const mine = missing.length > 0 || view.files.length === 0 ? DEFAULT_VIEW : view;
    const placed = seen === undefined || mine === seen || mine.files.length === 0;
    const found = (placed ? firstView : besideView)(mine, opened, files);
    return { ...found, placed };
  }

  /** Of several files it is found out first what they are to each other. */
  private async setOf(view: View): Promise<SetKind | undefined> {
    if (view.files.length < 3 || view.set !== "auto") return undefined;
    try {
      return await this.parts.setOf(view);
    } catch {
      // The question is asked again with the view, which then shows why it has no answer.
      return undefined;
    }
  }
}
