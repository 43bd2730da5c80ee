import type { Detail } from "../../engine/answers.js";
import { errorText, zText } from "../../profile/error-text.js";
import { packageOf, shortName } from "../../profile/function-name.js";
import { intervalOf, type Sampling } from "../../profile/sampling-error.js";
import { useAnswer, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { AdviceList } from "../controls/AdviceList.js";
import { Copy } from "../controls/CopyButton.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatFactor,
  formatShare,
  formatValue,
} from "../controls/page-format.js";
import { Sparkline } from "../controls/Sparkline.js";
import { Actions } from "./Actions.js";
import { FunctionPaths } from "./FunctionPaths.js";
import { KnownIssues } from "./KnownIssues.js";
import { Labels } from "./Labels.js";
import { Overview } from "./Overview.js";

/** All about what is selected, as text that can be selected and copied. */
export function DetailPanel() {
  const detail = useAnswer("detail");
  const view = useView();
  const set = useAnswer("set");
  if (!view.selection) return <Overview />;
  if (detail === null) {
    return (
      <div className="panel-body">
        <p className="dim">
          The selected path does not occur in what is shown. Choose another snapshot or sample type,
          or remove a filter.
        </p>
      </div>
    );
  }
  if (!detail) return <div className="panel-body" />;
  const { unit, of } = detail;
  const compared = detail.isDifference;
  const delta = detail.cum - detail.baseCum;
  const noise = compared && detail.noise;
  const interval = intervalOf(detail.cum, detail.cumError, detail.sampling);
  return (
    <div className="panel-body" key={detail.path}>
      <h2 className="panel-name">{shortName(detail.name)}</h2>
      <p className="mono dim wrap" title={detail.name}>
        {packageOf(detail.name)}
      </p>
      {detail.file ? <p className="mono dim wrap">{detail.file}</p> : null}
      <p className="figure">
        <span className="large" title={formatExact(detail.cum, unit)}>
          {detail.isDelta ? formatDelta(detail.cum, unit) : formatValue(detail.cum, unit)}
        </span>
        {compared && !detail.isDelta ? (
          <>
            <span
              className={noise ? "dim" : delta > 0 ? "more" : "less"}
              title={formatExact(delta, unit)}
            >
              {formatDelta(delta, unit)}
            </span>
            <span className="dim">{formatFactor(detail.cum, detail.baseCum)}</span>
          </>
        ) : null}
      </p>
      <p className="dim">
        {of > 0 ? `${formatShare(Math.abs(detail.cum) / of)} of ` : null}
        {formatValue(of, unit)}
        {detail.isDelta ? " that changed, up and down" : ""}
        {interval ? (
          <span title="Go samples allocations: with 95% confidence the true value lies in between">
            {" "}
            · 95% interval {formatValue(interval.low, unit)} to {formatValue(interval.high, unit)}
          </span>
        ) : null}
      </p>
      {noise && delta !== 0 ? <p className="dim">The change is within sampling noise.</p> : null}
      <FunctionPaths detail={detail} />
      <Actions />
      <dl className="figures">
        <Row label="flat" value={detail.flat} error={detail.flatError} of={detail} />
        <Row label="cumulative" value={detail.cum} error={detail.cumError} of={detail} />
        {compared && !detail.isDelta ? (
          <Row label="before" value={detail.baseCum} error={detail.baseError} of={detail} />
        ) : null}
        {compared ? (
          <div>
            <dt>change</dt>
            <dd>
              {formatDelta(delta, unit)}{" "}
              <span className="dim" title={ERROR_TITLE}>
                {[
                  errorText(detail.deltaError, unit, detail.sampling.change),
                  Number.isNaN(detail.z) ? "" : `z ${zText(detail.z)}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </dd>
          </div>
        ) : null}
        {detail.objects >= 0 ? (
          <div>
            <dt>objects</dt>
            <dd>
              {formatCount(detail.objects)}
              <ErrorOf error={detail.objectsError} unit="count" sampling={detail.sampling} />
            </dd>
          </div>
        ) : null}
        {detail.meanBytes !== null ? (
          <div>
            <dt>mean allocation</dt>
            <dd>{formatValue(detail.meanBytes, "bytes")}</dd>
          </div>
        ) : null}
        {detail.allocated !== null ? (
          <div>
            <dt>allocated since base</dt>
            <dd>{formatValue(detail.allocated, unit)}</dd>
          </div>
        ) : null}
        {detail.survival !== null ? (
          <div>
            <dt>survival</dt>
            <dd title="growth of the live bytes over what was allocated since the base">
              {formatShare(detail.survival)}{" "}
              <span className="dim">{survivalWord(detail.survival)}</span>
            </dd>
          </div>
        ) : null}
        {detail.joinedShare > 0 ? (
          <div>
            <dt>on joined stacks</dt>
            <dd>{formatShare(detail.joinedShare)}</dd>
          </div>
        ) : null}
      </dl>
      {detail.series.length > 1 && set ? (
        <>
          <h3 className="overline">Over the {set.kind === "series" ? "snapshots" : "files"}</h3>
          <Sparkline
            series={set.order.map((i) => detail.series[i] ?? 0)}
            times={set.order.map((i) => set.times[i])}
            unit={unit}
            trend={detail.trend}
            marked={set.order.indexOf(view.shown)}
          />
        </>
      ) : null}
      <h3 className="overline">Kubernetes</h3>
      <dl className="figures">
        <div>
          <dt>kind</dt>
          <dd>
            <KindLink kind={detail.kind} />
            {detail.evidence[0] ? <span className="dim"> · {detail.evidence[0].name}</span> : null}
            {detail.kindShare < 0.995 ? (
              <span className="dim"> · {formatShare(detail.kindShare)}</span>
            ) : null}
            <span className="dim"> · </span>
            <LeaveOut kind={detail.kind} />
          </dd>
        </div>
        {detail.evidence.length > 1 ? (
          <div>
            <dt>evidence</dt>
            <dd>
              {detail.evidence.map((e) => `${e.name} ${formatValue(e.value, unit)}`).join(", ")}
            </dd>
          </div>
        ) : null}
        {detail.stages.slice(0, 3).map((stage, i) => (
          <div key={stage.name}>
            <dt>{i === 0 ? "stage" : ""}</dt>
            <dd>
              {stage.name} <span className="dim">{formatValue(stage.value, unit)}</span>
            </dd>
          </div>
        ))}
        {detail.objectBytes !== null ? (
          <div>
            <dt>object size</dt>
            <dd>{formatValue(detail.objectBytes, "bytes")} mean</dd>
          </div>
        ) : null}
      </dl>
      <KnownIssues />
      {detail.advice.length > 0 ? (
        <>
          <h3 className="overline">What to do</h3>
          <AdviceList advice={detail.advice} />
        </>
      ) : null}
      <Labels />
      <h3 className="overline">
        Path, root first{" "}
        <Copy text={() => detail.stack.map((f) => f.name).join("\n")} label="copy" />
      </h3>
      <ol className="stack mono">
        {detail.stack.map((frame) => (
          <StackFrame key={frame.path} frame={frame} on={frame.path === detail.path} />
        ))}
      </ol>
    </div>
  );
}

function StackFrame(props: {
  frame: { name: string; path: string; joined: boolean; sure: number };
  on: boolean;
}) {
  const session = useSession();
  const { frame, on } = props;
  return (
    <li data-joined={frame.joined || undefined} data-on={on || undefined}>
      <button
        type="button"
        className="link bare"
        title={
          frame.joined
            ? `${frame.name}\nadded by joining cut stacks, ${formatShare(frame.sure)} sure`
            : frame.name
        }
        onClick={() => session.change({ selection: frame.path }, "replace")}
      >
        {shortName(frame.name)}
      </button>
    </li>
  );
}

function survivalWord(survival: number): string {
  return survival >= 0.5 ? "stays" : survival < 0.2 ? "in flight" : "partly stays";
}

const ERROR_TITLE =
  "± one standard error of the sampling; z is the change in standard errors, below 2 it is noise";

function Row(props: { label: string; value: number; error: number; of: Detail }) {
  const { unit, sampling } = props.of;
  return (
    <div>
      <dt>{props.label}</dt>
      <dd title={formatExact(props.value, unit)}>
        {formatValue(props.value, unit)}
        <ErrorOf error={props.error} unit={unit} sampling={sampling} />
      </dd>
    </div>
  );
}

function ErrorOf(props: { error: number; unit: string; sampling: Sampling }) {
  const text = errorText(props.error, props.unit, props.sampling.basis);
  return text ? (
    <span className="dim" title={ERROR_TITLE}>
      {" "}
      {text}
    </span>
  ) : null;
}

function KindLink({ kind }: { kind: string }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="link strong"
      title="Highlight its paths"
      onClick={() => session.change({ lit: kind, litStage: "" })}
    >
      {kind}
    </button>
  );
}

function LeaveOut({ kind }: { kind: string }) {
  const session = useSession();
  const view = useView();
  return (
    <button
      type="button"
      className="link dim"
      title={`Samples of ${kind} are left out`}
      onClick={() =>
        session.change({
          transforms: [...view.transforms, { do: "drop-kind", pattern: kind }],
          lit: "",
          zoom: "",
        })
      }
    >
      leave out
    </button>
  );
}
