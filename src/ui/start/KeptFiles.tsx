import { useEffect, useSyncExternalStore } from "react";
import type { Input } from "../../session/session.js";
import { browserLibrary } from "../../storage/browser-storage.js";
import type { LibraryState } from "../../storage/file-library.js";
import type { KeptSet } from "../../storage/kept-record.js";
import { useSession } from "../app/session-context.js";
import { formatBytes, formatTime, shortFileName } from "../controls/page-format.js";
import "../styles/library.css";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { START_WORDS } from "../../words/page/start-words.js";

const SHOWN = 6;

/** What is kept on disk; read again when a part of the page begins to show it. */
export function useLibrary(): LibraryState {
  const library = browserLibrary();
  useEffect(() => void library.refresh(), [library]);
  return useSyncExternalStore(library.subscribe, library.snapshot);
}

/** Kept files as inputs, to be opened like dropped ones. */
export function keptInputs(files: KeptSet["files"]): Input[] {
  return files.map(({ hash, name }) => ({
    name,
    read: async () => {
      const bytes = await browserLibrary().get(hash);
      if (!bytes) throw new Error(START_WORDS.kept.gone);
      return bytes;
    },
  }));
}

/** Files and sets of earlier visits, on the page before anything is open. */
export function KeptFiles() {
  const { sets, files, on, trouble } = useLibrary();
  const session = useSession();
  // Also without files: the switch that lets them be kept again is behind this button.
  if (files.length === 0 && on && !trouble) return null;
  return (
    <section aria-labelledby="kept-heading">
      <div className="kept-head">
        <h2 className="overline" id="kept-heading">
          {START_WORDS.kept.heading}
        </h2>
        <button
          type="button"
          className="link dim"
          onClick={() => session.store.setState({ dialog: "library" })}
        >
          {START_WORDS.kept.count(files.length)}
        </button>
      </div>
      <ul className="kept">
        {sets.slice(0, SHOWN).map((set) => (
          <li key={set.id}>
            <button
              type="button"
              className="kept-set"
              onClick={() => void session.open(keptInputs(set.files))}
            >
              <span className="kept-names">{setName(set)}</span>
              <span className="dim kept-facts">
                {START_WORDS.kept.ofSet(
                  set.files.length,
                  formatBytes(set.files.reduce((n, f) => n + f.size, 0)),
                  formatTime(set.used),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "00-baseline … 06-quiet-gc", "before, after", "heap". */
function setName(set: KeptSet): string {
  const names = set.files.map((f) => shortFileName(f.name));
  if (names.length <= 2) return CONTROLS_WORDS.inRow(names);
  return `${names[0]} … ${names.at(-1)}`;
}
