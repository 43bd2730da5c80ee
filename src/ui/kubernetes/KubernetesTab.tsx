import type { KindRow, KindsAnswer } from "../../engine/answers.js";
import { evidenceOfKinds, shareOfKinds } from "../../engine/whole-of-kinds.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { Copy } from "../controls/CopyButton.js";
import { formatDelta, formatExact, formatShare, formatValue } from "../controls/page-format.js";
import { stageLabel } from "./stage-columns.js";

/** Kinds by stages, in bytes; a cell's press lights its paths. */
export function KubernetesTab() {
  const kinds = useAnswer("kinds");
  const failure = useStore((s) => s.failures.kinds?.failure);
  const lit = useAnswer("lit");
  const view = useView();
  const session = useSession();
  const theme = useTheme();
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
  const stages = Object.entries(kinds.stages)
    .filter(([, v]) => v !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([name]) => name)
    .filter((name) => kinds.kinds.some((k) => (k.stages[name] ?? 0) !== 0));
  const light = (key: string, stage: string) =>
    session.change({ lit: key, litStage: stage, tab: "graph" });
  return (
    <div className="kubernetes">
      <div className="kubernetes-head">
        <p className="dim">
          {kinds.isDifference ? "What changed" : "What is held"}, by kind and by stage of its life.
          Press a figure to light its paths in the graph.
        </p>
        <Copy
          className="button small"
          text={() => kindsMarkdown(kinds, stages)}
          label="Copy as Markdown"
        />
      </div>
      <div className="matrix-scroll">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">kind</th>
              <th scope="col">{kinds.isDifference ? "growth" : "held"}</th>
              <th scope="col">evidence</th>
              <th scope="col" title="mean size of one object, from the sizes at per-object sites">
                object
              </th>
              {stages.map((stage) => (
                <th scope="col" key={stage}>
                  {stageLabel(stage)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.kinds.map((row) => (
              <tr key={row.key} data-on={view.lit === row.key || undefined}>
                <th scope="row">
                  <button type="button" className="link bare" onClick={() => light(row.key, "")}>
                    <span className="dot" style={{ background: bandColour(row.key, theme) }} />
                    {row.kind}
                    {row.group ? <span className="dim"> {row.group}</span> : null}
                  </button>
                </th>
                <td title={formatExact(row.total, kinds.unit)}>
                  <strong>{show(row.total, kinds)}</strong>{" "}
                  <span className="dim">{share(row.total, kinds)}</span>
                </td>
                <td>
                  <EvidenceBar row={row} />
                </td>
                <td className="dim">
                  {row.meanObjectBytes === null ? "–" : formatValue(row.meanObjectBytes, "bytes")}
                </td>
                {stages.map((stage) => {
                  const value = row.stages[stage] ?? 0;
                  const on = view.lit === row.key && view.litStage === stage;
                  return (
                    <td key={stage} className="matrix-cell" style={heat(value, kinds)}>
                      {value === 0 ? (
                        ""
                      ) : (
                        <button
                          type="button"
                          aria-pressed={on}
                          title={`${row.kind}, ${stageLabel(stage)}: ${formatExact(value, kinds.unit)}`}
                          onClick={() => light(row.key, stage)}
                        >
                          {show(value, kinds)}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            <Rest
              label="other"
              value={kinds.other}
              kinds={kinds}
              span={stages.length + 2}
              note={otherNote(kinds)}
            />
            <Rest
              label="unknown"
              value={kinds.unknown}
              kinds={kinds}
              span={stages.length + 2}
              note="no frame tells what it is"
            />
            <Rest
              label="total"
              value={kinds.total}
              kinds={kinds}
              span={stages.length + 2}
              note="kinds, other and unknown together"
            />
          </tbody>
        </table>
      </div>
      {kinds.connections ? <p className="dim">{kinds.connections}</p> : null}
      {lit && lit.length > 0 ? (
        <section>
          <h2 className="overline">
            Paths of {view.lit || stageLabel(view.litStage)} in order of bytes
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
                  {stageLabel(path.stage)} · {path.evidence}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}

function show(value: number, kinds: KindsAnswer): string {
  return kinds.isDifference ? formatDelta(value, kinds.unit) : formatValue(value, kinds.unit);
}

function share(value: number, kinds: KindsAnswer): string {
  const of = shareOfKinds(value, kinds);
  return of === undefined ? "" : formatShare(of);
}

function heat(value: number, kinds: KindsAnswer) {
  const part = Math.min(1, Math.abs(shareOfKinds(value, kinds) ?? 0));
  return {
    background: `color-mix(in srgb, var(--accent) ${Math.round(part * 42)}%, transparent)`,
  };
}

function otherNote(kinds: KindsAnswer): string {
  return Object.entries(kinds.otherCategories)
    .filter(([, v]) => v !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, 6)
    .map(([name, v]) => `${name} ${show(v, kinds)}`)
    .join(", ");
}

function Rest(props: {
  label: string;
  value: number;
  kinds: KindsAnswer;
  span: number;
  note: string;
}) {
  return (
    <tr className="matrix-rest">
      <th scope="row">{props.label}</th>
      <td title={formatExact(props.value, props.kinds.unit)}>
        {show(props.value, props.kinds)}{" "}
        <span className="dim">{share(props.value, props.kinds)}</span>
      </td>
      <td colSpan={props.span} className="dim">
        {props.note}
      </td>
    </tr>
  );
}

/** What the figure rests on: named solid, shaped hatched, co-growth dotted. */
function EvidenceBar({ row }: { row: KindRow }) {
  const parts = evidenceOfKinds([row]);
  const text = parts.map(({ name, share }) => `${name} ${formatShare(share)}`).join(", ");
  return (
    <span className="evidence" title={text}>
      <span className="evidence-bar" aria-hidden="true">
        {parts.map(({ name, share }) => (
          <i key={name} data-evidence={name} style={{ width: `${share * 100}%` }} />
        ))}
      </span>
      <span className="dim">{text}</span>
    </span>
  );
}

function kindsMarkdown(kinds: KindsAnswer, stages: readonly string[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["kind", "bytes", "share", "named", "shaped", "co-growth", ...stages.map(stageLabel)]),
    line(["---", ...Array<string>(5 + stages.length).fill("---:")]),
    ...kinds.kinds.map((k) =>
      line([
        k.kind,
        show(k.total, kinds),
        share(k.total, kinds),
        show(k.named, kinds),
        show(k.shaped, kinds),
        show(k.coGrowth, kinds),
        ...stages.map((s) => show(k.stages[s] ?? 0, kinds)),
      ]),
    ),
    line([
      "other",
      show(kinds.other, kinds),
      share(kinds.other, kinds),
      ...Array<string>(3 + stages.length).fill(""),
    ]),
    line([
      "unknown",
      show(kinds.unknown, kinds),
      share(kinds.unknown, kinds),
      ...Array<string>(3 + stages.length).fill(""),
    ]),
  ].join("\n");
}
