import type { Detail } from "../../engine/path-answers.js";
import { useView } from "../../session/store.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { evidenceLabel, kindLabel, stageLabel } from "../../words/page/kubernetes-words.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { useSession } from "../app/session-context.js";
import { formatShare, formatValue } from "../controls/page-format.js";
import { Figure } from "./Figure.js";

const WORDS = PANEL_WORDS.kubernetes;

/** Which Kubernetes kind a path is of, on what evidence, and at which stages. */
export function DetailKind({ detail }: { readonly detail: Detail }) {
  const { unit, evidence } = detail;
  return (
    <>
      <h3 className="overline">{WORDS.title}</h3>
      <dl className="figures">
        <Figure label={WORDS.kind}>
          <KindLink kind={detail.kind} />
          {evidence[0] ? <span className="dim"> · {evidenceLabel(evidence[0].name)}</span> : null}
          {detail.kindShare < 0.995 ? (
            <span className="dim"> · {formatShare(detail.kindShare)}</span>
          ) : null}
          <span className="dim"> · </span>
          <LeaveOut kind={detail.kind} />
        </Figure>
        {evidence.length > 1 ? (
          <Figure label={WORDS.evidence}>
            {CONTROLS_WORDS.inRow(
              evidence.map((e) => `${evidenceLabel(e.name)} ${formatValue(e.value, unit)}`),
            )}
          </Figure>
        ) : null}
        {detail.stages.slice(0, 3).map((stage, i) => (
          <Figure key={stage.name} label={i === 0 ? WORDS.stage : ""}>
            {stageLabel(stage.name)} <span className="dim">{formatValue(stage.value, unit)}</span>
          </Figure>
        ))}
        {detail.objectBytes !== null ? (
          <Figure label={WORDS.objectSize}>
            {WORDS.meanSize(formatValue(detail.objectBytes, "bytes"))}
          </Figure>
        ) : null}
      </dl>
    </>
  );
}

function KindLink({ kind }: { readonly kind: string }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="link strong"
      title={WORDS.highlight}
      onClick={() => session.change({ lit: kind, litStage: "" })}
    >
      {kindLabel(kind)}
    </button>
  );
}

function LeaveOut({ kind }: { readonly kind: string }) {
  const session = useSession();
  const view = useView();
  return (
    <button
      type="button"
      className="link dim"
      title={WORDS.leaveOutTitle(kindLabel(kind))}
      onClick={() =>
        session.change({
          transforms: [...view.transforms, { do: "drop-kind", pattern: kind }],
          lit: "",
          zoom: "",
        })
      }
    >
      {WORDS.leaveOut}
    </button>
  );
}
