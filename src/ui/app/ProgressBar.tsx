import { useEffect, useState } from "react";
import { useStore } from "../../session/store.js";
import { useSession } from "./session-context.js";

const SHOW_CANCEL_AFTER = 500;

/** A thin bar with what is being done and how far; Cancel after half a second. */
export function Working() {
  const progress = useStore((s) => s.progress);
  const since = useStore((s) => s.progressSince);
  const busy = useStore((s) => s.reading.length > 0 || s.pending.size > 0);
  const session = useSession();
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!busy) return;
    const timer = setTimeout(() => setLong(true), SHOW_CANCEL_AFTER);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!busy || !progress) return null;
  return (
    <div className="working" data-since={since}>
      <div
        className="working-bar"
        role="progressbar"
        aria-label={`${progress.doing} ${progress.of}`}
        aria-valuenow={Math.round(progress.share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        style={{ transform: `scaleX(${Math.max(0.02, progress.share)})` }}
      />
      {long ? (
        <p className="working-note card">
          {progress.doing} {progress.of} · {Math.round(progress.share * 100)}%{" "}
          <button type="button" className="button small" onClick={() => void session.cancel()}>
            Cancel
          </button>
        </p>
      ) : null}
    </div>
  );
}
