import { useState } from "react";
import { useStore } from "../../session/store.js";
import { SHARE_WORDS } from "../../words/page/share-words.js";
import { useSession } from "../app/session-context.js";
import { ExportQueue, type ExportState } from "./export-queue.js";
import { useExports } from "./use-exports.js";

const WORDS = SHARE_WORDS.exports;

/** Files that other programs read. */
export function ExportList() {
  const [state, setState] = useState<ExportState>({ making: "", waiting: 0, said: "" });
  const [queue] = useState(() => new ExportQueue(setState));
  const exports = useExports();
  return (
    <section className="way-card" aria-labelledby="way-export">
      <header>
        <h3 id="way-export">{WORDS.title}</h3>
      </header>
      <div className="exports">
        {exports.map(({ label, title, save }) => (
          <button
            key={label}
            type="button"
            className="button small"
            title={title}
            onClick={() => queue.add(label, save)}
          >
            {label}
          </button>
        ))}
      </div>
      <p aria-live="polite" className={state.making ? "" : "more"}>
        {state.making ? <Making state={state} onCancel={() => queue.clear()} /> : state.said}
      </p>
    </section>
  );
}

/** What is being made, how far it is, and how to stop it. */
function Making({ state, onCancel }: { state: ExportState; onCancel: () => void }) {
  const session = useSession();
  const share = useStore((s) => s.progress?.share);
  return (
    <>
      {WORDS.making(state.making, share === undefined ? undefined : Math.round(share * 100))}
      {state.waiting > 0 ? WORDS.waiting(state.waiting) : ""}{" "}
      <button
        type="button"
        className="button small"
        onClick={() => {
          onCancel();
          void session.cancel();
        }}
      >
        {WORDS.cancel}
      </button>
    </>
  );
}
