import { type KeyboardEvent, useRef } from "react";
import type { SearchAnswer } from "../../engine/answers.js";
import { useAnswer, useNames, useView } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { useSession } from "../app/session-context.js";
import { formatShare } from "../controls/page-format.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { toNextLitPath } from "./next-lit-path.js";
import { matchCounts, placeAmongMatches, whyNothingFound } from "./search-counts.js";
import { useTypedSearch } from "./use-typed-search.js";

const WORDS = GRAPH_WORDS.search;

/** The search field: counts matches, says which share of the total they hold, walks them. */
export function Search() {
  const view = useView();
  const answer = useAnswer("search");
  const found = view.search ? answer : undefined;
  const names = useNames("picture");
  const { text, type, clear, submit } = useTypedSearch();
  const field = useRef<HTMLInputElement>(null);
  const trouble = found ? whyNothingFound(found, names?.names.length ?? 0) : "";
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      clear();
      field.current?.blur();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      submit(event.shiftKey ? -1 : 1);
    }
  };
  return (
    <search className="search" data-active={view.search ? "" : undefined}>
      <input
        ref={field}
        id="search"
        className="field"
        type="search"
        placeholder={WORDS.placeholder}
        aria-label={WORDS.label}
        aria-describedby="search-found"
        value={text}
        maxLength={500}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      <span className="search-side">
        {found && !trouble ? <Found found={found} /> : null}
        {view.search ? (
          <button
            type="button"
            className="search-button"
            aria-label={WORDS.clear}
            {...withShortcut(WORDS.clear, "stepOut")}
            onClick={clear}
          >
            ✕
          </button>
        ) : (
          <kbd>/</kbd>
        )}
      </span>
      {trouble ? (
        <span id="search-found" className="search-trouble card" role="status">
          {trouble}
        </span>
      ) : null}
    </search>
  );
}

/** How much was found, and the way from one match to the next. */
function Found({ found }: { readonly found: SearchAnswer }) {
  const view = useView();
  return (
    <>
      <span id="search-found" className="dim" aria-live="polite" title={matchCounts(found)}>
        {placeAmongMatches(found, view.selection)} · {formatShare(found.share)}
      </span>
      <SearchButton label={WORDS.previous} sign="‹" by={-1} />
      <SearchButton label={WORDS.next} sign="›" by={1} />
    </>
  );
}

function SearchButton(props: { label: string; sign: string; by: 1 | -1 }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="search-button"
      aria-label={props.label}
      {...withShortcut(props.label, props.by > 0 ? "next" : "previous")}
      onClick={() => toNextLitPath(session, props.by)}
    >
      {props.sign}
    </button>
  );
}
