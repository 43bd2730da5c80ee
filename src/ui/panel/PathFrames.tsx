import type { Detail } from "../../engine/path-answers.js";
import { shortName } from "../../profile/function-name.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { formatShare } from "../controls/page-format.js";

const WORDS = PANEL_WORDS.path;

/** The frames of a path from the root on; a press selects the path as far as there. */
export function PathFrames({ detail }: { readonly detail: Detail }) {
  return (
    <>
      <h3 className="overline">
        {WORDS.title}{" "}
        <Copy text={() => detail.stack.map((f) => f.name).join("\n")} label={WORDS.copy} />
      </h3>
      <ol className="stack mono">
        {detail.stack.map((frame) => (
          <StackFrame key={frame.path} frame={frame} on={frame.path === detail.path} />
        ))}
      </ol>
    </>
  );
}

function StackFrame(props: { frame: Detail["stack"][number]; on: boolean }) {
  const session = useSession();
  const { frame, on } = props;
  const sure = formatShare(frame.sure);
  return (
    <li data-joined={frame.joined || undefined} data-on={on || undefined}>
      <button
        type="button"
        className="link bare"
        title={frame.joined ? WORDS.joinedFrame(frame.name, sure) : frame.name}
        onClick={() => session.change({ selection: frame.path }, "replace")}
      >
        {shortName(frame.name)}
      </button>
    </li>
  );
}
