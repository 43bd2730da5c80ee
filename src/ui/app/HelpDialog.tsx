import { Fragment } from "react";
import { useStore } from "../../session/store.js";
import { Dialog } from "../controls/Dialog.js";
import { Licenses } from "./Licenses.js";
import { useSession } from "./session-context.js";

const KEYS: readonly (readonly [string, string])[] = [
  ["← ↑ → ↓", "parent, child, neighbours in the graph"],
  ["Enter", "zoom to the selection"],
  ["Space", "unfold a row of plumbing, fold it again"],
  ["+ −", "zoom in and out"],
  ["Home", "the whole graph"],
  ["Esc", "clear selection, then zoom, then search"],
  ["/", "search"],
  ["n  N", "next, previous match or lit path"],
  [",  .", "previous, next snapshot"],
  ["d", "toggle comparison"],
  ["x", "swap base and profile"],
  ["1 – 4", "sample type"],
  ["f", "flame or icicle"],
  ["i", "invert"],
  ["c", "next colouring"],
  ["t", "theme"],
  ["s", "share"],
  ["?", "these keys"],
  ["Ctrl Z", "back (the browser's own back does the same)"],
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
          {KEYS.map(([key, text]) => (
            <Fragment key={key}>
              <dt>
                <kbd>{key}</kbd>
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
