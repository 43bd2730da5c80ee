import { useEffect, useState } from "react";
import { askOf } from "../../session/questions.js";
import { useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { toNextLitPath } from "./next-lit-path.js";

/** As many characters as are typed before the search is asked for, in milliseconds of rest. */
const TYPING_MS = 120;

/** A search as it is typed: asked for when typing rests, walked once its answer is there. */
export interface TypedSearch {
  readonly text: string;
  type(text: string): void;
  clear(): void;
  /** Searches at once, and goes to a match of what was typed. */
  submit(by: 1 | -1): void;
}

/** Keeps what is typed apart from what is searched for. */
export function useTypedSearch(): TypedSearch {
  const view = useView();
  const session = useSession();
  const [text, setText] = useState(view.search);
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
    if (text !== "") toNextLitPath(session, wanted);
  }, [wanted, text, view.search, current, session]);
  return {
    text,
    type: setText,
    clear: () => {
      setText("");
      session.change({ search: "" }, "replace");
    },
    submit: (by) => {
      if (text !== view.search) session.change({ search: text }, "replace");
      setWanted(by);
    },
  };
}
