import { packageOf } from "../profile/names.js";
import { useAnswer, useView } from "../store/store.js";
import { useSession } from "./session.js";
import { exactly } from "./Transforms.js";

/** What can be done with the selected function. */
export function Actions() {
  const detail = useAnswer("detail");
  const view = useView();
  const session = useSession();
  if (!detail || detail.path === "" || detail.stack.length === 0) return null;
  const pattern = exactly(detail.name);
  const add = (how: "focus" | "ignore" | "hide" | "show") =>
    session.change({
      transforms: [...view.transforms, { do: how, pattern }],
      zoom: "",
      tab: "graph",
    });
  return (
    <div className="actions">
      <button
        type="button"
        className="button small"
        title="Fill the width with it (Enter)"
        onClick={() => session.change({ zoom: detail.path, tab: "graph" })}
      >
        Zoom
      </button>
      <button
        type="button"
        className="button small"
        title="Only stacks through it"
        onClick={() => add("focus")}
      >
        Focus
      </button>
      <button
        type="button"
        className="button small"
        title="Stacks through it are left out"
        onClick={() => add("ignore")}
      >
        Ignore
      </button>
      <button
        type="button"
        className="button small"
        title="Its frame is left out, its stacks stay"
        onClick={() => add("hide")}
      >
        Hide
      </button>
      <button
        type="button"
        className="button small"
        title="Of all frames only this one is left"
        onClick={() => add("show")}
      >
        Show only
      </button>
      <button
        type="button"
        className="button small"
        title="Who calls it, and what it calls"
        onClick={() => session.change({ tab: "callers", callersOf: detail.name })}
      >
        Callers
      </button>
      <button
        type="button"
        className="button small"
        title="Frames of its package become one"
        onClick={() =>
          session.change({
            transforms: [...view.transforms, { do: "collapse", pattern: packageOf(detail.name) }],
            zoom: "",
          })
        }
      >
        Collapse package
      </button>
    </div>
  );
}
