import { START_WORDS } from "../../words/page/start-words.js";
import { useSession } from "./session-context.js";

/** Opens help, in a header without keys in its titles. */
export function HelpButton() {
  const session = useSession();
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={START_WORDS.help}
      onClick={() => session.store.setState({ dialog: "help" })}
    >
      ?
    </button>
  );
}
