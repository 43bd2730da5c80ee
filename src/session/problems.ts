import type { PageStore, Problem } from "./store.js";

/** More problems than these are not shown together: the oldest goes. */
const SHOWN = 8;

/** What went wrong, as cards on the page. */
export class Problems {
  private count = 0;

  constructor(private readonly store: PageStore) {}

  /** Shows a problem, in the place of another one where that is shown still. @returns its number */
  tell(problem: Omit<Problem, "id">, instead?: number): number {
    const { problems } = this.store.getState();
    const known = problems.find((p) => p.id === instead);
    const entry = { ...problem, id: known?.id ?? ++this.count };
    this.store.setState({
      problems: known
        ? problems.map((p) => (p === known ? entry : p))
        : [...problems, entry].slice(-SHOWN),
    });
    return entry.id;
  }

  /** What was wrong with something that is tried once more. */
  forget(of: string): void {
    const { problems } = this.store.getState();
    const left = problems.filter((p) => p.of !== of);
    if (left.length < problems.length) this.store.setState({ problems: left });
  }

  dismiss(id: number): void {
    this.store.setState((s) => ({ problems: s.problems.filter((p) => p.id !== id) }));
  }
}
