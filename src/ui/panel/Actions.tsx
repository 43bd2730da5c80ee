import { useAnswer } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { functionActions } from "../graph/function-actions.js";

/** What can be done with the selected function. */
export function Actions() {
  const detail = useAnswer("detail");
  const session = useSession();
  if (!detail || detail.path === "" || detail.stack.length === 0) return null;
  return (
    <div className="actions">
      {functionActions(session, detail.name, detail.path).map(({ label, title, key, act }) => (
        <button
          key={label}
          type="button"
          className="button small"
          {...(key ? withShortcut(title, key) : { title })}
          onClick={act}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
