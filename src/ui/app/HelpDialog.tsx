import { Fragment } from "react";
import { GRAPH_KEYS } from "../../flamegraph/input/graph-keys.js";
import { useStore } from "../../session/store.js";
import { HELP_WORDS } from "../../words/page/help-words.js";
import { Dialog } from "../controls/Dialog.js";
import { SHORTCUTS } from "../controls/shortcut-table.js";
import { LanguageButton } from "./LanguageButton.js";
import { Licenses } from "./Licenses.js";
import { useSession } from "./session-context.js";

/** All keys, those of the graph first; what page and graph both have is said once. */
function allKeys(): (readonly [string, string])[] {
  const ofPage = Object.values(SHORTCUTS);
  return [...GRAPH_KEYS.filter((g) => ofPage.every((s) => s.shown !== g.shown)), ...ofPage].map(
    ({ shown, text }) => [shown, text],
  );
}

/** All keys, and what the words mean. */
export function HelpDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "help");
  return (
    <Dialog
      title={HELP_WORDS.title}
      open={open}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      <div className="help">
        <Keys of={allKeys()} />
        <div>
          <Keys of={HELP_WORDS.pointer()} />
          <h3 className="overline">{HELP_WORDS.glossaryTitle}</h3>
          <dl className="words">
            {HELP_WORDS.glossary().map(([term, meaning]) => (
              <Fragment key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </Fragment>
            ))}
          </dl>
          <p>
            <LanguageButton />
          </p>
          <Licenses />
        </div>
      </div>
    </Dialog>
  );
}

/** Keys or gestures, each with what it does. */
function Keys({ of }: { readonly of: readonly (readonly [string, string])[] }) {
  return (
    <dl className="keys">
      {of.map(([key, text]) => (
        <Fragment key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
