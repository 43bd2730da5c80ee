import { Fragment } from "react";
import { GRAPH_KEYS } from "../../flamegraph/input/graph-keys.js";
import { useStore } from "../../session/store.js";
import { Dialog } from "../controls/Dialog.js";
import { SHORTCUTS } from "../controls/shortcut-table.js";
import { Licenses } from "./Licenses.js";
import { useSession } from "./session-context.js";

/** All keys, those of the graph first; what page and graph both have is said once. */
const KEYS: readonly { readonly shown: string; readonly text: string }[] = [
  ...GRAPH_KEYS.filter((g) => Object.values(SHORTCUTS).every((s) => s.shown !== g.shown)),
  ...Object.values(SHORTCUTS),
];

const POINTER: readonly (readonly [string, string])[] = [
  ["click", "select, and zoom to it; a row of plumbing unfolds"],
  ["double click", "zoom to it, and stay"],
  ["right click", "what can be done with a function"],
  ["Ctrl wheel", "zoom at the pointer; a pinch does the same"],
  ["drag", "move the graph"],
  ["Shift drag", "zoom to a range"],
  ["drag in the strip", "compare two snapshots"],
];

/** All keys, and what the words mean. */
export function HelpDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "help");
  return (
    <Dialog
      title="Keyboard shortcuts and glossary"
      open={open}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      <div className="help">
        <dl className="keys">
          {KEYS.map(({ shown, text }) => (
            <Fragment key={shown}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{text}</dd>
            </Fragment>
          ))}
        </dl>
        <div>
          <dl className="keys">
            {POINTER.map(([key, text]) => (
              <Fragment key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
          <h3 className="overline">Words</h3>
          <dl className="words">
            <dt>flat</dt>
            <dd>what the function itself allocated</dd>
            <dt>cum</dt>
            <dd>what it and all it calls allocated, each sample once</dd>
            <dt>inuse, alloc</dt>
            <dd>alive when recorded; allocated since the process started</dd>
            <dt>named</dt>
            <dd>a frame on the stack says the kind</dd>
            <dt>shaped</dt>
            <dd>the encoder's stack has the shape of the kind</dd>
            <dt>co-growth</dt>
            <dd>grew together with one kind's named frames and no other's</dd>
            <dt>±</dt>
            <dd>one standard error: Go samples, it does not count every allocation</dd>
            <dt>survival</dt>
            <dd>growth of the live bytes over what was allocated since the base</dd>
          </dl>
          <Licenses />
        </div>
      </div>
    </Dialog>
  );
}
