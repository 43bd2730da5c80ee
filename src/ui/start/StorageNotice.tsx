import { useSyncExternalStore } from "react";
import type { Session } from "../../session/session.js";
import { useStore } from "../../session/store.js";
import { browserLibrary } from "../../storage/browser-storage.js";
import type { LibraryState } from "../../storage/file-library.js";
import { START_WORDS } from "../../words/page/start-words.js";
import { useSession } from "../app/session-context.js";
import { formatBytes } from "../controls/page-format.js";

/** Says once that something is not kept, why, and what to do about it. */
export function StorageNotice() {
  const library = browserLibrary();
  const state = useSyncExternalStore(library.subscribe, library.snapshot);
  const session = useSession();
  const isEmpty = useStore((s) => s.view.files.length === 0 && s.problems.length === 0);
  const { trouble, dismissed, on } = state;
  // Where nothing is open there is nothing to be kept: only what was lost is told then.
  if (!trouble || dismissed || !on || (isEmpty && trouble.kind !== "damaged")) return null;
  const oldest = trouble.kind === "full" ? oldestToDelete(state) : undefined;
  return (
    <div className="problems" role="status">
      <div className="card problem notice" data-storage={trouble.kind}>
        <div>
          <p>{trouble.message}</p>
          <p className="dim">{trouble.advice}</p>
        </div>
        {oldest ? (
          <button
            type="button"
            className="button small"
            onClick={() => void keepAfterAll(session, state, oldest.bytes)}
          >
            {START_WORDS.kept.deleteOldest(oldest.count, formatBytes(oldest.bytes))}
          </button>
        ) : null}
        {trouble.kind === "refused" || trouble.kind === "held" ? null : (
          <button
            type="button"
            className="button small"
            onClick={() => session.store.setState({ dialog: "library" })}
          >
            {START_WORDS.kept.list}
          </button>
        )}
        <button
          type="button"
          className="button quiet icon"
          aria-label={START_WORDS.kept.dismiss}
          onClick={() => library.dismiss()}
        >
          ✕
        </button>
      </div>
    </div>
  );
}

/** The files used longest ago that must go so that what was not kept has room. */
function oldestToDelete({ files, unkept, room }: LibraryState) {
  const wanted = unkept.reduce((n, f) => n + f.size, 0);
  let bytes = 0;
  let count = 0;
  for (const file of [...files].reverse()) {
    if (bytes >= wanted) break;
    bytes += file.size;
    count++;
  }
  const fits = !room || wanted < room.quota;
  return count > 0 && fits ? { count, bytes } : undefined;
}

async function keepAfterAll(session: Session, state: LibraryState, bytes: number): Promise<void> {
  const library = browserLibrary();
  await library.makeRoom(bytes);
  for (const { hash, name } of state.unkept) {
    const found = await session.bytes(hash);
    if (found) await library.put(hash, name, found);
  }
}
