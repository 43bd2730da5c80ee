import { useEffect, useRef } from "react";
import { useAnswer, useStore } from "../../session/store.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";
import { useSession } from "../app/session-context.js";
import { showWhenThere } from "../controls/show-when-there.js";
import { ViewLink } from "../controls/ViewLink.js";
import { WHAT_TO_DO } from "../suspects/SuspectsTab.js";

const WORDS = OPENED_WORDS.finding;

/** The sentence that says what holds the memory; its words lead into the graph. */
export function Finding() {
  const finding = useAnswer("finding");
  const restShare = useStore((s) => s.restShare);
  const session = useSession();
  const place = useRef<HTMLElement>(null);
  // Once files are open the focus is at what is said of them, not at a button that is gone.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  if (!finding) {
    return <section className="card finding" aria-label={WORDS.label} tabIndex={-1} ref={place} />;
  }
  return (
    <section className="card finding" aria-label={WORDS.label} tabIndex={-1} ref={place}>
      <p>
        {finding.segments.map((segment, i) => {
          const key = `${i} ${segment.text}`;
          if (segment.kind || segment.stage || segment.path) {
            return (
              <ViewLink
                key={key}
                className={segment.strong ? "link strong" : "link"}
                change={{
                  tab: "graph",
                  ...(segment.kind ? { lit: segment.kind, litStage: segment.stage ?? "" } : {}),
                  ...(segment.stage && !segment.kind ? { litStage: segment.stage } : {}),
                  ...(segment.path ? { selection: segment.path } : {}),
                }}
              >
                {segment.text}
              </ViewLink>
            );
          }
          return segment.strong ? (
            <strong key={key}>{segment.text}</strong>
          ) : (
            <span key={key}>{segment.text}</span>
          );
        })}
        {restShare !== undefined ? (
          <span className="dim"> {WORDS.fromLink((restShare * 100).toFixed(1))}</span>
        ) : null}
      </p>
      {finding.aside ? <span className="dim aside">{finding.aside}</span> : null}
      {finding.advice.length > 0 ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            session.change({ tab: "suspects" });
            showWhenThere(WHAT_TO_DO);
          }}
        >
          {WORDS.whatToDo}
        </button>
      ) : null}
    </section>
  );
}
