import { useEffect, useRef, useState } from "react";
import type { SearchAnswer } from "../../engine/answers.js";
import { askOf } from "../../session/questions.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { formatCount, formatShare } from "../controls/page-format.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { walkPaths } from "./walk-paths.js";

/** As many characters as are typed before the search is asked for, in milliseconds of rest. */
const TYPING_MS = 120;

/** The search field: counts matches, says which share of the total they hold, walks them. */
export function Search() {
  const view = useView();
  const session = useSession();
  const answer = useAnswer("search");
  const found = view.search ? answer : undefined;
  const names = useNames("picture");
  const [text, setText] = useState(view.search);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(view.search), [view.search]);
  useEffect(() => {
    if (text === view.search) return;
    const timer = setTimeout(() => session.change({ search: text }, "replace"), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, view.search, session]);
  // Enter right after typing goes to a match of what was typed, once the answer is there.
  const [wanted, setWanted] = useState<1 | -1 | 0>(0);
  const answered = useStore((s) => s.answers.search?.key);
  const current =
    view.search !== "" && answered === askOf(view, "search", { pattern: view.search }).key;
  useEffect(() => {
    if (wanted === 0 || text !== view.search) return;
    if (text !== "" && !current) return;
    setWanted(0);
    if (text !== "") walkPaths(session, wanted);
  }, [wanted, text, view.search, current, session]);
  const clear = () => {
    setText("");
    session.change({ search: "" }, "replace");
  };
  const trouble = found ? troubleOf(found, names?.names.length ?? 0) : "";
  return (
    <search className="search" data-active={view.search ? "" : undefined}>
      <input
        ref={field}
        id="search"
        className="field"
        type="search"
        placeholder="Search functions, files, /regex/"
        aria-label="Search functions, packages and files"
        aria-describedby="search-found"
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            clear();
            field.current?.blur();
          }
          if (event.key === "Enter") {
            event.preventDefault();
            if (text !== view.search) session.change({ search: text }, "replace");
            setWanted(event.shiftKey ? -1 : 1);
          }
        }}
      />
      <span className="search-side">
        {found && !trouble ? (
          <>
            <span id="search-found" className="dim" aria-live="polite" title={countsOf(found)}>
              {placeOf(found, view.selection)} · {formatShare(found.share)}
            </span>
            <SearchButton label="Previous match" sign="‹" by={-1} />
            <SearchButton label="Next match" sign="›" by={1} />
          </>
        ) : null}
        {view.search ? (
          <button
            type="button"
            className="search-button"
            aria-label="Clear the search"
            {...withShortcut("Clear the search", "stepOut")}
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

function SearchButton(props: { label: string; sign: string; by: 1 | -1 }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="search-button"
      aria-label={props.label}
      {...withShortcut(props.label, props.by > 0 ? "next" : "previous")}
      onClick={() => walkPaths(session, props.by)}
    >
      {props.sign}
    </button>
  );
}

function troubleOf(found: SearchAnswer, functions: number): string {
  if (found.refused) return `not a regular expression: ${found.refused}`;
  return found.functions === 0 ? `nothing in ${formatCount(functions)} functions` : "";
}

/** "3 of 22" where one of the matches is selected, else "22 matches". */
function placeOf(found: SearchAnswer, selection: string): string {
  const at = found.paths.indexOf(selection);
  const all = formatCount(found.paths.length);
  if (at >= 0) return `${formatCount(at + 1)} of ${all}`;
  return found.paths.length === 1 ? "1 match" : `${all} matches`;
}

function countsOf(found: SearchAnswer): string {
  const functions =
    found.functions === 1 ? "1 function" : `${formatCount(found.functions)} functions`;
  return `${functions} at ${formatCount(found.paths.length)} places of the graph; share of the total on stacks through them, each sample once`;
}
