import { useEffect, useRef } from "react";
import type { CallersAnswer } from "../../engine/answers.js";
import type { Detail } from "../../engine/path-answers.js";
import { shortName } from "../../profile/function-name.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { TABLE_WORDS } from "../../words/page/table-words.js";
import { useSession } from "../app/session-context.js";
import { formatDelta, formatExact, formatShare, formatValue } from "../controls/page-format.js";
import { NeighbourGrid } from "./NeighbourGrid.js";

const WORDS = TABLE_WORDS.callers;

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
  useFollowing(detail);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!view.callersOf) {
    return (
      <div className="empty">
        <p>{WORDS.select}</p>
      </div>
    );
  }
  if (!answer || names?.id !== answer.namesId) return <div className="callers" />;
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
        <Itself answer={answer} />
        {detail && detail.name !== answer.name && detail.stack.length > 0 ? (
          <button
            type="button"
            className="button small"
            onClick={() => session.change({ callersOf: detail.name })}
          >
            {WORDS.goTo(shortName(detail.name))}
          </button>
        ) : null}
      </section>
      <NeighbourGrid which="callers" tree={answer.callers} {...shared} key={`< ${answer.name}`} />
      <NeighbourGrid which="callees" tree={answer.callees} {...shared} key={`> ${answer.name}`} />
    </div>
  );
}

/** Another selection is followed; what a link shows stays until something else is selected. */
function useFollowing(detail: Detail | null | undefined): void {
  const view = useView();
  const session = useSession();
  const followed = useRef(view.selection);
  useEffect(() => {
    const there = detail && view.selection !== "" && detail.path === view.selection;
    if (!there || detail.stack.length === 0) return;
    if (view.callersOf !== "" && followed.current === view.selection) return;
    followed.current = view.selection;
    if (view.callersOf !== detail.name) session.change({ callersOf: detail.name }, "replace");
  }, [detail, view.selection, view.callersOf, session]);
}

/** The function whose neighbours are shown, with what it holds. */
function Itself({ answer }: { readonly answer: CallersAnswer }) {
  const { unit, of, hasBase } = answer;
  const value = (label: string, bytes: number) => (
    <div>
      <dt>{label}</dt>
      <dd title={formatExact(bytes, unit)}>
        {formatValue(bytes, unit)} <span className="dim">{formatShare(of ? bytes / of : 0)}</span>
      </dd>
    </div>
  );
  return (
    <>
      <h2 className="mono wrap" title={answer.name}>
        {shortName(answer.name)}
      </h2>
      <p className="mono dim wrap">{answer.file}</p>
      <dl className="figures">
        {value(WORDS.flat, answer.flat)}
        {value(WORDS.cum, answer.cum)}
        {hasBase ? (
          <div>
            <dt>{WORDS.cumChange}</dt>
            <dd>{formatDelta(answer.cum - answer.baseCum, unit)}</dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}
