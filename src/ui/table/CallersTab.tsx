import { useEffect, useRef } from "react";
import type { Neighbour } from "../../engine/answers.js";
import { shortName } from "../../profile/function-name.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { formatDelta, formatExact, formatShare, formatValue } from "../controls/page-format.js";

/** Who calls a function, and what it calls: `go tool pprof -peek`. */
export function CallersTab() {
  const answer = useAnswer("callers");
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
  if (!answer) return <div className="callers" />;
  const { unit, of, hasBase } = answer;
  return (
    <div className="callers">
      <Side title="Callers" rows={answer.callers} whole={answer.cum} {...{ unit, hasBase }} />
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
      <Side title="Callees" rows={answer.callees} whole={answer.cum} {...{ unit, hasBase }} />
    </div>
  );
}

function Side(props: {
  title: string;
  rows: readonly Neighbour[];
  whole: number;
  unit: string;
  hasBase: boolean;
}) {
  const session = useSession();
  const { title, rows, whole, unit, hasBase } = props;
  return (
    <section aria-label={title}>
      <h2 className="overline">
        {title} <span className="dim">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="dim">
          {title === "Callers"
            ? "None: its stacks begin here, or were cut here by the recorder."
            : "None: all of it is allocated in the function itself."}
        </p>
      ) : null}
      <ul className="neighbours">
        {rows.slice(0, 400).map((row) => (
          <li key={`${row.frame} ${row.name}`}>
            <button
              type="button"
              title={row.name}
              onClick={() => session.change({ callersOf: row.name })}
            >
              <i
                className="cell-bar"
                style={{
                  width: `${whole ? Math.min(100, (Math.abs(row.value) / Math.abs(whole)) * 100) : 0}%`,
                }}
                aria-hidden="true"
              />
              <span className="mono neighbour-name">
                {shortName(row.name)}
                {row.inline ? <span className="dim"> (inline)</span> : null}
              </span>
              <span title={formatExact(row.value, unit)}>{formatValue(row.value, unit)}</span>
              <span className="dim">{formatShare(whole ? row.value / whole : 0)}</span>
              {hasBase ? (
                <span className="dim">{formatDelta(row.value - row.baseValue, unit)}</span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
