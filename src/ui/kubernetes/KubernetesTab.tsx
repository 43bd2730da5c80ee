import { coGrowthSaid } from "../../engine/answers/co-growth-words.js";
import { useAnswer, useStore } from "../../session/store.js";
import { Copy } from "../controls/CopyButton.js";
import { KindMatrix } from "./KindMatrix.js";
import { kindsMarkdown } from "./kinds-markdown.js";
import { LitPaths } from "./LitPaths.js";

/** Kinds by stages, in bytes, and the paths that are lit. */
export function KubernetesTab() {
  const kinds = useAnswer("kinds");
  const failure = useStore((s) => s.failures.kinds?.failure);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!kinds) return <div className="kubernetes" />;
  if (kinds.kinds.length === 0) {
    return (
      <p className="empty">
        No frame of this profile names a Kubernetes kind: it may be no Kubernetes component, or its
        stacks are all about something else. The Table tells what there is.
      </p>
    );
  }
  const growth = coGrowthSaid(kinds);
  const stages = Object.entries(kinds.stages)
    .filter(([, v]) => v !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([name]) => name)
    .filter((name) => kinds.kinds.some((k) => (k.stages[name] ?? 0) !== 0));
  return (
    <div className="kubernetes">
      <div className="kubernetes-head">
        <p className="dim">
          {kinds.isDifference ? "What changed" : "What is held"}, by kind and by stage of its life.
          <span className="screen-only"> Click a value to highlight its paths in the graph.</span>
        </p>
        <Copy
          className="button small"
          text={() => kindsMarkdown(kinds, stages)}
          label="Copy as Markdown"
        />
      </div>
      <KindMatrix kinds={kinds} stages={stages} />
      {growth ? <p className="dim">{growth}</p> : null}
      {kinds.connections ? <p className="dim">{kinds.connections}</p> : null}
      <LitPaths kinds={kinds} />
    </div>
  );
}
