import { useAnswer } from "../store/store.js";
import { functionActions } from "./functionactions.js";
import { useSession } from "./session.js";

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
          title={key ? `${title} (${key})` : title}
          onClick={act}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
