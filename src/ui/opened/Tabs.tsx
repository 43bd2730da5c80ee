import { itemAt } from "../../lib/must.js";
import { useAnswer, useView } from "../../session/store.js";
import { TABS } from "../../view/view.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";
import { useSession } from "../app/session-context.js";
import { GraphControls } from "../graph/GraphControls.js";

const WORDS = OPENED_WORDS.tabs;

/** The tabs, and what changes the graph. */
export function Tabs() {
  const view = useView();
  const session = useSession();
  const suspects = useAnswer("suspects");
  const detail = useAnswer("detail");
  const selected = detail && detail.stack.length > 0 && view.selection ? detail.name : "";
  const held = suspects !== undefined && suspects.about !== "growth";
  const move = (from: number, by: number) => {
    const tab = itemAt(TABS, (from + by + TABS.length) % TABS.length);
    session.change({ tab });
    document.getElementById(`tab-${tab}`)?.focus();
  };
  return (
    <div className="tabs-row">
      <div className="tabs" role="tablist" aria-label={WORDS.label}>
        {TABS.map((tab, i) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            aria-selected={view.tab === tab}
            aria-controls="tabpanel"
            tabIndex={view.tab === tab ? 0 : -1}
            onClick={() =>
              session.change({
                tab,
                ...(tab === "callers" && selected ? { callersOf: selected } : {}),
              })
            }
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") move(i, 1);
              else if (event.key === "ArrowLeft") move(i, -1);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            {tab === "suspects" && held ? WORDS.holders : WORDS[tab]}
            {tab === "suspects" && suspects && suspects.suspects.length > 0 ? (
              <span className="count">{suspects.suspects.length}</span>
            ) : null}
          </button>
        ))}
      </div>
      <span className="grow" />
      <GraphControls />
    </div>
  );
}
