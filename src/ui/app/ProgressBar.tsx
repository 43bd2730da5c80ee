import { useEffect, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { workOf } from "../../session/screen.js";
import { useStore } from "../../session/store.js";
import { APP_WORDS } from "../../words/page/app-words.js";
import { useSession } from "./session-context.js";

const SHOW_CANCEL_AFTER = 500;

/** A thin bar with what is being done and how far; Cancel after half a second. */
export function Working() {
  const work = useStore(useShallow(workOf));
  const session = useSession();
  const [long, setLong] = useState(false);
  const busy = work !== undefined;
  useEffect(() => {
    setLong(false);
    if (!busy) return;
    const timer = setTimeout(() => setLong(true), SHOW_CANCEL_AFTER);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!work) return null;
  const { text, share } = work;
  if (share === undefined && !long) return null;
  return (
    <div className="working">
      <div
        className="working-bar"
        role="progressbar"
        aria-label={text}
        {...(share === undefined
          ? {}
          : { "aria-valuenow": Math.round(share * 100), "aria-valuemin": 0, "aria-valuemax": 100 })}
        style={{ transform: `scaleX(${Math.max(0.02, share ?? 0)})` }}
      />
      {long ? (
        <p className="working-note card">
          {share === undefined ? text : APP_WORDS.progress(text, Math.round(share * 100))}{" "}
          <button type="button" className="button small" onClick={() => void session.cancel()}>
            {APP_WORDS.cancel}
          </button>
        </p>
      ) : null}
    </div>
  );
}
