import type { Session } from "../../session/session.js";

/** The path `by` steps after `from`; without one the first, or the last by going backwards. */
function stepOfPaths(paths: readonly string[], from: string, by: 1 | -1): string | undefined {
  if (paths.length === 0) return undefined;
  const at = paths.indexOf(from);
  if (at < 0) return by > 0 ? paths[0] : paths.at(-1);
  return paths[(at + by + paths.length) % paths.length];
}

/** Selects the next match of the search, or the next lit path where nothing is searched for. */
export function toNextLitPath(session: Session, by: 1 | -1): void {
  const { view, answers } = session.store.getState();
  const paths = view.search
    ? (answers.search?.answer.paths ?? [])
    : (answers.lit?.answer.map((p) => p.path) ?? []);
  const next = stepOfPaths(paths, view.selection, by);
  if (next !== undefined) session.change({ selection: next }, "replace");
}
