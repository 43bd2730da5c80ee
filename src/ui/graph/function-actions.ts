import type { Transform } from "../../engine/question.js";
import { packageOf } from "../../profile/function-name.js";
import type { Session } from "../../session/session.js";
import { copyText } from "../controls/CopyButton.js";
import type { ShortcutName } from "../controls/shortcut-table.js";
import { exactly } from "./Transforms.js";

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
      label: "Zoom",
      title: "Fill the width with it",
      key: "zoomToSelection",
      act: () => session.change({ zoom: path, tab: "graph" }),
    },
    {
      label: "Focus",
      title: "Only stacks through it",
      act: () => narrow({ do: "focus", pattern }),
    },
    {
      label: "Ignore",
      title: "Stacks through it are left out",
      act: () => narrow({ do: "ignore", pattern }),
    },
    {
      label: "Hide",
      title: "Its frame is left out, its stacks stay",
      act: () => narrow({ do: "hide", pattern }),
    },
    {
      label: "Show only",
      title: "Of all frames only this one is left",
      act: () => narrow({ do: "show", pattern }),
    },
    {
      label: "Callers",
      title: "Who calls it, and what it calls",
      act: () => session.change({ tab: "callers", callersOf: name }),
    },
    ...(pkg
      ? [
          {
            label: "Collapse package",
            title: `Frames of ${pkg} become one`,
            act: () => narrow({ do: "collapse", pattern: pkg }),
          },
        ]
      : []),
    {
      label: "Copy name",
      title: name,
      act: () =>
        void copyText(name).then((done) =>
          session.store.setState({ toast: done ? "copied" : "copy failed" }),
        ),
    },
  ];
}
