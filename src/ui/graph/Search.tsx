import { useEffect, useRef, useState } from "react";
import { useAnswer, useNames, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { formatShare } from "../controls/page-format.js";

/** The search field: counts matches and says which share of the total they hold. */
export function Search() {
  const view = useView();
  const session = useSession();
  const found = useAnswer("search");
  const names = useNames("picture");
  const [text, setText] = useState(view.search);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(view.search), [view.search]);
  useEffect(() => {
    if (text === view.search) return;
    const timer = setTimeout(() => session.change({ search: text }, "replace"), 120);
    return () => clearTimeout(timer);
  }, [text, view.search, session]);
  const said =
    view.search && found
      ? found.refused
        ? `not a regular expression: ${found.refused}`
        : found.functions === 0
          ? `nothing in ${names?.names.length ?? 0} functions`
          : `${found.functions} · ${formatShare(found.share)}`
      : "";
  const walk = (by: number) => {
    if (!found || found.paths.length === 0) return;
    const at = found.paths.indexOf(view.selection);
    const next = (at + by + found.paths.length) % found.paths.length;
    session.change({ selection: found.paths[at < 0 ? 0 : next]! }, "replace");
  };
  return (
    <search className="search" data-said={said ? "" : undefined}>
      <input
        ref={field}
        id="search"
        className="field"
        type="search"
        placeholder="Search functions, packages, /regex/"
        aria-label="Search functions and packages"
        aria-describedby="search-found"
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            setText("");
            session.change({ search: "" }, "replace");
            field.current?.blur();
          }
          if (event.key === "Enter") {
            event.preventDefault();
            walk(event.shiftKey ? -1 : 1);
          }
        }}
      />
      <span
        id="search-found"
        className={found?.refused ? "search-found more" : "search-found dim"}
        aria-live="polite"
        title={
          found && !found.refused
            ? "functions that match · share of the total on stacks through them, each sample once"
            : undefined
        }
      >
        {said || <kbd>/</kbd>}
      </span>
    </search>
  );
}
