import { useEffect, useRef } from "react";
import { shortName } from "../../profile/function-name.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { formatDelta, formatExact, formatShare, formatValue } from "../controls/page-format.js";
import { NeighbourGrid } from "./NeighbourGrid.js";

/**
 * Who calls a function, and what it calls, over several levels; the first has the figures of
 * `go tool pprof -peek`.
 */
export function CallersTab() {
  const answer = useAnswer("callers");
  const names = useNames("callers");
  const found = useAnswer("search");
  const failure = useStore((s) => s.failures.callers?.failure);
  const view = useView();
  const session = useSession();
  const detail = useAnswer("detail");
  const followed = useRef(view.selection);
  // Another selection is followed; what a link shows stays until something else is selected.
  useEffect(() => {
    const there = detail && view.selection !== "" && detail.path === view.selection;
    if (!there || detail.stack.length === 0) return;
    if (view.callersOf !== "" && followed.current === view.selection) return;
    followed.current = view.selection;
    if (view.callersOf !== detail.name) session.change({ callersOf: detail.name }, "replace");
  }, [detail, view.selection, view.callersOf, session]);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!view.callersOf) {
    return (
      <div className="empty">
        <p>Select a function in the graph or the table: its callers and callees are shown here.</p>
      </div>
    );
  }
  if (!answer || names?.id !== answer.namesId) return <div className="callers" />;
  const { unit, of, hasBase } = answer;
  const matches = view.search && found && !found.refused ? found.matches : undefined;
  const shared = {
    of: answer,
    names,
    matches,
    onGo: (name: string) => session.change({ callersOf: name }),
  };
  return (
    <div className="callers">
      <section className="card callers-self">
        <h2 className="mono wrap" title={answer.name}>
          {shortName(answer.name)}
        </h2>
        <p className="mono dim wrap">{answer.file}</p>
        <dl className="figures">
          <div>
            <dt>flat</dt>
            <dd title={formatExact(answer.flat, unit)}>
              {formatValue(answer.flat, unit)}{" "}
              <span className="dim">{formatShare(of ? answer.flat / of : 0)}</span>
            </dd>
          </div>
          <div>
            <dt>cum</dt>
            <dd title={formatExact(answer.cum, unit)}>
              {formatValue(answer.cum, unit)}{" "}
              <span className="dim">{formatShare(of ? answer.cum / of : 0)}</span>
            </dd>
          </div>
          {hasBase ? (
            <div>
              <dt>change of cum</dt>
              <dd>{formatDelta(answer.cum - answer.baseCum, unit)}</dd>
            </div>
          ) : null}
        </dl>
        {detail && detail.name !== answer.name && detail.stack.length > 0 ? (
          <button
            type="button"
            className="button small"
            onClick={() => session.change({ callersOf: detail.name })}
          >
            Go to the selection, {shortName(detail.name)}
          </button>
        ) : null}
      </section>
      <NeighbourGrid title="Callers" tree={answer.callers} {...shared} key={`< ${answer.name}`} />
      <NeighbourGrid title="Callees" tree={answer.callees} {...shared} key={`> ${answer.name}`} />
    </div>
  );
}
