import type { KindsAnswer } from "../../engine/answers.js";
import { useAnswer, useView } from "../../session/store.js";
import {
  evidenceLabel,
  KUBERNETES_WORDS,
  kindLabel,
  stageLabel,
} from "../../words/page/kubernetes-words.js";
import { useSession } from "../app/session-context.js";
import { formatShare, formatValue } from "../controls/page-format.js";

/** The lit paths in order of bytes; each leads into the graph. */
export function LitPaths({ kinds }: { kinds: KindsAnswer }) {
  const lit = useAnswer("lit");
  const view = useView();
  const session = useSession();
  if (!lit || lit.length === 0) return null;
  return (
    <section>
      <h2 className="overline">
        {KUBERNETES_WORDS.pathsOf(view.lit ? kindLabel(view.lit) : stageLabel(view.litStage))}
      </h2>
      <ol className="lit-list">
        {lit.slice(0, 40).map((path) => (
          <li key={path.path}>
            <button
              type="button"
              className="link bare mono"
              onClick={() => session.change({ tab: "graph", selection: path.path })}
            >
              {path.name}
            </button>
            <span className="dim">
              {formatValue(path.value, kinds.unit)} · {formatShare(path.share)} ·{" "}
              {stageLabel(path.stage)} · {evidenceLabel(path.evidence)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
