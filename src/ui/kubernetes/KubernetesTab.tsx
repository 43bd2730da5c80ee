import { coGrowthSaid } from "../../engine/answers/kinds/co-growth-words.js";
import { useAnswer, useStore } from "../../session/store.js";
import { KUBERNETES_WORDS } from "../../words/page/kubernetes-words.js";
import { Copy } from "../controls/CopyButton.js";
import { KindMatrix } from "./KindMatrix.js";
import { kindsMarkdown } from "./kinds-markdown.js";
import { LitPaths } from "./LitPaths.js";
import { stagesOf } from "./stage-columns.js";

/** Kinds by stages, in bytes, and the paths that are lit. */
export function KubernetesTab() {
  const kinds = useAnswer("kinds");
  const failure = useStore((s) => s.failures.kinds?.failure);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!kinds) return <div className="kubernetes" />;
  if (kinds.kinds.length === 0) {
    return <p className="empty">{KUBERNETES_WORDS.none}</p>;
  }
  const growth = coGrowthSaid(kinds);
  const stages = stagesOf(kinds);
  return (
    <div className="kubernetes">
      <div className="kubernetes-head">
        <p className="dim">
          {KUBERNETES_WORDS.about(kinds.isDifference)}
          <span className="screen-only">{KUBERNETES_WORDS.click}</span>
        </p>
        <Copy
          className="button small"
          text={() => kindsMarkdown(kinds, stages)}
          label={KUBERNETES_WORDS.copy}
        />
      </div>
      <KindMatrix kinds={kinds} stages={stages} />
      {growth ? <p className="dim">{growth}</p> : null}
      {kinds.connections ? <p className="dim">{kinds.connections}</p> : null}
      <LitPaths kinds={kinds} />
    </div>
  );
}
