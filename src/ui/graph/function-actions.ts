import type { Transform } from "../../engine/question.js";
import { packageOf } from "../../profile/function-name.js";
import type { Session } from "../../session/session.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { copyText } from "../controls/CopyButton.js";
import type { ShortcutName } from "../controls/shortcut-table.js";
import { exactly } from "./transform-text.js";

const WORDS = GRAPH_WORDS.actions;

/** Something that can be done with a function of the graph. */
export interface FunctionAction {
  readonly label: string;
  readonly title: string;
  /** the key that does the same */
  readonly key?: ShortcutName;
  act(): void;
}

/** What can be done with a function: `path` is where it was met in the graph. */
export function functionActions(session: Session, name: string, path: string): FunctionAction[] {
  const narrow = (transform: Transform) => {
    const { transforms } = session.store.getState().view;
    session.change({ transforms: [...transforms, transform], zoom: "", tab: "graph" });
  };
  const pattern = exactly(name);
  const pkg = packageOf(name);
  return [
    {
      ...WORDS.zoom,
      key: "zoomToSelection",
      act: () => session.change({ zoom: path, tab: "graph" }),
    },
    {
      ...WORDS.focus,
      act: () => narrow({ do: "focus", pattern }),
    },
    {
      ...WORDS.ignore,
      act: () => narrow({ do: "ignore", pattern }),
    },
    {
      ...WORDS.hide,
      act: () => narrow({ do: "hide", pattern }),
    },
    {
      ...WORDS.show,
      act: () => narrow({ do: "show", pattern }),
    },
    {
      ...WORDS.callers,
      act: () => session.change({ tab: "callers", callersOf: name }),
    },
    ...(pkg
      ? [
          {
            label: WORDS.collapse,
            title: WORDS.collapseTitle(pkg),
            act: () => narrow({ do: "collapse", pattern: pkg }),
          },
        ]
      : []),
    {
      label: WORDS.copyName,
      title: name,
      act: () =>
        void copyText(name).then((done) =>
          session.store.setState({
            toast: done ? CONTROLS_WORDS.copied : CONTROLS_WORDS.copyFailed,
          }),
        ),
    },
  ];
}
